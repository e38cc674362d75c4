"""Where places lie: of one or what it lies in, those within so many metres, and those of which nobody has said."""
from math import cos, degrees, radians

from lianfang.ground.units.models import Unit

from ..models import Position
from ..positions import EARTH, metres


def position_of(unit) -> Position | None:
    """Where a unit lies, or the nearest place around it of which that is known."""
    found = Position.objects.filter(unit__in=unit.ancestor_ids).select_related("unit")
    return max(found, key=lambda one: len(one.unit.path), default=None)


def within(centre, distance, level, reach) -> list[tuple[Unit, float]]:
    """Places of a level in a reach whose position lies within so many metres of another, the nearest first, each with its metres."""
    north = degrees(distance / EARTH)
    east = north / max(cos(radians(centre.latitude)), 0.01)
    box = {"latitude__range": (centre.latitude - north, centre.latitude + north),
           "longitude__range": (centre.longitude - east, centre.longitude + east)}
    near = Position.objects.filter(unit__level=level, unit__until_on=None, unit__path__under=reach, **box).select_related("unit")
    found = [(one.unit, metres(centre, one)) for one in near]
    return sorted([one for one in found if one[1] <= distance], key=lambda one: one[1])


def unplaced(level, reach) -> list[Unit]:
    """Places of a level in a reach of which nobody has said where they lie."""
    return list(Unit.objects.filter(level=level, until_on=None, path__under=reach, position=None).order_by("path"))


def positions_of(units) -> dict[int, Position]:
    """What is known of these units, by id."""
    return {one.unit_id: one for one in Position.objects.filter(unit__in=[unit.pk for unit in units])}
