"""Turns counted for each child of a unit. There may be hundreds of thousands, at tens of thousands of places: they are counted by place
first, in the order of an index that holds all that is asked, and only the places are asked under which child they lie."""
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, F, Max, Min, Q

from ..accounts.scope import eyes, seen, widened
from ..units.fields import Child, Reach
from ..units.models import Unit
from ..workflow.models import Turn
from .reading import once

ADDED = {Count: "SUM", Min: "MIN", Max: "MAX"}  # what the figures of two places come to together


@dataclass(frozen=True, slots=True)
class Late:
    """Overdue turns of one flow at one level under one child of a unit (None: at the unit itself): how many, since when the oldest is
    overdue, and when they were urged last."""

    level: str
    flow: str
    child: int | None
    count: int
    oldest: datetime
    urged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Open turns in one state of a flow under one child of a unit (None: at the unit itself): how many, how many of these overdue, and
    since when the first is open."""

    flow: str
    state: str
    child: int | None
    count: int
    late: int
    since: datetime


def late_below(unit, at) -> tuple[Late, ...]:
    """All that is overdue below a unit as known at a moment, within the scope; counted once in one reading."""
    return _late(unit.path, widened(Reach(unit.path)), eyes(), at)


@once
def _late(parent, reach, _eyes, at):
    found = _below(parent, reach, at, ("level", "flow"), {"n": Count("*"), "oldest": Min("due"), "urged": Max("urged_at")}, due__lt=at)
    return tuple(Late(level, flow, child, *rest) for level, flow, child, *rest in found)


def waiting_below(unit, at, flows, **wanted) -> list[Waiting]:
    """What waits below a unit in some flows as known at a moment, within the scope; `wanted`: which of these turns."""
    what = {"n": Count("*"), "late": Count("pk", filter=Q(due__lt=at)), "since": Min("opened_at")}
    found = _below(unit.path, widened(Reach(unit.path)), at, ("flow", "state"), what, flow__in=sorted(flows), **wanted) if flows else ()
    return [Waiting(flow, state, child, *rest) for flow, state, child, *rest in found]


def open_then(reach, at, **wanted) -> tuple:
    """Turns open at a moment within a reach, in two parts, each found by an index: those that still are, and those closed since. The
    latter are looked up first: what is guessed of a range without an end would have SQLite look at every turn there ever was."""
    rows = seen(Turn, reach).filter(opened_at__lte=at, **wanted)
    return rows.filter(closed_at=None), rows.filter(pk__in=Turn._base_manager.filter(closed_at__gt=at).values("pk"))


def _below(parent, reach, at, by, what, **wanted) -> list[tuple]:
    """By these columns and the child of a parent's path: what is asked of the turns open at a moment."""
    parts = [_by_place(rows, by, what) for rows in open_then(reach, at, **wanted)]
    lies, marks = _sql(Unit.objects.annotate(child=Child(F("path"), parent)).values_list("pk", "child").order_by())
    quoted = [connection.ops.quote_name(name) for name in (*by, "child")]
    sums = [f"{ADDED[type(one)]}({connection.ops.quote_name(name)})" for name, one in what.items()]
    # the places in hand say which units are looked up, never the other way round: hence a CROSS JOIN, whose order SQLite keeps
    question = (f"SELECT {', '.join([*quoted, *sums])} FROM ({parts[0][0]} UNION ALL {parts[1][0]}) counted CROSS JOIN ({lies}) lying"
                f" WHERE lying.pk = counted.unit_id GROUP BY {', '.join(quoted)}")
    with connection.cursor() as cursor:
        cursor.execute(question, [*parts[0][1], *parts[1][1], *marks])
        found = cursor.fetchall()
    readers = [None] * len(by) + [lambda child: int(child) if child else None] + [_reader(one) for one in what.values()]
    return [tuple(read(value) if read else value for read, value in zip(readers, row, strict=True)) for row in found]


def _by_place(rows, by, what):
    return _sql(rows.values_list("unit_id", *by).annotate(**what).order_by())


def _sql(rows):
    """A question in plain words, each column under its name, and what its marks stand for."""
    return rows.query.sql_with_params()


def _reader(one):
    """How this database's answer is read: a count, or a moment as the column it is taken from holds it."""
    if isinstance(one, Count):
        return int
    [source] = one.get_source_expressions()[:1]
    column = Turn._meta.get_field(source.name).get_col(Turn._meta.db_table)
    converters = [*connection.ops.get_db_converters(column)]

    def read(value):
        for convert in converters:
            value = convert(value, column, connection)
        return value
    return read
