"""Rings on screen: places and measures, never whose case it is; confirmed, lifted, each measure ticked off where it is done."""
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui import parts, tables
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people import queries as people

from .. import actions
from ..forms import NumberForm
from ..models import RADIUS_REASONS, Ring, RingTask
from ..queries.circles import may_be_circle
from ..words import item_word
from .circles import map_of
from .shared import taken

OUTERMOST, INNERMOST = 150, 40  # pixels of the drawing


@dataclass
class Band:
    """One ring: its places, each with its measures as (task, word, state, whether it is open), and how it is drawn."""

    n: int
    metres: int | None
    parts: dict
    radius: int = 0
    why: str = ""
    is_done: bool = False
    may_be_circle: bool = False


@may("approve")
def rings(request):
    """Rings."""
    states, places = FLOWS["ring"].states, people.Places()
    columns = [
        tables.Column("proposed_at", gettext_lazy("提出"), "moment"),
        tables.Column("unit.name", gettext_lazy("中心"), "name", sort="unit__path", text=lambda one: places.of(one.unit),
                      cell=lambda one: parts.name(places.of(one.unit), reverse("risk:ring", args=[one.pk]))),
        tables.Column("state", gettext_lazy("状态"), cell=lambda one: str(states[one.state]), text=lambda one: str(states[one.state])),
        tables.Column("number", gettext_lazy("文号")), tables.Column("ended_at", gettext_lazy("解除"), "moment"),
    ]
    table = tables.table(request, Ring.objects.select_related("unit"), columns, [], "-proposed_at", title=_("环状防控圈"),
                         empty_title=_("还没有划过防控圈"))
    return tables.page(request, "risk/rings.html", table, heading=_("环状防控圈"))


@may("look")
def ring(request, pk):
    """One ring: the drawing and the measures."""
    one = _ring(pk)
    bands = bands_of(one, request)
    drawn = map_of(one, [task for band in bands for tasks in band.parts.values() for task, *_rest in tasks])
    page = {"one": one, "bands": bands, "map": drawn, "centre": people.Places().of(one.unit), "form": NumberForm(),
            "state": str(FLOWS["ring"].states[one.state]), "may_decide": "approve" in request.rights,
            "case": f"/cases/{one.case}/" if "investigate" in request.rights else "", "size": 2 * OUTERMOST + 20, "middle": OUTERMOST + 10}
    return render(request, "risk/ring.html", page)


def bands_of(one, request) -> list[Band]:
    """The rings from the inside out, with their measures."""
    found, places, states = {}, people.Places(), FLOWS["ring_task"].states
    for task in RingTask.objects.filter(drawn=one).select_related("unit", "done_by").order_by("ring", "pk"):
        n = str(task.ring)
        band = found.setdefault(task.ring, Band(task.ring, one.circles.get(n), {}, why=RADIUS_REASONS.get(one.reasons.get(n), "")))
        is_open = task.done_at is None and task.given_at is not None and one.state == "drawn" and "manage" in request.rights
        band.parts.setdefault(places.of(task.unit), []).append((task, item_word(task.item), str(states[task.state]), is_open))
    bands = list(found.values())
    for at, band in enumerate(bands):
        band.radius = INNERMOST + (OUTERMOST - INNERMOST) * at // max(len(bands) - 1, 1)
        band.may_be_circle = may_be_circle(one, band.n, day_of(now()))
        band.is_done = all(task.done_at for tasks in band.parts.values() for task, *_rest in tasks)
    return bands


def _ring(pk) -> Ring:
    return get_object_or_404(Ring.objects.select_related("unit", "confirmed_by", "ended_by"), pk=pk)


@may("approve")
@require_POST
def confirm_ring(request, pk):
    """Drawn."""
    one = _ring(pk)
    return taken(request, one, "risk:ring", lambda **told: actions.confirm_ring(ring=one, **told), _("已核定，每一项措施都已交办。"))


@may("approve")
@require_POST
def refuse_ring(request, pk):
    """Not drawn."""
    one = _ring(pk)
    return taken(request, one, "risk:ring", lambda **told: actions.refuse_ring(ring=one, **told), _("不划防控圈。"), asks=False)


@may("approve")
@require_POST
def lift_ring(request, pk):
    """Lifted."""
    one = _ring(pk)
    return taken(request, one, "risk:ring", lambda **told: actions.lift_ring(ring=one, **told), _("已解除，没落实的措施不再需要。"))


@may("manage")
def do_task(request, pk):
    """One measure: shown where the turn leads, and ticked off."""
    task = get_object_or_404(RingTask.objects.select_related("unit", "drawn"), pk=pk)
    if request.method == "POST":
        try:
            actions.do_task(task=task, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("记下了：已落实。"))
            return redirect("home:home")
    return render(request, "risk/task.html", {"task": task, "word": item_word(task.item), "place": people.Places().of(task.unit),
                                             "state": str(FLOWS["ring_task"].states[task.state])})
