"""A ring as a circle: where its middle lies, which places lie within so many metres, and those nobody has said the position of."""
from dataclasses import dataclass

from lianfang.ground import decisions
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.registers.territory.models import Position
from lianfang.registers.territory.queries import position_of, unplaced, within

from ..models import Ring, RingTask

AROUND = {"building": "village", "compound": "township"}  # how far places without a position are looked for; wider ones: the county


@dataclass(slots=True)
class Circle:
    """What a circle would hold: places of the ring's level with their metres, nearest first, and those left to a person."""

    level: str
    centre: Position | None
    near: list[tuple[Unit, float]]
    unplaced: list[Unit]


def row_of(ring, n, on):
    """The table's row of a ring's number at its place."""
    return decisions.decide("rings", {"ring": n, "disease": ring.disease}, unit=ring.unit.path, on=on)


def may_be_circle(ring, n, on) -> bool:
    """Whether the places of a ring's number have positions at all: a township is no point."""
    row = row_of(ring, n, on)
    return row.hit is not None and row.result["unit_level"] in Position.LEVELS


def centre_of(ring) -> Position | None:
    """Where a ring's middle lies: the building's position, else that of the nearest place around it; never a door's."""
    return position_of(ring.unit)


def circle_of(ring: Ring, n: int, metres: float, reach: Reach, on) -> Circle | None:
    """What a circle of so many metres would hold within a reach, what the middle lies in first; None where the table has no such ring, or
    its places have no positions. What is another ring's already is left out, since no place is in two."""
    row = row_of(ring, n, on)
    if row.hit is None:
        return None
    level, centre = row.result["unit_level"], centre_of(ring)
    if level not in Position.LEVELS:
        return None
    taken = set(RingTask._base_manager.filter(drawn=ring).exclude(ring=n).values_list("unit", flat=True))
    around = reach & _around(ring, level)
    lacking = [unit for unit in unplaced(level, around) if unit.pk not in taken]
    own = [(unit, 0.0) for unit in Unit.objects.filter(pk__in=ring.unit.ancestor_ids, level=level)] if centre else []
    inside = {unit.pk for unit, _far in own}
    near = own + [one for one in within(centre, metres, level, reach) if one[0].pk not in inside] if centre else []
    return Circle(level, centre, [one for one in near if one[0].pk not in taken], [unit for unit in lacking if unit.pk not in inside])


def _around(ring, level) -> str:
    ids = ring.unit.ancestor_ids
    found = Unit.objects.filter(pk__in=ids, level=AROUND.get(level, "county")).values_list("path", flat=True).first()
    return found or f"/{ids[0]}/"
