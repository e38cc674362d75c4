"""What a phone sent beside what is there: looked at, done, or dropped; and the list of all that wait."""
import json

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...accounts.access import may
from ...days import now
from ...ui import tables
from ...workflow import FLOWS, Refused
from .. import actions, formats, queries
from ..models import Conflict
from ..registry import acts

ACTS = {"settle": actions.settle, "take": actions.take_held, "drop": actions.drop_held}


@may("manage")
def conflict(request, pk):
    """One entry and the record it does not fit, side by side."""
    return _looked_at(request, queries.conflict_of(pk), is_boxed=False)


@may("supervise")
def boxed(request, pk):
    """One entry of a phone whose PIN is lost, for the supervisor."""
    return _looked_at(request, queries.conflict_of(pk), is_boxed=True)


def _looked_at(request, found, *, is_boxed):
    if found is None or not request.reach.covers(found.unit.path) or found.is_boxed != is_boxed:
        raise Http404
    content = ""
    if request.method == "POST" and request.POST.get("act") == "look":
        try:
            content = actions.look(conflict=found, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
    elif request.method == "POST":
        if (act := ACTS.get(request.POST.get("act", ""))) is None:
            return HttpResponseBadRequest()
        try:
            act(conflict=found, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("已记下。"))
            return redirect("home:home")
    act = acts().get(found.sent.action)
    context = {"conflict": found, "sent": found.sent, "title": queries.title_of(found.sent.action),
               "number": queries.number_of(found.sent.pk, found.sent.received_at), "hours": round(found.sent.offset_ms / 3_600_000, 1),
               "phone": formats.spoken(act.form, json.loads(content)) if act and content else [],
               "there": act.shows(found.record) if act and act.shows and found.record else [],
               "state": str(FLOWS["conflict"].states[found.state])}
    return render(request, "outbox/conflict.html", context)


@may("manage")
def conflicts(request):
    """All that phones sent and that did not fit."""
    columns = [
        tables.Column("opened_at", gettext_lazy("收到"), "moment"),
        tables.Column("kind", gettext_lazy("事项"), cell=_what, text=_what),
        tables.Column("unit.name", gettext_lazy("地方"), "unit", sort="unit__path"),
        tables.Column("sent.account.name", gettext_lazy("谁交的")),
        tables.Column("state", gettext_lazy("状态"), cell=_state, text=_state),
    ]
    rows = Conflict.objects.filter(unit__path__under=request.reach, is_boxed=False).select_related("sent__account", "unit")
    table = tables.table(request, rows, columns, default_sort="-opened_at", title=_("手机与现有记录不一致"), empty_title=_("没有不一致的"))
    return tables.page(request, "outbox/conflicts.html", table, heading=_("手机与现有记录不一致"))


def _state(one):
    return str(FLOWS["conflict"].states[one.state])


def _what(one):
    return queries.title_of(one.kind)
