"""A site as it stands this minute: every room with what it is, who is in it and what is to be done there."""
from collections import defaultdict
from dataclasses import dataclass

from lianfang.ground.units.models import Unit
from lianfang.registers.territory.models import Building, Door
from lianfang.registers.territory.queries import shape

from ..models import Room


@dataclass(slots=True)
class RoomNow:
    """A room in its place on the floor, and its state: free, reserve, awaited, occupied, to_clean, staff, shut."""

    room: Room
    door: Door
    position: int
    state: str = "free"


def rooms_now(site, at) -> dict[Building, list[RoomNow]]:
    """The rooms of a site by building, from the top floor down and from the left."""
    rooms = {room.pk: room for room in Room.objects.filter(site=site)}
    found: dict[Building, list[RoomNow]] = defaultdict(list)
    for building in _buildings(site):
        for door, position in shape(building):
            if room := rooms.get(door.unit_id):
                found[building].append(RoomNow(room, door, position, _state(room)))
    return found


def _buildings(site) -> list[Building]:
    below = Unit.objects.filter(path__under=site.unit.path, level="building", until_on=None)
    return list(Building.objects.filter(unit__in=below).select_related("unit").order_by("unit__path"))


def _state(room) -> str:
    if room.is_shut:
        return "shut"
    return "free" if room.zone == "contaminated" else "staff"
