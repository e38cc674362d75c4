"""A building as it stands this minute: each door's status, day and what is open there; and what lies behind one door."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime

from lianfang.ground.days import day_end, day_of
from lianfang.ground.ui.elevation import Cell
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.queries import opening_later
from lianfang.registers.territory import queries as territory
from lianfang.registers.territory.drawing import cells_of_doors
from lianfang.registers.territory.models import Building, Door
from lianfang.registers.territory.queries.places import natural
from lianfang.response.isolation import queries as isolation

DOUBTS = {"review", "address_doubt", "name_doubt"}
CHECKS = "check"


@dataclass(slots=True)
class Job:
    """One thing to do at a door: its turns (a visit fills the checks of all), what it is called, where it is done, and from when if
    that is still to come."""

    title: str
    due: datetime
    url: str
    flow: str
    subjects: list = field(default_factory=list)
    opens: datetime | None = None


def door_cells(placed, at, url=lambda door: "", selected=None) -> list[Cell]:
    """The doors of a building with their live status: isolated before monitored, to check, rented, empty, shop, normal."""
    ids = [place.door.unit_id for place in placed]
    under, turns = isolation.orders_at(ids, at), open_turns(ids, at)
    doubts = isolation.doubtful(ids, at) | {unit for unit, found in turns.items() if any(flow in DOUBTS for flow, _due in found)}
    cells = cells_of_doors(placed, url, selected)
    return [_live(cell, place.door.unit_id, under, doubts, turns, day_end(day_of(at))) for cell, place in zip(cells, placed, strict=True)]


def _live(cell, unit, under, doubts, turns, tonight):
    open_now = sum(due <= tonight for _flow, due in turns.get(unit, ()))
    if here := under.get(unit):
        status = isolation.MEASURE_WORDS.get(here.measure, "isolated")
        return replace(
            cell,
            status=status,
            day=max(here.day, 0) or None,
            days=here.days or None,
            people=max(cell.people or 0, here.people),
            open_turns=open_now,
            shop=False,
        )
    return replace(cell, status="to_check" if unit in doubts else cell.status, open_turns=open_now)


def open_turns(units, at) -> dict[int, list]:
    """What is open at each of these units, (flow, due) each; the checks of one half day at one door are one visit."""
    rows = Turn.objects.open().filter(unit__in=units, opened_at__lte=at).values_list("unit_id", "flow", "due", "pk")
    found = defaultdict(dict)
    for unit, flow, due, pk in rows:
        found[unit][(flow, due) if flow == CHECKS else pk] = flow, due
    return {unit: list(turns.values()) for unit, turns in found.items()}


def jobs_at(unit, at) -> list[Job]:
    """What is open at a door, the first due first."""
    turns = list(Turn.objects.open().filter(unit=unit, opened_at__lte=at).order_by("due", "pk"))
    titles = {}
    for flow in {turn.flow for turn in turns}:
        if FLOWS[flow].titles:
            titles |= FLOWS[flow].titles([turn.record for turn in turns if turn.flow == flow])
    later, found = opening_later(turns, at), {}
    for turn in turns:
        flow = FLOWS[turn.flow]
        title = titles.get(turn.record) or str(flow.states[turn.state])
        key = (turn.flow, title) if turn.flow == CHECKS else turn.pk
        job = found.setdefault(key, Job(title, turn.due, flow.page_of(turn.state, turn.record), turn.flow, opens=later.get(turn.record)))
        job.subjects.append(turn.subject)
    return list(found.values())


def neighbours(building) -> tuple[Unit | None, Unit | None]:
    """The buildings before and after it at the same place, as people count them."""
    standing = sorted(
        Unit.objects.filter(parent=building.unit.parent_id, level="building", until_on=None), key=lambda unit: natural(unit.name)
    )
    here = next((n for n, unit in enumerate(standing) if unit.pk == building.unit_id), None)
    if here is None:
        return None, None
    return standing[here - 1] if here else None, standing[here + 1] if here + 1 < len(standing) else None


@dataclass(slots=True)
class Village:
    """A village with how many buildings and lanes stand in it."""

    unit: Unit
    town: str
    houses: int = 0


def villages_with_houses(reach) -> list[Village]:
    """The villages within a reach in the order of their towns, with what stands in each."""
    villages = Unit.objects.filter(level="village", until_on=None, path__under=reach).select_related("parent")
    found = {unit.pk: Village(unit, unit.parent.name) for unit in villages.order_by("parent__code", "parent__path", "code", "pk")}
    for path in Building.objects.filter(unit__path__under=reach, unit__until_on=None).values_list("unit__path", flat=True):
        for pk in found.keys() & set(map(int, path.strip("/").split("/"))):
            found[pk].houses += 1
    return list(found.values())


@dataclass(slots=True)
class Standing:
    """A building with how many doors are in each status, how many people are counted there, and what is open today."""

    unit: Unit
    name: str
    building: Building
    statuses: Counter
    doors: int
    people: int
    open_turns: int


def buildings_under(unit, at) -> list[Standing]:
    """The buildings and lanes of a compound or village, in the order people count them."""
    standing = Building.objects.filter(unit__path__under=unit.path, unit__until_on=None).select_related("unit__parent")
    placed = [territory.Placed(door, 0) for door in Door.objects.filter(building__in=standing, unit__until_on=None)]
    cells = defaultdict(list)
    for place, cell in zip(placed, door_cells(placed, at), strict=True):
        cells[place.door.building_id].append(cell)
    found = [_standing(building, _called(building.unit, unit), cells[building.pk]) for building in standing]
    return sorted(found, key=lambda one: natural(one.name))


def _called(own, seen_from):
    """1号楼; seen from outside its compound, with that: two compounds of a village each have one."""
    is_outside = own.parent.level == "compound" and own.parent_id != seen_from.pk
    return own.parent.name + own.name if is_outside else own.name


def _standing(building, name, cells):
    counted = Counter(cell.status for cell in cells)
    people, waiting = sum(cell.people or 0 for cell in cells), sum(cell.open_turns for cell in cells)
    return Standing(building.unit, name, building, counted, len(cells), people, waiting)
