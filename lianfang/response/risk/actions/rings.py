"""Rings round a case: proposed from where it lives, confirmed, each measure somebody's turn, lifted with evidence."""
from itertools import count

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..models import Ring, RingTask
from .levels import _may


@everything()
def draw_ring(*, case, unit, disease, by, at, because=None) -> Ring | None:
    """Propose the rings round the place (an id) of a case by the table; None where that case has its rings, or lives at no door of ours."""
    if Ring.objects.filter(case=case).exists():
        return None
    home = Unit.objects.get(pk=unit)
    if home.level in ("county", "township"):
        return None
    ring = Ring(id=uuid7(), case=case, disease=disease, proposed_at=at, because=because)
    tasks = list(_tasks(ring, home, day_of(at)))
    if not tasks:
        return None
    ring.unit = tasks[0].unit  # the innermost place, not the door: that would tell whose case it is
    with transaction.atomic():
        rows.insert([ring])
        rows.insert(tasks)
        [told] = advance([ring], "draw_ring", flow="ring", by=by, at=at, because=because)
        open_turns("ring", [ring], at=at, because={ring.pk: told.id})
    return ring


def _tasks(ring, home, on):
    """The measures of each ring the table names, at the nearest unit of its level around the home; two rings are never the same place."""
    chain, used = list(Unit.objects.filter(pk__in=home.ancestor_ids)), set()
    for n in count(1):
        row = decisions.decide("rings", {"ring": n, "disease": ring.disease}, unit=home.path, on=on)
        if row.hit is None:
            return
        fitting = [one for one in chain if RANK[one.level] <= RANK[row.result["unit_level"]]]
        place = max(fitting, key=lambda one: RANK[one.level])
        if place.pk in used:
            continue
        used.add(place.pk)
        for item in row.result["items"]:
            yield RingTask(id=uuid7(), drawn=ring, unit=place, ring=n, item=item, owner=row.result["owner"], clause=row.because[:300])


@everything()
def confirm_ring(*, ring, number, by, at):
    """Drawn from now on: each of its measures is somebody's turn."""
    _may(ring.unit, by, at)
    if not number.strip():
        raise Refused(_("请填文号：没有文件的防控圈不能执行。"))
    ring.confirmed_by, ring.confirmed_at, ring.number = by, at, number.strip()
    with transaction.atomic():
        [told] = advance([ring], "confirm_ring", flow="ring", by=by, at=at, also=("confirmed_by_id", "confirmed_at", "number"))
        tasks = list(ring.tasks.order_by("ring", "pk"))
        for task in tasks:
            task.given_at = at
        rows.amend(tasks, "given_at")
        lines = advance(tasks, "give_task", flow="ring_task", by=by, at=at, because=told.id, content=lambda one: {"item": one.item})
        because = {line.record: line.id for line in lines}
        open_turns("ring_task", [task for task in tasks if task.owner == "village_cadre"], at=at, because=because)
        for owner, step in (("township_cadre", "pass_to_township"), ("duty_officer", "pass_to_county")):
            wider = [task for task in tasks if task.owner == owner]
            advance(wider, step, flow="ring_task", by=named(SYSTEM), at=at, because=because)
    return [told]


@everything()
def refuse_ring(*, ring, by, at):
    """No rings round this one."""
    _may(ring.unit, by, at)
    ring.ended_by, ring.ended_at = by, at
    return advance([ring], "refuse_ring", flow="ring", by=by, at=at, also=("ended_by_id", "ended_at"))


@everything()
def lift_ring(*, ring, number, by, at):
    """Lifted by a document; measures not done yet are no longer needed."""
    _may(ring.unit, by, at)
    if not number.strip():
        raise Refused(_("请填解除的文号。"))
    ring.ended_by, ring.ended_at, ring.end_number = by, at, number.strip()
    with transaction.atomic():
        [told] = advance([ring], "lift_ring", flow="ring", by=by, at=at, also=("ended_by_id", "ended_at", "end_number"))
        left = list(ring.tasks.filter(done_at=None))
        advance(left, "drop_task", flow="ring_task", by=by, at=at, because=told.id)
    return [told]


def do_task(*, task, by, at):
    """This measure stands."""
    if task.given_at is None:
        raise Refused(_("防控圈还没有核定，先不用落实。"))
    task.done_by, task.done_at = by, at
    return advance([task], "do_task", flow="ring_task", by=by, at=at, also=("done_by_id", "done_at"))
