"""The register: its list, one point with all that was said and done about it, and each step of it."""
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, widest
from lianfang.ground.days import now, today
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn

from .. import actions, queries, rules
from ..forms import MeasureForm, PointForm, RateForm, WhyForm
from ..models import HARM, LIKELIHOOD, Point, Rating
from ..queries.board import cards_of
from .shared import asked, directs, level_tag, owns, point_of, tabs, told

STATES = {"watched": "", "risen": "bad", "closed": "good"}


def _state(one):
    return str(FLOWS["risk_point"].states[one.state])


@may("look")
@require_GET
def points(request):
    """All points, the gravest first."""
    found, at, gates = indicators.opened(request, Point), now(), rules.gate_words(today())
    columns = [
        tables.Column("name", gettext_lazy("风险点"), "name",
                      cell=lambda one: parts.name(one.name, reverse("riskpoints:point", args=[one.pk]))),
        tables.Column("gate", gettext_lazy("关口"), cell=lambda one: gates.get(one.gate, one.gate),
                      text=lambda one: gates.get(one.gate, one.gate)),
        tables.Column("unit.name", gettext_lazy("哪里"), "unit", sort="unit__path"),
        tables.Column("level", gettext_lazy("级别"), sort="rank", cell=lambda one: level_tag(one.level),
                      text=lambda one: rules.level_word(one.level)),
        tables.Column("owner", gettext_lazy("归谁"), sort="", cell=lambda one: one.owner, text=lambda one: one.owner),
        tables.Column("entered_at", gettext_lazy("入册"), "moment", on_phone=False),
        tables.Column("review_at", gettext_lazy("下次研判"), "moment",
                      cell=lambda one: parts.due(one.review_at, at) if one.closed_at is None else ""),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: parts.tag(_state(one), STATES[one.state]), text=_state),
        tables.Column("closed_at", gettext_lazy("销账"), "moment", on_page=False),
    ]
    levels = {one: rules.level_word(one) for one in rules.TONES}
    filters = [tables.Filter("gate", gettext_lazy("关口"), choices=gates), tables.Filter("level", gettext_lazy("级别"), choices=levels),
               tables.Filter("state", gettext_lazy("状态"),
                             choices=lambda _request: [(s.code, str(s)) for s in FLOWS["risk_point"].states.values()])]
    title = found.title or _("风险点")
    table = tables.table(request, found.rows.select_related("unit", "account"), columns, filters, "-rank", title=title,
                         keep=indicators.KEPT, empty_title=_("还没有风险点"), cards=True)
    return tables.page(request, "riskpoints/points.html", table, heading=title, at=found.at, tabs=tabs("points"),
                       may_enter="direct" in request.rights)


@may("look")
@require_GET
def point(request, pk):
    """One: how it stands and why, what units say this week, what is done against it, how it was rated before."""
    one, at = point_of(pk), now()
    [card] = cards_of([one], queries.latest_week(at))
    past = [(each, level_tag(each.level)) for each in Rating.objects.filter(point=one).select_related("by").order_by("-at")]
    is_open = one.closed_at is None
    page = {"one": one, "card": card, "past": past, "state": parts.tag(_state(one), STATES[one.state]), "level": level_tag(one.level),
            "gate": rules.gate_words(today()).get(one.gate, one.gate), "turn": Turn.objects.open().filter(record=pk).first(), "at": at,
            "likelihood": LIKELIHOOD[one.likelihood], "harm": HARM[one.harm],
            "proposed": level_tag(card.said.worst) if card.proposed else "",
            "may_rate": is_open and owns(request, one), "may_order": is_open and directs(request, one.unit)}
    return render(request, "riskpoints/point.html", page)


@may("direct")
@require_http_methods(["GET", "POST"])
def enter_point(request):
    """A new one."""
    made = []

    def act(form):
        made.extend(actions.enter_points(points=[actions.NewPoint(**form.told())], **told(request)))

    return asked(request, PointForm(request.POST or None, post=widest(request, "direct")), act, _("已入册。"),
                 lambda: reverse("riskpoints:point", args=[made[0].pk]), title=_("登记风险点"), back=reverse("riskpoints:points"))


@may("direct")
@require_POST
def take_points(request):
    """Those of the county's table."""
    return pressed(request, lambda: actions.take_points(unit=widest(request, "direct"), **told(request)),
                   _("表里的风险点已入册，请逐个定级。"), "riskpoints:board")


@may("look")
@require_http_methods(["GET", "POST"])
def rate_point(request, pk):
    """How it stands now."""
    one, to = point_of(pk), reverse("riskpoints:point", args=[pk])
    form = RateForm(request.POST or None, initial={"likelihood": one.likelihood, "harm": one.harm})
    return asked(request, form, lambda filled: actions.rate_point(point=one, **filled.cleaned_data, **told(request)), _("已定级。"), to,
                 title=_("研判定级"), lead=one.name, back=to)


@may("direct")
@require_http_methods(["GET", "POST"])
def order_measures(request, pk):
    """What is done against it, by whom."""
    one, to = point_of(pk), reverse("riskpoints:point", args=[pk])

    def act(form):
        found = form.cleaned_data
        actions.order_measures(point=one, measures=[actions.Ordered(found["words"], form.units[unit], found["role"], found["due_at"])
                                                    for unit in found["units"]], **told(request))

    return asked(request, MeasureForm(request.POST or None, post=widest(request, "direct")), act, _("已交办，在督办事项里看进度。"), to,
                 title=_("交办措施"), lead=one.name, back=to)


@may("direct")
@require_http_methods(["GET", "POST"])
def close_point(request, pk):
    """It is none any more."""
    one, to = point_of(pk), reverse("riskpoints:point", args=[pk])
    return asked(request, WhyForm(request.POST or None), lambda form: actions.close_point(point=one, **form.cleaned_data, **told(request)),
                 _("已销账。"), to, title=_("销账"), lead=one.name, back=to)
