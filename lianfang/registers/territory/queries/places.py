"""A unit and what hangs under it, as its page shows them."""
import re
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, Sum, Value
from django.db.models.functions import StrIndex, Substr

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import answering, nodes_without_responsible
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import RANK, Unit
from lianfang.ground.units.queries import figures

from ..models import Building, Door

HEADED = ("county", "township", "village", "grid", "micro_grid")
DIGITS = re.compile(r"(\d+)")


@dataclass(slots=True)
class Place:
    """A unit with its figures: persons and km² as reported, doors and heads as counted behind them."""

    unit: Unit
    population: int | None = None
    area: float | None = None
    doors: int = 0
    heads: int = 0
    unknown: int = 0
    vacant: int = 0
    responsible: Account | None = None
    building: Building | None = None
    stairs: int = 0


def children(unit, on) -> list[Place]:
    """The units directly below that stand on a day, in the order people count them."""
    below = list(Unit.objects.in_force(on).filter(parent=unit))
    below.sort(key=lambda child: (RANK[child.level], child.code or "~", natural(child.name)))
    found = _places(below, doors_by_child(unit), vacant_by_child(unit, on), on)
    _add_shapes([one for one in found if one.unit.level == "building"])
    return found


def _add_shapes(houses):
    """The buildings among them, with how many stairs each has."""
    buildings = Building.objects.annotate(stairs=Count("doors__stair", distinct=True, filter=Q(doors__unit__until_on=None)))
    found = buildings.in_bulk([house.unit.id for house in houses])
    for house in houses:
        house.building = found.get(house.unit.id)
        house.stairs = house.building.stairs if house.building else 0


def place(unit, on, below) -> Place:
    """The unit itself; what is behind its doors is the sum of what is below."""
    found = _places([unit], {}, {}, on)[0]
    found.doors, found.heads, found.unknown = (sum(getattr(child, name) for child in below) for name in ("doors", "heads", "unknown"))
    found.vacant = sum(child.vacant for child in below) + (found.responsible is None and unit.level in HEADED)
    return found


def _places(units, doors, vacant, on) -> list[Place]:
    ids = [unit.id for unit in units]
    population, area, heads = figures(ids, "population", on), figures(ids, "area", on), answering(ids, on)
    found = []
    for unit in units:
        counted, lived_in, unknown = doors.get(unit.id, (0, 0, 0))
        people = population.get(unit.id)
        found.append(Place(unit, None if people is None else round(people), area.get(unit.id), counted, lived_in or 0, unknown,
                           vacant.get(unit.id, 0), heads.get(unit.id)))
    return found


COUNTED = {"n": Count("pk"), "heads": Sum("head_count"), "unknown": Count("pk", filter=Q(head_count=None, use="home"))}


def doors_by_child(unit) -> dict[int, tuple[int, int, int]]:
    """Doors, heads, and homes whose heads nobody has counted, behind each unit directly below; one query."""
    rows = Door.objects.filter(unit__path__under=unit.path, unit__until_on=None)
    return _by_child(rows, "unit__path", unit, COUNTED)


def vacant_units(unit, on, levels=HEADED):
    """Units at or below that stand and for which nobody answers on a day."""
    return nodes_without_responsible(Reach(unit.path), on, levels)


def stranded(reach):
    """Units an edition has ended while something still hangs under them."""
    below = Unit.objects.filter(parent=OuterRef("pk"), until_on=None)
    return Unit.objects.filter(Exists(below), path__under=reach, level__in=HEADED, until_on__isnull=False).order_by("path")


def vacant_by_child(unit, on) -> dict[int, int]:
    """How many of them lie at or below each unit directly below."""
    found = _by_child(vacant_units(unit, on).exclude(pk=unit.pk).order_by(), "path", unit, {"n": Count("pk")})
    return {child: n for child, (n,) in found.items()}


def _by_child(rows, path, unit, counts):
    """Rows grouped by the child of a unit whose path theirs begins with."""
    rows = rows.annotate(tail=Substr(path, len(unit.path) + 1))
    rows = rows.annotate(child=Substr("tail", 1, StrIndex(F("tail"), Value("/")) - 1)).values_list("child").annotate(**counts)
    return {int(child): tuple(found) for child, *found in rows if child}


def natural(name):
    """10号楼 after 2号楼."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in DIGITS.split(name) if part]
