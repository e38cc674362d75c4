"""Which rooms are free, and which of them fits whom: by the table, never two strangers in one, the reserve left for a person to give."""
from collections import defaultdict
from dataclasses import dataclass, field

from ..models import Cleaning, Placement, Room
from ..rules import needed

SPECIAL = ("is_family", "is_accessible", "is_carer")


@dataclass(slots=True)
class Party:
    """People who share a room: their home, what the room must be fit for, and the room one of the family has already."""

    home: int
    path: str
    people: list = field(default_factory=list)
    wants: str = "any"
    room: Room | None = None


def usable(sites=None):
    """Rooms guests may be put in: of open sites, in the contaminated zone, in use, with no disinfection due."""
    found = Room.objects.filter(site__closed_at=None, zone="contaminated", is_shut=False).select_related("unit", "site__unit")
    found = found.exclude(pk__in=Cleaning.objects.filter(done_at=None).values("room"))
    return found.filter(site__in=sites) if sites is not None else found


def free_rooms(sites=None) -> list[Room]:
    """Usable rooms that nobody has and nobody is proposed for, site by site, house by house, by their numbers."""
    held = Placement.objects.holding().values("room")
    return sorted(usable(sites).exclude(pk__in=held), key=by_number)


def by_number(room) -> tuple:
    """99 before 101: a path sorts by when a door was entered."""
    return room.site.unit.path, room.unit.parent_id, len(room.unit.name), room.unit.name


def for_guests(at) -> list[Room]:
    """Free rooms without the reserve: of each site the last so many as the table says."""
    by_site = defaultdict(list)
    for room in free_rooms():
        by_site[room.site_id].append(room)
    rooms = defaultdict(int)
    for site in Room.objects.filter(site__in=by_site, zone="contaminated", is_shut=False).values_list("site", flat=True):
        rooms[site] += 1
    kept = {site: needed("reserve", rooms[site], at, found[0].site.unit.path) for site, found in by_site.items()}
    return [room for site, found in by_site.items() for room in found[:max(len(found) - kept[site], 0)]]


def choose(party: Party, rooms: list[Room]) -> Room | None:
    """The best of these rooms for a party, taken out of the list: fit for it, near its home, no larger than need be; None: no beds."""
    size = len(party.people)
    fitting = [room for room in rooms if room.beds >= size]
    if not fitting:
        return None
    chosen = min(fitting, key=lambda room: (not _fits(room, party.wants), -_shared(room.site.unit.path, party.path), _waste(room, party),
                                            room.beds, by_number(room)))
    rooms.remove(chosen)
    return chosen


def _fits(room, wants) -> bool:
    return wants == "any" or getattr(room, f"is_{wants}")


def _shared(one, other) -> int:
    """How many units above both have in common."""
    steps = zip(one.strip("/").split("/"), other.strip("/").split("/"), strict=False)
    return next((n for n, (mine, theirs) in enumerate(steps) if mine != theirs), min(one.count("/"), other.count("/")))


def _waste(room, party) -> int:
    """What a room is fit for that nobody of the party wants."""
    return sum(getattr(room, name) for name in SPECIAL if name != f"is_{party.wants}")


def stands_in_the_way(room, placements) -> str:
    """Why these people cannot be put in a room, by a code: shut, zone, cleaning, closed, full, strangers; '' when they can."""
    if room.site.closed_at or room.is_shut:
        return "shut"
    if room.zone != "contaminated":
        return "zone"
    if Cleaning.objects.filter(room=room.pk, done_at=None).exists():
        return "cleaning"
    there = list(Placement.objects.holding().filter(room=room.pk).exclude(pk__in=[one.pk for one in placements]).select_related("home"))
    if len(there) + len(placements) > room.beds:
        return "full"
    together = [*there, *placements]
    if len(together) > 1 and (len({one.home_id for one in together}) > 1 or together[0].home.level != "door"):
        return "strangers"
    return ""
