"""Places somebody looks for: by an address line as people say it, or by the beginning of a name."""
import re

from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import RANK, Unit

from ..addresses import building_key, plain
from .doors import AddressBook

NAMED = ("village", "compound", "building")
HEAD = re.compile(r"\D*")
SHORTEST, MOST, BOOKS = 2, 8, 6


def sought(text: str, reach: Reach, most=MOST) -> list[Unit]:
    """Doors, else buildings, that an address line names within a reach; without a number villages, compounds, lanes that begin so."""
    line = plain(text)
    head = HEAD.match(line)[0]
    if len(head) < SHORTEST or head.isascii():
        return []
    standing = Unit.objects.filter(path__under=reach, until_on=None)
    named = standing.filter(level__in=NAMED)
    if head == line:
        return list(named.filter(name__startswith=line).order_by("path")[:most])
    ends = [head[at:] for at in range(len(head) - SHORTEST + 1)]
    anchors = sorted(named.filter(name__in=ends), key=lambda unit: -RANK[unit.level])[:BOOKS]
    doors = [door for anchor in anchors if (door := AddressBook(anchor).door(line))]
    if doors:
        return list(Unit.objects.filter(pk__in=doors).order_by("path")[:most])
    _place, number = building_key(line)
    below = standing.filter(level="building", parent__in=anchors).order_by("path")
    return [unit for unit in below if number and building_key(unit.name)[1] == number][:most]


def one_door(text: str, reach: Reach) -> Unit | None:
    """The door an address line names within a reach; None where it names none, or several."""
    doors = [unit for unit in sought(text, reach) if unit.level == "door"] if text else []
    return doors[0] if len(doors) == 1 else None
