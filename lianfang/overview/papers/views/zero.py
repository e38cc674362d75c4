"""Zero reports on screen: one press for "none", numbers where there is something; who has not, for whoever leads."""
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.indicators import KEPT, opened
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow import FLOWS

from .. import actions, queries
from ..forms import ZeroForm
from ..models import ZeroReport
from ..queries.zero import recorded
from ..rules import item_word, items_asked
from .asked import has

TONES = {"due": "warn", "stated": "good", "missed": "bad"}


@may("look")
@require_GET
def zeros(request):
    """Zero reports by day: today's without another being asked; who has not stands first."""
    found, at = opened(request, ZeroReport), now()
    rows = found.rows.select_related("unit")
    if not found.indicator and not request.GET.get("on") and not request.GET.get("state"):
        rows = rows.filter(on=day_of(found.at))
    states = FLOWS["zero_report"].states
    columns = [
        tables.Column("unit.name", gettext_lazy("单位"), "name", sort="unit__path",
                      cell=lambda one: parts.name(one.unit.name, reverse("papers:zero_report", args=[one.pk]))),
        tables.Column("on", gettext_lazy("哪一天"), "date"),
        tables.Column("state", gettext_lazy("状态"), text=lambda one: _state(one, states, at), cell=lambda one: parts.tag(
            _state(one, states, at), _tone(one, at))),
        tables.Column("total", gettext_lazy("报了多少"), "number", text=lambda one: one.total,
                      cell=lambda one: _said(one)),
        tables.Column("due_at", gettext_lazy("时限"), "moment", on_phone=False), tables.Column("at", gettext_lazy("报的时间"), "moment"),
        tables.Column("name", gettext_lazy("谁报的"), on_phone=False),
    ]
    filters = [tables.Filter("on", gettext_lazy("哪一天"), kind="day"),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda _request: [(one.code, str(one)) for one in states.values()])]
    table = tables.table(request, rows, columns, filters, "at", title=_("零报告"), keep=KEPT, empty_title=_("今天还没有布置零报告"),
                         empty_text=_("到零报告时间表里的时间自动布置；没有情况也要报。"))
    held = [one.unit for one in request.assignments if "look" in one.rights]
    day = queries.zero_day(min(held, key=lambda unit: len(unit.path)), day_of(at), at) if held else None
    own = {unit.pk for unit in held}
    mine = [(one, [(item_word(item), n) for item, n in recorded(one, at).items() if n])
            for one in day.missing if one.unit_id in own and has(request, "record", one.unit)] if day else []
    return tables.page(request, "papers/zeros.html", table, day=day, mine=mine, opened=found, at=at)


def _state(one, states, at) -> str:
    if one.at is None and one.state == "due" and one.due_at < at:
        return _("过了时限没报")
    return _("报晚了") if one.is_late else str(states[one.state])


def _tone(one, at) -> str:
    return "bad" if one.at is None and one.due_at < at else TONES[one.state]


def _said(one):
    if one.total is None:
        return "—"
    return _("零报告") if not one.total else "、".join(f"{item_word(item)} {n}" for item, n in one.counts.items() if n)


def _report(request, pk):
    return get_object_or_404(ZeroReport.objects.select_related("unit"), pk=pk)


@may("look")
@require_http_methods(["GET", "POST"])
def zero_report(request, pk):
    """One unit's day: the large button, and numbers where there is something; what the records know stands beside."""
    found, at = _report(request, pk), now()
    is_own = has(request, "record", found.unit)
    if request.method == "POST" and not is_own:
        raise Http404(pk)
    may_state = is_own and found.on == day_of(at) and found.state != "missed"
    known = recorded(found, at)
    act = actions.mend_zero if found.state == "stated" else actions.state_zero
    form = ZeroForm(request.POST or None, items=items_asked(found.on), held=found.counts)
    return step(request, "papers/zero.html", form,
                lambda form: act(report=found, counts=form.counts(), words=form.cleaned_data["words"], by=request.user, at=now()),
                _("报好了。"), reverse("papers:zeros"), one=found, may_state=may_state, said=_said(found), at=at,
                state=_state(found, FLOWS["zero_report"].states, at), tone=_tone(found, at),
                known=[(item_word(item), n, found.counts.get(item)) for item, n in known.items() if n])


@may("record")
@require_POST
def none(request, pk):
    """One press: nothing to report."""
    found = _report(request, pk)
    if not has(request, "record", found.unit):
        raise Http404(pk)
    act = actions.mend_zero if found.state == "stated" else actions.state_zero
    return pressed(request, lambda: act(report=found, by=request.user, at=now()), _("零报告报好了。"), "papers:zeros")
