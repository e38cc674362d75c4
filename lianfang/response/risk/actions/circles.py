"""A ring drawn as a circle of so many metres: its measures are for the places a person has chosen of those it holds."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused

from ..models import RADIUS_REASONS, Ring, RingTask
from ..queries.circles import circle_of, row_of
from .levels import _may

LEAST, MOST = 20, 20_000  # metres: within a house, and beyond a township, a circle says nothing


@everything()
def draw_circle(*, ring, n, metres, units, by, at, reason=""):
    """Ring number n of a proposal becomes a circle: its measures are for these units (ids), each within it or without a position;
    `reason` (models.RADIUS_REASONS) where the metres are not the table's.

    Raises Refused once it is confirmed, without the right, for a centre or a place that does not fit.
    """
    _may(ring.unit, by, at)
    if not LEAST <= metres <= MOST:
        raise Refused(_("半径要在 {least} 到 {most} 米之间。").format(least=LEAST, most=MOST))
    with transaction.atomic():
        ring = Ring.objects.select_for_update(of=("self",)).select_related("unit").get(pk=ring.pk)
        if ring.state != "proposed":
            raise Refused(_("防控圈已经核定或不划了，不能再改半径。"))
        found = circle_of(ring, n, metres, Reach(TOP), day_of(at))
        if found is None:
            raise Refused(_("防控圈表里没有第 {n} 圈。").format(n=n))
        if found.centre is None:
            raise Refused(_("中心还没有坐标，画不了圆：先填楼栋、小区或村的坐标。"))
        fits = [unit for unit, _metres in found.near] + found.unplaced
        chosen = [unit for unit in fits if unit.pk in set(units)]
        if not chosen or len(chosen) < len(set(units)):
            raise Refused(_("请从圈里选地方：至少一处，圈外的不能选。"))
        row = row_of(ring, n, day_of(at))
        usual = row.result.get("metres")
        if usual not in (None, metres) and reason not in RADIUS_REASONS:
            raise Refused(_("表上是 {metres} 米，改成别的要选原因。").format(metres=usual))
        ring.tasks.filter(ring=n).delete()
        rows.insert([RingTask(id=uuid7(), drawn=ring, unit=unit, ring=n, item=item, owner=row.result["owner"], clause=row.because[:300])
                     for unit in chosen for item in row.result["items"]])
        ring.circles = {**ring.circles, str(n): metres}
        why = {} if metres == usual or not reason else {str(n): reason}
        ring.reasons = {key: said for key, said in ring.reasons.items() if key != str(n)} | why
        rows.amend([ring], "circles", "reasons")
        told = line_of(ring, "risk.draw_circle", kind="ring", by=by, at=at, data={
            "ring": n, "metres": metres, "table": usual, "reason": why.get(str(n), ""), "units": len(chosen)})
        journal.write([told])
    return told
