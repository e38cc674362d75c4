"""Address lines to choose from while somebody types one: the places below a unit, one step at a time."""

from lianfang.ground.units.models import RANK, Unit

from ..addresses import plain
from .places import natural

STEPS = ("compound", "building", "stair", "door")
MOST = 12


def lines(unit, text="", most=MOST) -> list[str]:
    """How the lines go on that begin so: compounds and lanes, then buildings, stairs, doors; past a place that is the only one, what
    lies in it. Above a village nothing: there are too many to choose from."""
    if RANK[unit.level] < RANK["village"]:
        return []
    named, above = {}, {}
    standing = Unit.objects.filter(path__under=unit.path, until_on=None, level__in=STEPS).exclude(pk=unit.pk)
    for path, name in standing.order_by("path").values_list("path", "name"):
        over = path[: path.rindex("/", 0, -1) + 1]
        named[path], above[path] = named.get(over, "") + name, over
    begun = plain(text)
    going = {path: line for path, line in named.items() if plain(line).startswith(begun) and plain(line) != begun}
    found = [path for path in going if above[path] not in going]
    if len(found) == 1:
        found += [path for path in going if above[path] == found[0]]
    return [named[path] for path in sorted(found, key=lambda path: (path.count("/"), natural(named[path])))[:most]]
