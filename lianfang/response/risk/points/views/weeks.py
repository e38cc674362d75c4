"""Weekly assessments: which units gave theirs, and the form of one."""
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import step
from lianfang.ground.workflow import FLOWS

from .. import actions, queries
from ..forms import WeekForm
from ..models import HARM, LIKELIHOOD, UnitRating, Week
from ..queries.weeks import before, points_for
from .shared import level_tag, owns, tabs, told

TONES = {"asked": "warn", "filed": "good", "missed": "bad"}


def _state(one):
    return str(FLOWS["risk_week"].states[one.state])


@may("look")
@require_GET
def weeks(request):
    """All of them, the newest week first; what is not given stands out."""
    found, at = indicators.opened(request, Week), now()
    columns = [
        tables.Column("where", gettext_lazy("单位"), "name", sort="unit__path",
                      cell=lambda one: parts.name(one.where, reverse("riskpoints:week", args=[one.pk])), text=lambda one: one.where),
        tables.Column("week_on", gettext_lazy("哪一周（周一）"), "date"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: parts.tag(_state(one), TONES[one.state]), text=_state),
        tables.Column("due_at", gettext_lazy("时限"), "moment", cell=lambda one: parts.due(one.due_at, at) if one.state == "asked" else ""),
        tables.Column("filed_by.name", gettext_lazy("谁交"), sort="", cell=lambda one: one.filed_by.name if one.filed_by else "",
                      text=lambda one: one.filed_by.name if one.filed_by else ""),
        tables.Column("filed_at", gettext_lazy("几时交"), "moment"),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"),
                             choices=lambda _request: [(s.code, str(s)) for s in FLOWS["risk_week"].states.values()]),
               tables.Filter("week", gettext_lazy("哪一周（周一）"), "day", lookup="week_on")]
    title = found.title or _("每周风险评估")
    table = tables.table(request, found.rows.select_related("unit__parent", "filed_by"), columns, filters, "-week_on", title=title,
                         keep=indicators.KEPT, empty_title=_("还没有布置过每周评估"), cards=True)
    last = next(iter(queries.weeks(request.reach, at, 1)), None)
    return tables.page(request, "riskpoints/weeks.html", table, heading=title, at=found.at, tabs=tabs("weeks"), last=last)


@may("look")
@require_http_methods(["GET", "POST"])
def week(request, pk):
    """One unit's: its form while it is open, what it said once it is given."""
    one = get_object_or_404(Week.objects.select_related("unit__parent", "filed_by"), pk=pk)
    if one.state != "asked" or not owns(request, one):
        said = UnitRating.objects.filter(week=one).select_related("point").order_by("-rank", "point__pk")
        rows = [(each.point, level_tag(each.level), LIKELIHOOD[each.likelihood], HARM[each.harm]) for each in said]
        return render(request, "riskpoints/week.html", {"one": one, "rows": rows, "state": parts.tag(_state(one), TONES[one.state])})
    form = WeekForm(request.POST or None, points=points_for(one.unit), before=before(one))
    return step(request, "riskpoints/assess.html", form, lambda filled: actions.assess(
        week=one, ratings=filled.ratings(), words=filled.cleaned_data["words"], **told(request)), _("本周风险评估交了。"),
        reverse("riskpoints:week", args=[pk]), one=one, at=now())
