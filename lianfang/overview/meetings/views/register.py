"""The register of meetings (S4-05): all of them, which series run; one called out of turn."""
from django.db.models import Sum
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow import FLOWS

from .. import actions, queries
from ..forms import CallForm
from ..models import SERIES, Rhythm
from ..rules import next_sitting
from .asked import leads, own_unit

TONES = {"sitting": "bad", "called": "warn", "closed": "good"}


@may("look")
@require_GET
def meetings(request):
    """All meetings, the newest first; which series run, when they sit next."""
    states = FLOWS["meeting"].states
    columns = [
        tables.Column("number", gettext_lazy("会议"), "name", sort=("year", "number"), text=queries.name_of, width=26,
                      cell=lambda one: parts.name(queries.name_of(one), reverse("meetings:meeting", args=[one.pk]))),
        tables.Column("begins_at", gettext_lazy("时间"), "moment"),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: parts.tag(str(states[one.state]), TONES.get(one.state, "")),
                      text=lambda one: str(states[one.state])),
        tables.Column("chair", gettext_lazy("主持"), sort="", on_phone=False),
        tables.Column("n_present", gettext_lazy("到会"), "number", on_phone=False),
        tables.Column("n_items", gettext_lazy("议题"), "number"),
        tables.Column("n_decisions", gettext_lazy("决定"), "number"), tables.Column("n_shares", gettext_lazy("派出事项"), "number"),
        tables.Column("n_closed", gettext_lazy("办结"), sort="", cell=_rate, text=_rate),
        tables.Column("cut_off_at", gettext_lazy("截数"), "moment", on_phone=False),
    ]
    filters = [tables.Filter("series", gettext_lazy("系列"), choices=lambda _request: list(SERIES.items())),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states.values()])]
    found = queries.counted(queries.meetings(reach_of(request.assignments), request.user))
    table = tables.table(request, found, columns, filters, "-begins_at", title=_("会议登记"), empty_title=_("还没有开过会"),
                         empty_text=_("在上面开始“早八晚七”，到截数时点会自动召集、排好议程；也可以现在开一次临时会商。"))
    total = queries.meetings(reach_of(request.assignments), request.user).filter(state="closed")
    sums = queries.counted(total).aggregate(decided=Sum("n_decisions"), given=Sum("n_given"), closed=Sum("n_closed"))
    return tables.page(request, "meetings/meetings.html", table, heading=_("会商调度"), series=_series(request),
                       n_closed=total.count(), n_decided=sums["decided"] or 0,
                       n_given=sums["given"] or 0, n_done=sums["closed"] or 0,
                       may_call="urge" in request.rights)


def _rate(one) -> str:
    """3/4（75%）; nothing where nothing was given out."""
    return f"{one.n_closed}/{one.n_given}（{round(100 * one.n_closed / one.n_given)}%）" if one.n_given else ""


def _series(request):
    """Each series of the reader's own unit: whether it runs, when it sits next."""
    if "urge" not in request.rights:
        return []
    unit, at = own_unit(request), now()
    running = {one.series: one for one in queries.rhythms(unit)}
    return [{"code": code, "word": word, "rhythm": running.get(code), "next": next_sitting(code, at), "unit": unit}
            for code, word in SERIES.items() if next_sitting(code, at)]


@may("urge")
@require_http_methods(["GET", "POST"])
def call(request):
    """A meeting now, on the facts of this moment."""
    unit, made = own_unit(request), []
    form = CallForm(request.POST or None)

    def act(filled):
        at = now()
        made.append(actions.call(unit=unit, series="adhoc", begins_at=at, by=request.user, at=at, **filled.cleaned_data))

    return step(request, "meetings/call.html", form, act, _("已召集，议程已排好。"),
                lambda: reverse("meetings:meeting", args=[made[0].pk]), unit=unit)


@may("urge")
@require_POST
def start_series(request, series):
    """From today on the clock calls it."""
    if series not in SERIES:
        raise Http404(series)
    return pressed(request, lambda: actions.start_series(unit=own_unit(request), series=series, by=request.user, at=now()),
                   _("已开始，到截数时点自动召集。"), "meetings:meetings")


@may("urge")
@require_POST
def stop_series(request, pk):
    """No more."""
    found = get_object_or_404(Rhythm.objects.select_related("unit"), pk=pk)
    if not leads(request, found.unit):
        raise Http404(pk)
    return pressed(request, lambda: actions.stop_series(rhythm=found, by=request.user, at=now()), _("已停，不再自动召集。"),
                   "meetings:meetings")
