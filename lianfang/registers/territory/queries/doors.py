"""Which door an address line names: exactly one, or none."""
from bisect import bisect_left
from collections.abc import Iterator

from lianfang.ground.units.models import RANK, Unit

from ..addresses import Address, Key, building_key, door_key, key, parse, place_key, stair_key, unit_forms
from ..addresses.vocabulary import STREET
from ..models import Door

OFFICIAL = ("county", "township", "village", "grid", "micro_grid")
LONGEST_NAME, LONGEST_PREFIX = 24, 16
Prefix = tuple[str, str, str]
NOWHERE: Prefix = ("", "", "")
ONLY_STAIR = "1"


def resolve(unit, text) -> Unit | None:
    """The door under a unit that an address line names; None where there is none or more than one."""
    found = AddressBook(unit).door(text)
    return Unit.objects.get(pk=found) if found else None


def resolve_many(unit, texts) -> list[int | None]:
    """For each line the id of the door's unit, or None; the doors under the unit are read once."""
    book = AddressBook(unit)
    return [book.door(text) for text in texts]


class AddressBook:
    """All doors below a unit by every key they go by, read once; `door(text)` answers in microseconds."""

    def __init__(self, unit):
        self.unit = unit
        self.names: dict[str, list[str]] = {}
        self.doors: dict[Key, tuple | list] = {}
        nodes = standing_nodes(unit)
        for path, level, name in nodes:
            if level in OFFICIAL:
                self._name(path, name)
        self.counties = [form for form, paths in self.names.items() if any(path.count("/") == 2 for path in paths)]
        self.prefixes = prefixes(nodes)
        self.own = self.prefixes.get(unit.path, NOWHERE)
        rows = Door.objects.filter(unit__path__under=unit.path, unit__until_on=None).values_list("unit_id", "unit__path", "number")
        for pk, path, number in rows.order_by("unit__path").iterator(5000):
            self._enter((path, pk), door_key(number))

    def _name(self, path, name):
        """A village, a town or the county, by every name people give it."""
        for form in unit_forms(name):
            self.names.setdefault(form, []).append(path)

    def _enter(self, entry, door):
        """One door under its full address, without its stair or with an only one, and as it is called within its own compound."""
        place, building, stair = self.prefixes.get(parent(entry[0]), NOWHERE)
        keys = {(place, building, stair, door), (place, building, "", door)}
        if building and not stair:
            keys.add((place, building, ONLY_STAIR, door))
        if any(self.own):
            near = (place[len(self.own[0]):], "" if self.own[1] else building, "" if self.own[2] else stair)
            keys |= {(*near, door), (*near[:2], "", door)}
            if self.unit.level == "building":
                keys.add(("", stair, "", door))
        for found in keys:
            standing = self.doors.setdefault(found, entry)
            if isinstance(standing, list):
                standing.append(entry)
            elif standing is not entry:
                self.doors[found] = [standing, entry]

    def door(self, text) -> int | None:
        """The id of the one door a line names."""
        address = parse(text) if text else None
        if address is None:
            return None
        found = {pk for place, path in self.readings(address) for pk in self._at(key(address, place), path)}
        return found.pop() if len(found) == 1 else None

    def _at(self, found, path) -> list[int]:
        """The doors of that key below a path; of many the first two, which is one too many."""
        entries = self.doors.get(found, ())
        if isinstance(entries, tuple):
            return [entries[1]] if entries and entries[0].startswith(path) else []
        first = bisect_left(entries, (path,))
        return [pk for lies, pk in entries[first:first + 2] if lies.startswith(path)]

    def readings(self, address: Address) -> Iterator[tuple[str, str]]:
        """The ways to read a line's head: how much of it names county, town, village and street, and what remains as a place."""
        head = address.place + address.building if address.named else address.place
        open_ones = [(self._from_county(head), "/")]
        for rest, path in open_ones:
            yield rest, path
            if street := STREET.fullmatch(rest):
                yield street["rest"], path
            for length in range(min(len(rest), LONGEST_NAME), 1, -1):
                open_ones += [(rest[length:], lies) for lies in self.names.get(rest[:length], ()) if lies.startswith(path)]

    def _from_county(self, head):
        """Province and prefecture before the county's name say nothing more."""
        for form in self.counties:
            if 0 < (at := head.find(form)) <= LONGEST_PREFIX:
                return head[at:]
        return head


def standing_nodes(unit) -> list[tuple[str, str, str]]:
    """Path, level and name of everything above, at and below a unit that stands, doors left out."""
    of = Unit.objects.values_list("path", "level", "name")
    return [*of.filter(pk__in=unit.ancestor_ids[:-1]), *of.filter(path__under=unit.path, until_on=None).exclude(level="door")]


def prefixes(nodes) -> dict[str, Prefix]:
    """For each compound, building and stair by its path: place, building and stair of a key; nodes are (path, level, name)."""
    found, villages = {}, {}
    for path, level, name in sorted(nodes, key=lambda node: node[0].count("/")):
        above = parent(path)
        villages[path] = frozenset(map(place_key, unit_forms(name))) if level == "village" else villages.get(above, frozenset())
        if RANK[level] >= RANK["compound"]:
            found[path] = _prefix(level, name, found.get(above, NOWHERE), villages[path])
    return found


def _prefix(level, name, above, village) -> Prefix:
    """A node's words after those above it; a lane that goes by its village's name adds none."""
    place, building, stair = above
    if level == "stair":
        return place, building, stair_key(name)
    if level == "building":
        name, building = building_key(name)
    place += place_key(name)
    return "" if place in village and not building else place, building, stair


def parent(path) -> str:
    """The path a path hangs under."""
    return path[: path.rindex("/", 0, -1) + 1]
