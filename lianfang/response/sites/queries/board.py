"""A site as it stands this minute: every room with what it is, who is in it and what is to be done there."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count

from lianfang.ground.days import day_end, day_of
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import opening_later
from lianfang.registers.territory.models import Building, Door
from lianfang.registers.territory.queries import shape

from ..models import INSIDE, Cleaning, Placement, Room
from ..rules import needed


@dataclass(slots=True)
class RoomNow:
    """A room in its place on the floor: who is in it or awaited, the disinfection that is due, how many turns are open there today, and its
    state: free, reserve, awaited, occupied, to_clean, staff, shut."""

    room: Room
    door: Door
    position: int
    guests: list[Placement] = field(default_factory=list)
    cleaning: Cleaning | None = None
    turns: int = 0
    is_reserve: bool = False

    @property
    def state(self) -> str:
        """People come first, then what is to be done, then what it is kept for."""
        if self.guests:
            return "occupied" if any(one.state in INSIDE for one in self.guests) else "awaited"
        if self.room.is_shut or self.room.zone != "contaminated":
            return "shut" if self.room.is_shut else "staff"
        return "to_clean" if self.cleaning else "reserve" if self.is_reserve else "free"


def rooms_now(site, at) -> dict[Building, list[RoomNow]]:
    """The rooms of a site by building, from the top floor down and from the left; seven questions, however many rooms."""
    rooms = {room.pk: room for room in Room.objects.filter(site=site)}
    guests = defaultdict(list)
    for one in Placement.objects.holding().filter(site=site).select_related("person").order_by("proposed_at", "pk"):
        guests[one.room_id].append(one)
    cleanings = {one.room_id: one for one in Cleaning.objects.filter(site=site, done_at=None)}
    turns = Turn.objects.open().filter(unit__path__under=site.unit.path, opened_at__lte=at, due__lte=day_end(day_of(at)))
    waiting = dict(turns.values_list("unit_id").annotate(n=Count("pk")).order_by())
    found: dict[Building, list[RoomNow]] = defaultdict(list)
    for building in _buildings(site):
        for door, position in shape(building):
            if room := rooms.get(door.unit_id):
                found[building].append(RoomNow(room, door, position, guests[room.pk], cleanings.get(room.pk), waiting.get(room.pk, 0)))
    _keep_reserve([one for many in found.values() for one in many], site, at)
    return found


def _buildings(site) -> list[Building]:
    below = Unit.objects.filter(path__under=site.unit.path, level="building", until_on=None)
    return list(Building.objects.filter(unit__in=below).select_related("unit").order_by("unit__path"))


def _keep_reserve(rooms, site, at):
    """The last free ones of the tree are the reserve, as many as the table says."""
    lived_in = sum(one.room.zone == "contaminated" and not one.room.is_shut for one in rooms)
    kept = needed("reserve", lived_in, at, site.unit.path)
    free = sorted((one for one in rooms if one.state == "free"), key=lambda one: one.door.unit.path)
    for one in free[-kept:] if kept else []:
        one.is_reserve = True


@dataclass(slots=True)
class Job:
    """One thing to be done in a room: what, by when, and where it is done."""

    title: str
    due: datetime
    url: str


def jobs_in(room, at) -> list[Job]:
    """What is open at a room and may be done now, the first due first; the same for two people there is said once."""
    turns = list(Turn.objects.open().filter(unit=room.pk, opened_at__lte=at).order_by("due", "pk"))
    later, titles, found = opening_later(turns, at), {}, {}
    for code in {turn.flow for turn in turns}:
        if FLOWS[code].titles:
            titles |= FLOWS[code].titles([turn.record for turn in turns if turn.flow == code])
    for turn in (turn for turn in turns if turn.record not in later):
        flow = FLOWS[turn.flow]
        title = titles.get(turn.record) or str(flow.states[turn.state])
        found.setdefault(title, Job(title, turn.due, flow.page_of(turn.state, turn.record)))
    return list(found.values())
