"""The board of a unit at a moment: its figures, and those of each unit below; every number is counted now."""

from dataclasses import dataclass

from django.db.models import Max, Q

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import widened
from lianfang.ground.days import day_of
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import figures as known_figures
from lianfang.response.risk.queries import Held, held_in

from .chase import Late, overdue_groups

MEASURES = ("monitoring", "home", "central", "referred")
LEVELS = ("grid", "village", "township", "county")
COUNTED = (
    "managed",
    *MEASURES,
    "isolated",
    "isolated_abroad",
    "unserved",
    "new_today",
    "ended_today",
    "released_today",
    "release_due",
    "release_open",
    "release_late",
    "symptoms_today",
    "am_due",
    "am_done",
    "am_lacking",
    "am_missed",
    "pm_due",
    "pm_done",
    "pm_lacking",
    "pm_missed",
    "alarms_open",
    "needs_open",
    "unmanaged",
    "nodes_lacking",
)
OVERDUE = tuple(f"overdue_{level}" for level in LEVELS)
BELOW = (*COUNTED, *OVERDUE)
WORST = (
    "overdue_county",
    "overdue_township",
    "overdue_village",
    "overdue_grid",
    "symptoms_today",
    "am_missed",
    "pm_missed",
    "pm_lacking",
    "unmanaged",
    "managed",
)
GATES = ("gate_vehicles", "gate_vehicles_today", "gate_turned_vehicles", "gate_turned_people", "gate_transferred", "gate_registered",
         "gate_held", "gate_unwatched")  # counted for the whole, not for each unit below
WARDS = ("hospital_in_time", "hospital_late", "hospital_problems")  # as well
OUTBREAK = ("cases", "cases_sourceless", "new_indexes", "new_indexes_known", "contacts", "contacts_in_time", "contacts_watched",
            "contacts_seen_today", "contacts_seen_daily", "contacts_lost")
TESTS = ("must_test", "tested_in_time", "test_overdue")  # as well
PER = 10_000


@dataclass(slots=True)
class Line:
    """A unit (None: what hangs on the board's own unit and on none below it) with its figures and its population."""

    unit: Unit | None
    figures: dict[str, int]
    population: float | None = None

    def __getitem__(self, code):
        return self.figures[code]

    @property
    def rate(self) -> float | None:
        """Managed persons per 10 000 of the population (S0-07)."""
        return self["managed"] * PER / self.population if self.population else None

    @property
    def name(self) -> str:
        """What the unit is called."""
        return self.unit.name if self.unit else ""


@dataclass(slots=True)
class Board:
    """A unit's figures as known at a moment, and those of the units below, worst first."""

    unit: Unit
    at: object
    total: Line
    lines: list[Line]
    late: list[Late]
    zones: dict[int, Held]


def board(unit, at) -> Board:
    """The board of a unit, within the scope of whoever asks; the total is the sum of its lines."""
    with indicators.one_reading():
        late = overdue_groups(unit, at)
        counted = _counted(unit, at, late)
        reach = widened(Reach(unit.path))
        whole = indicators.values(("ever", *GATES, *WARDS, *OUTBREAK, *TESTS), reach, at)
        whole["days_since_case"] = days_since_case(reach, at) if whole["cases"] else None
    below = {child.pk: child for child in _children(unit, at, counted)}
    people = known_figures([unit.pk, *below], "population", day_of(at))
    lines = [Line(below.get(pk), derived(found), people.get(pk)) for pk, found in _with_all(counted, below).items()]
    lines.sort(key=worst)
    total = {code: sum(line[code] for line in lines) for code in (lines[0].figures if lines else derived(dict.fromkeys(BELOW, 0)))}
    own = Line(unit, total | whole | {"ended": whole["ever"] - total["managed"]}, people.get(unit.pk))
    return Board(unit, at, own, lines, late, held_in(unit, below.values(), at))


def days_since_case(reach, at) -> int | None:
    """How many days ago the last case was reported (S0-56), as known at a moment; None where none ever was."""
    last = indicators.records("cases", reach, at).aggregate(last=Max("reported_at"))["last"]
    return (day_of(at) - day_of(last)).days if last else None


def below(codes, unit, at) -> list[Line]:
    """Some figures of each unit below, in the order of the tree; what hangs on the unit itself comes last, where there is any."""
    counted = indicators.by_child(codes, unit, at)
    standing = sorted(_children(unit, at, counted), key=lambda child: child.path)
    found = [Line(child, counted.get(child.pk) or dict.fromkeys(codes, 0)) for child in standing]
    return [*found, *([Line(None, counted[0])] if any(counted.get(0, {}).values()) else [])]


def _counted(unit, at, late):
    """The figures of each child by its id; what is overdue is summed from its groups, which the board needs anyway."""
    found = {pk: figures | dict.fromkeys(OVERDUE, 0) for pk, figures in indicators.by_child(COUNTED, unit, at).items()}
    for group in late:
        figures = found.setdefault(group.child or 0, dict.fromkeys(BELOW, 0))
        figures[f"overdue_{group.level}"] += group.count
    return found


def _children(unit, at, counted):
    """Units below that stand on the day, or to which something is counted."""
    on = day_of(at)
    standing = Q(from_on__lte=on) & (Q(until_on=None) | Q(until_on__gt=on))
    return list(Unit.objects.filter(standing | Q(pk__in=counted), parent=unit))


def _with_all(counted, below):
    """A line for each unit below, and one for the unit itself where something hangs on it."""
    own = {0: counted[0]} if any(counted.get(0, {}).values()) else {}
    return {pk: counted.get(pk) or dict.fromkeys(BELOW, 0) for pk in below} | own


def derived(found) -> dict[str, int]:
    """Figures with the sums that follow from them: who should be managed (S2-35), what is overdue at any level."""
    return found | {"should": found["managed"] + found["unmanaged"], "overdue": sum(found[f"overdue_{level}"] for level in LEVELS)}


def worst(line):
    """Worst first: overdue by level, then symptoms and missed checks; what hangs on no unit below comes last."""
    return line.unit is None, [-line[code] for code in WORST], line.name
