"""What a building looks like from across the street: its doors in order, each with its place on the floor."""
from collections import defaultdict
from typing import NamedTuple

from ..models import Building, Door
from .places import natural


class Placed(NamedTuple):
    """A door and its place, counted from the left of its stair and floor."""

    door: Door
    position: int


def shape(building: Building) -> list[Placed]:
    """The doors that stand, from the top floor down and from the left."""
    doors = building.doors.filter(unit__until_on=None).select_related("unit")
    found, across = [], defaultdict(int)
    for door in sorted(doors, key=lambda door: (natural(door.stair), -door.floor, natural(door.number))):
        across[door.stair, door.floor] += 1
        found.append(Placed(door, across[door.stair, door.floor]))
    return found
