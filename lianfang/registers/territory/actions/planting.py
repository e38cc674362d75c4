"""Where the doors of address lines belong: in buildings that stand, or in buildings and compounds to be put up."""
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.units import actions as tree
from lianfang.ground.units.models import RANK, Unit

from ..addresses import parse, place_key, unit_forms
from ..addresses.vocabulary import BUILDING_WORD, GENERIC, LETTERED_WORD
from ..models import Building, Door
from ..queries.doors import AddressBook
from ..shapes import Cell, Shape
from .buildings import build, extend


class Unclear(ValueError):
    """A line that does not say for certain where its door is; one sentence."""


@dataclass
class Site:
    """A building that stands (`unit`) or is to be put up in a compound or village, and the doors it gets."""

    name: str
    kind: str
    parent: object
    unit: Unit | None = None
    has_stairs: bool | None = None
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)

    def take(self, cell) -> bool:
        """Give the building a door; False where it was named before. The first door tells whether this building counts stairs."""
        if self.has_stairs is None:
            self.has_stairs = bool(cell.stair)
        if cell.stair and not self.has_stairs:
            if cell.stair != "1":
                raise Unclear(_("{building}不分单元").format(building=self.name))
            cell.stair = ""
        if self.has_stairs and not cell.stair:
            raise Unclear(_("{building}分单元，要写明几单元").format(building=self.name))
        return self.cells.setdefault((cell.stair, cell.number), cell) is cell


class Plan:
    """The buildings a list of lines asks for below a unit."""

    def __init__(self, unit):
        self.unit = unit
        self.book = AddressBook(unit)
        below = Unit.objects.filter(path__under=unit.path, until_on=None).exclude(level__in=("stair", "door"))
        self.units = {u.path: u for u in [*Unit.objects.filter(pk__in=unit.ancestor_ids), *below]}
        self.nodes: dict[tuple, list[Unit]] = {}
        for path, (place, building, _stair) in self.book.prefixes.items():
            if path in self.units:
                self.nodes.setdefault((self._village(path), self.units[path].level, place, building), []).append(self.units[path])
        self.stairs = dict(Door.objects.filter(unit__path__under=unit.path, unit__until_on=None).values_list("building_id", "stair"))
        self.sites: dict[tuple, Site] = {}
        self.compounds: dict[tuple, tuple[Unit, str]] = {}

    def take(self, text) -> bool:
        """Plan the door of one line; False where an earlier line asked for it."""
        address = parse(text)
        if address is None:
            raise Unclear(_("看不出是哪栋哪户"))
        anchor, place = self._anchor(address)
        own_place, own_building, own_stair = self.book.own
        place, number = place or own_place, "" if address.named else address.building or own_building
        if any(self.book.own) and (place_key(place) != own_place or (own_building and number != own_building)):
            raise Unclear(_("不在{unit}里").format(unit=self.unit.name))
        if RANK[anchor.level] < RANK["village"]:
            raise Unclear(_("要写明哪个村（社区）"))
        if not (address.building or address.lane or own_building):
            raise Unclear(_("要写明楼栋或巷子"))
        kind = "lane" if address.lane and not number else "block"
        site = self._site(anchor, kind, place, number)
        return site.take(Cell(address.door, address.stair or own_stair, address.floor if address.floor and kind == "block" else 1))

    def _anchor(self, address) -> tuple[Unit, str]:
        """The deepest unit the line names, and what remains as a place; "小区" alone is no place but the rest of a name."""
        ways = [(rest, path) for rest, path in self.book.readings(address) if rest not in GENERIC]
        known = [way for way in ways if self._known(*way)]
        rest, path = max(known or ways[:1] + ways, key=lambda way: way[1].count("/"))
        return self.units[path] if path.startswith(self.unit.path) and path in self.units else self.unit, rest

    def _known(self, rest, path):
        """Whether a place of that name stands there."""
        return any(key[2] == place_key(rest) and (key[0].startswith(path) or path.startswith(key[0])) for key in self.nodes)

    def _village(self, path) -> str:
        """The path of the village a path lies in."""
        while path != "/" and not (path in self.units and self.units[path].level == "village"):
            path = path[: path.rindex("/", 0, -1) + 1]
        return path

    def _site(self, anchor, kind, place, number) -> Site:
        """The building of that place and number, found or planned."""
        village = self._village(anchor.path)
        key = village, "building", place_key(place), number
        if key in self.sites:
            return self.sites[key]
        standing = self.nodes.get(key, ())
        if len(standing) > 1:
            raise Unclear(_("有不止一处叫“{name}”").format(name=standing[0].name))
        if standing:
            stair = self.stairs.get(standing[0].id)
            site = Site(standing[0].name, kind, None, standing[0], None if stair is None else bool(stair))
        elif number:
            word = LETTERED_WORD if number[0].isalpha() else BUILDING_WORD
            site = Site(word.format(number), kind, self._compound(anchor, village, place))
        else:
            site = self._by_name(anchor, village, kind, place)
        return self.sites.setdefault(key, site)

    def _compound(self, anchor, village, place):
        """The compound of that name, the key of one to be added, or the village itself where the line names none."""
        if not place:
            return anchor
        standing = self.nodes.get((village, "compound", place_key(place), ""), ())
        if len(standing) == 1:
            return standing[0]
        if standing:
            raise Unclear(_("有不止一处叫“{name}”").format(name=place))
        self.compounds.setdefault((village, place_key(place)), (anchor, place))
        return village, place_key(place)

    def _by_name(self, anchor, village, kind, place) -> Site:
        """A lane, or a building with a name for a number, in the compound its name begins with, if there is one."""
        compounds = {key[2]: units[0] for key, units in self.nodes.items() if key[:2] == (village, "compound")}
        compounds |= {key[1]: key for key in self.compounds if key[0] == village}
        if place_key(place) in compounds:
            raise Unclear(_("“{name}”是小区，要写明楼栋").format(name=place))
        if not place:
            return Site(min(unit_forms(self.units[village].name), key=len), kind, anchor)
        name = max((name for name in compounds if place_key(place).startswith(name)), key=len, default="")
        return Site(place[len(name):], kind, compounds.get(name, anchor))

    def carry_out(self, *, by, at, because=None) -> list[Door]:
        """Put up what is planned, in the caller's transaction."""
        keys = list(self.compounds)
        drafts = [{"parent": anchor, "level": "compound", "name": name, "from_on": day_of(at)} for anchor, name in self.compounds.values()]
        compounds = dict(zip(keys, tree.add_units(drafts=drafts, by=by, at=at, because=because), strict=True))
        new = [site for site in self.sites.values() if site.unit is None and site.cells]
        shapes = [Shape(site.name, list(site.cells.values()), site.kind, compounds.get(site.parent, site.parent)) for site in new]
        doors = build(shapes=shapes, by=by, at=at, because=because).doors
        for building in Building.objects.select_related("unit").filter(unit__in=[s.unit for s in self.sites.values() if s.unit]):
            site = next(s for s in self.sites.values() if s.unit == building.unit)
            doors += extend(building=building, cells=list(site.cells.values()), by=by, at=at, because=because)
        return doors
