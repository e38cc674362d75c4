"""Who is looked at when: calendar periods, the units of a round, and the matrix of units and periods."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.days import day_of
from lianfang.ground.units.models import Unit

from ..models import Member, Sheet, Visit

MOST_PERIODS = 12


def following(period, on) -> tuple[date, date]:
    """The first and the last day of the calendar period a day lies in."""
    if period == "week":
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=6)
    if period == "month":
        first = on.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if period == "half_year":
        return (date(on.year, 1, 1), date(on.year, 6, 30)) if on.month <= 6 else (date(on.year, 7, 1), date(on.year, 12, 31))
    return on, on


def periods(period, on, count) -> list[tuple[date, date]]:
    """So many calendar periods, the one before the last holds a day: what was, what is, what comes next."""
    found = [following(period, following(period, on)[1] + timedelta(days=1)), following(period, on)]
    while len(found) < count:
        found.append(following(period, found[-1][0] - timedelta(days=1)))
    return found[::-1]


def units_of(round) -> list[Unit]:
    """The units a round is about."""
    standing = Unit.objects.in_force(round.from_on).filter(path__under=round.unit.path, level=round.level)
    return list(standing.order_by("path"))


def heads_of(teams) -> dict:
    """The account that heads each of these teams."""
    with everything():
        return dict(Member.objects.filter(team__in=list(teams), duty="head").values_list("team", "account"))


@dataclass
class Cell:
    """A unit in a period: how many inspections were done, how many are planned."""

    seen: int = 0
    planned: int = 0


@dataclass
class Line:
    """A unit of the matrix: one cell a period."""

    unit: Unit
    cells: list = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether nobody has looked in any of the periods, nor is to."""
        return not any(cell.seen or cell.planned for cell in self.cells)


def coverage(reach, level, period, on, count=6, kind="") -> tuple[list, list[Line]]:
    """The periods, and every unit of a level within a reach with what was seen there and what is planned, whoever goes: three questions."""
    spans = periods(period, on, min(count, MOST_PERIODS))
    units = list(within(Unit.objects.in_force(on).filter(level=level), reach, "path").select_related("parent").order_by("path"))
    begins, ends = spans[0][0], spans[-1][1]
    sheets, visits = Sheet.objects.exclude(done_at=None), Visit.objects.filter(state="planned")
    if kind:
        sheets, visits = sheets.filter(kind=kind), visits.filter(team__kind=kind)
    found = defaultdict(lambda: [Cell() for _span in spans])
    index = {unit.path: unit.pk for unit in units}
    for path, day in sheets.filter(on__gte=begins, on__lte=ends).values_list("unit__path", "on"):
        for pk in _around(path, index):
            found[pk][_which(spans, day)].seen += 1
    for path, day in visits.filter(on__gte=begins, on__lte=ends).values_list("place__path", "on"):
        for pk in _around(path, index):
            found[pk][_which(spans, day)].planned += 1
    return spans, [Line(unit, found[unit.pk]) for unit in units]


def _around(path, index) -> list[int]:
    """The unit of the matrix a place lies at or in; nothing for a place wider than its rows."""
    parts = path.strip("/").split("/")
    chain = ("/" + "/".join(parts[:n]) + "/" for n in range(len(parts), 0, -1))
    return [index[one] for one in chain if one in index][:1]


def _which(spans, day) -> int:
    return next(n for n, (first, last) in enumerate(spans) if first <= day <= last)


def bare_units(reach, level, period, at) -> list[Unit]:
    """Units that nobody has looked at in this period, nor is to."""
    spans, lines = coverage(reach, level, period, day_of(at), 2)
    now = next(n for n, (first, last) in enumerate(spans) if first <= day_of(at) <= last)
    return [line.unit for line in lines if not (line.cells[now].seen or line.cells[now].planned)]
