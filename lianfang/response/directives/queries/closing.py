"""How what fell due was closed: how many, how many in time, the rate, and the median of hours; by unit, group or source."""
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from django.db.models import Q

from lianfang.ground.units.models import Unit

from ..models import Task

HOUR = 3600


@dataclass(frozen=True)
class Closure:
    """Of the tasks that fell due in a time: how many, closed at all, closed in time; the rate of those in time, and the median of the hours
    from given to closed (None of none). What was excused or withdrawn does not count, nor what is open and has its term still before it."""

    key: object
    name: str
    due: int
    closed: int
    in_time: int
    hours: float | None

    @property
    def rate(self) -> float | None:
        """Closed in time of all that fell due."""
        return self.in_time / self.due if self.due else None


def closure(unit, since, until, *, at) -> list[Closure]:
    """By each unit right below a unit (and itself, where tasks are its own), in the order of the tree, as it stands at a moment: half-open,
    by the time due."""
    below = len(unit.path)
    paths = dict(Unit.objects.filter(path__under=unit.path).filter(parent=unit).values_list("path", "name"))
    found = _counted(unit, since, until, at, lambda row: unit.path + row["unit__path"][below:].split("/")[0] + "/"
                     if len(row["unit__path"]) > below else unit.path)
    names = {unit.path: unit.name, **paths}
    return [_row(path, names.get(path, ""), rows) for path, rows in sorted(found.items())]


def closure_by(field, unit, since, until, *, at) -> list[Closure]:
    """The same by group (its name) or by source."""
    found = _counted(unit, since, until, at, lambda row: row[field])
    return [_row(key, key, rows) for key, rows in sorted(found.items()) if key]


def total(unit, since, until, *, at) -> Closure:
    """All of a unit together."""
    rows = _counted(unit, since, until, at, lambda _row: unit.path).get(unit.path, [])
    return _row(unit.path, unit.name, rows)


def fell_due(at) -> Q:
    """Tasks whose term has passed, or which are done before."""
    return Q(closed_at__isnull=False) | Q(due_at__lte=at)


def _counted(unit, since, until, at, key) -> dict:
    found = defaultdict(list)
    rows = Task.objects.filter(fell_due(at), unit__path__under=unit.path, due_at__gte=since, due_at__lt=until).exclude(
        state__in=("excused", "withdrawn"))
    for row in rows.values("unit__path", "group_name", "source", "given_at", "closed_at", "due_at"):
        found[key(row)].append(row)
    return found


def _row(key, name, rows) -> Closure:
    closed = [row for row in rows if row["closed_at"]]
    hours = [(row["closed_at"] - row["given_at"]).total_seconds() / HOUR for row in closed]
    in_time = sum(row["closed_at"] <= row["due_at"] for row in closed)
    return Closure(key, name, len(rows), len(closed), in_time, median(hours) if hours else None)
