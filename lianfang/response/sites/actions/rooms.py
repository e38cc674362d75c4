"""Rooms of a site: one on screen or hundreds by a sheet; known already, they are described anew."""
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.actions import build, extend
from lianfang.registers.territory.models import Building, Door
from lianfang.registers.territory.shapes import Cell, Shape, ShapeFault

from ..models import Room
from ..reading import Lodging, read
from ..reading.vocabulary import FIRST_BUILDING

FACTS = ("beds", "zone", "is_family", "is_accessible", "is_carer", "has_bathroom")


@dataclass
class Taken:
    """What came of a sheet: rooms that are new, known ones described anew, and (row, sentence) of what was not taken."""

    added: int = 0
    described: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)


@everything()
def import_rooms(*, site, content, name, by, at) -> Taken:
    """Take the good rows of a sheet; each other comes back with its number and how to mend it."""
    found, faults = read(content, name)
    taken = add_rooms(site=site, rooms=found, by=by, at=at)
    taken.faults = faults
    return taken


@everything()
def add_rooms(*, site, rooms: list[Lodging], by, at) -> Taken:
    """Put up rooms with their buildings and floors where they lack; Refused for a building that is not the site's."""
    if site.closed_at:
        raise Refused(_("这个隔离点已经关闭，不能再加房间。"))
    wanted = {(_building_of(site, room), room.number): room for room in rooms}
    with transaction.atomic():
        Unit.objects.select_for_update().get(pk=site.unit_id)
        doors = _doors(site)
        _put_up(site, {key: room for key, room in wanted.items() if key not in doors}, by, at)
        doors = _doors(site)
        known = set(Room.objects.filter(site=site).values_list("pk", flat=True))
        made = [rows.fresh(Room, unit_id=doors[key], site_id=site.pk, **{name: getattr(room, name) for name in FACTS})
                for key, room in wanted.items()]
        new, old = [one for one in made if one.unit_id not in known], [one for one in made if one.unit_id in known]
        rows.insert(new)
        rows.amend(old, *FACTS)
        journal.write([line("sites.add_rooms", kind="site", record=site.pk, by=by.id, at=at, unit=site.unit_id, because=site.because,
                            data={"added": len(new), "described": len(old)})])
    return Taken(len(new), len(old))


def _building_of(site, room) -> str:
    """Its building by name: a site that is one building has no other."""
    if site.unit.level != "building":
        return room.building or FIRST_BUILDING
    if room.building not in ("", site.unit.name):
        raise Refused(_("“{said}”不是这个隔离点的楼，这里只有{name}。").format(said=room.building, name=site.unit.name))
    return site.unit.name


def _doors(site) -> dict[tuple[str, str], int]:
    """The doors below it by building and number."""
    standing = Door.objects.filter(unit__path__under=site.unit.path, unit__until_on=None)
    return {(name, number): pk for name, number, pk in standing.values_list("building__unit__name", "number", "unit_id")}


def _put_up(site, missing, by, at):
    """Doors that are lacking, and the buildings they stand in."""
    buildings = {one.unit.name: one for one in Building.objects.filter(unit__path__under=site.unit.path, unit__until_on=None)
                 .select_related("unit")}
    cells: dict[str, list[Cell]] = {}
    for (building, number), room in missing.items():
        cells.setdefault(building, []).append(Cell(number, "", room.floor_told(), "home", "empty"))
    shapes = [Shape(name, found, parent=site.unit, is_site=True) for name, found in cells.items() if name not in buildings]
    try:
        build(shapes=shapes, by=by, at=at, because=site.because)
        for name in cells.keys() & buildings.keys():
            extend(building=buildings[name], cells=cells[name], by=by, at=at, because=site.because)
    except ShapeFault as fault:
        raise Refused(str(fault)) from None


@everything()
def describe_room(*, room, by, at, **known) -> Room:
    """Say what a room is: beds, zone, what it is fit for, whether it is out of use."""
    if unknown := known.keys() - {*FACTS, "is_shut"}:
        raise TypeError(f"a room has no {', '.join(sorted(unknown))}")
    for name, value in known.items():
        setattr(room, name, value)
    with transaction.atomic():
        rows.amend([room], *known)
        journal.write([line("sites.describe_room", kind="room", record=None, by=by.id, at=at, unit=room.unit_id,
                            because=room.site.because, data=known)])
    return room
