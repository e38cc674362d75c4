"""The figures of a trial: sums over its groups, of a day and day by day; what is needed beside what there is."""
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from lianfang.response.laboratory import queries as laboratory

from ..models import Group, Trial
from ..words import ORDER, named
from .trials import code_of, trial_day

FREED, BOUND, EASED = ("pass", "over"), ("bound", "stricter", "longer"), ("milder", "shorter")
LEFT = ("same", "exception", "elsewhere")
TITLES = ("old", "town", "category")
IN_A_ROOM = "c"  # central quarantine: a room each


@dataclass(frozen=True, slots=True)
class Cut:
    """Counts by two cuts: codes of the columns with their words, and lines of (code, word, counts)."""

    down: str
    columns: list
    lines: list


@dataclass(frozen=True, slots=True)
class Day:
    """One day: what is needed as it stands and as it would be, of rooms, tubes and people minded one to one; and what there is."""

    on: date
    number: int
    rooms: tuple[int, ...]
    tubes: tuple[int, ...]
    minded: tuple[int, ...]
    bound: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A day's cuts, and how many by fate; `people`: all of them."""

    day: int
    cuts: list[Cut]
    fates: list
    people: int
    freed: int
    more: int
    eased: int
    undecided: int
    untouched: int


def figures_of(trial: Trial, groups: list[Group], day: int) -> Figures:
    """By old and new measure, by town, by category, on a day."""
    first = (trial.plan_on - trial_day(trial)).days
    fates = Counter[str]()
    for group in groups:
        fates[group.fate] += group.people
    words = named("fate", fates)
    return Figures(day, [_cut(down, groups, day, first) for down in TITLES], [(code, words[code], n) for code, n in fates.most_common()],
                   fates.total(), _sum(fates, FREED), _sum(fates, BOUND), _sum(fates, EASED), fates["review"], _sum(fates, LEFT))


def _sum(fates, codes) -> int:
    return sum(fates[code] for code in codes)


def _cut(down, groups, day, first) -> Cut:
    cells = Counter()
    for group in groups:
        cells[code_of(group, down, day, first), code_of(group, "new", day, first)] += group.people
    across = sorted({new for _code, new in cells}, key=ORDER.index)
    rows = {code: [cells[code, new] for new in across] for code, _new in cells}
    words, head = named(down, list(rows)), named("new", across)
    codes = sorted(rows, key=ORDER.index) if down == "old" else sorted(rows, key=lambda code: -sum(rows[code]))
    return Cut(down, [(code, head[code]) for code in across], [(code, words.get(code, code), rows[code]) for code in codes])


def needs_of(trial: Trial, groups: list[Group]) -> list[Day]:
    """Every day of a trial: a room each for who is in central quarantine, tubes with those of everybody else, who is minded one to one."""
    today, found = trial_day(trial), []
    for n in range(trial.days):
        rooms, minded, bound, tested = ([0, 0] for _one in range(4))
        for group in groups:
            for side, (measures, minding, tests) in enumerate(((group.old, group.old_minding, group.old_tests),
                                                               (group.new, group.new_minding, group.new_tests))):
                rooms[side] += group.people * (measures[n] == IN_A_ROOM)
                bound[side] += group.people * (measures[n] != "-")
                minded[side] += group.people * (minding[n] == "o")
                tested[side] += group.people * (tests[n] == "t")
        tubes = [trial.needs["others"][n] + laboratory.tubes_of({"test_day": people}, today, trial.needs["share"]) if people else
                 trial.needs["others"][n] for people in tested]
        found.append(Day(today + timedelta(days=n), n, tuple(rooms), tuple(tubes), tuple(minded), tuple(bound)))
    return found
