"""What followed from the demo's case of three weeks ago: the county's level up and down by documents, its rings drawn and lifted."""
from datetime import timedelta

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.territory.queries import position_of, within
from lianfang.response.risk import actions, queries

CLEAR = timedelta(days=14)
SECOND, METRES = (2, "compound"), 400


def begin(staff, until):
    """Confirm what the case proposed, do what was to be done, and lift it when the days were over."""
    officer, leader, year = staff["officer"], staff["leader"], until.year
    with everything():
        for ring in queries.rings_proposed():
            at = ring.proposed_at + timedelta(minutes=25)
            _circle(ring, officer, at)
            actions.confirm_ring(ring=ring, number=f"青防指〔{year}〕11号", by=officer, at=at)
            for n, task in enumerate(queries.tasks_of(ring), 1):
                actions.do_task(task=task, by=staff["cadre"] if task.ring < 4 else staff["township"], at=at + timedelta(minutes=20 * n))
            actions.lift_ring(ring=ring, number=f"青防指〔{year}〕19号", by=leader, at=at + CLEAR)
        for level in queries.proposed():
            at = level.proposed_at + timedelta(minutes=40)
            actions.confirm_level(level=level, number=f"青防指〔{year}〕12号", by=officer, at=at)
            for lower in actions.assess_all(by=named(SYSTEM), at=at + CLEAR):
                actions.confirm_level(level=lower, number=f"青防指〔{year}〕20号", by=leader, at=at + CLEAR + timedelta(hours=2))


def _circle(ring, by, at):
    """The second ring as a circle: the compounds within it, where somebody has said where they lie."""
    if centre := position_of(ring.unit):
        near = [unit.pk for unit, _metres in within(centre, METRES, SECOND[1], Reach(TOP))]
        actions.draw_circle(ring=ring, n=SECOND[0], metres=METRES, units=near, by=by, at=at, reason="border")
