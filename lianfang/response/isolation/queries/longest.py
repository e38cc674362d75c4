"""How long a measure may bind, and how long ago what it counts from may have been: both by a dated table."""
from datetime import date, timedelta

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.decisions.evaluator.faults import Fault
from lianfang.ground.units.fields import TOP
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

TABLE = "longest"
COLUMNS = ("days", "then_days", "test_days", "then_test_days")
DAYS = ("exposure_on", "arrival_on")
MEASURES = ("measure", "exposed")


def most(what, on, **place) -> int | None:
    """The days a table allows of a thing on a day; None where no row says so."""
    return decisions.decide(TABLE, {"what": what}, on=on, **place).result["most_days"]


def over_long(table) -> list[Fault]:
    """Cells of a version of a table of measures that hold more days than a measure may have anywhere, on any day, while the row holds."""
    found, limits = [], decisions.table(TABLE).rows
    paths = _paths([*table.rows, *limits])
    for row in table.rows:
        limit = min(_limits(row, limits, paths), default=None)
        found += [Fault("too_many_days", row.number, name, f"{row.cells[name]} > {limit}") for name in COLUMNS
                  if limit is not None and _longest(row.result[name]) > limit]
    return found


def _limits(row, limits, paths) -> list[int]:
    """What a measure may have at most from each day on which that changes while a row holds, and in each place where it is another."""
    beside, own = _beside(row, limits, paths), paths.get(row.area, TOP)
    days = {row.from_on, *(day for one in beside for day in (one.from_on, one.until_on) if row.from_on < day < row.until_on)}
    places = {own, *(path for one in beside if (path := paths.get(one.area, TOP)).startswith(own))}
    found = [most("binding", day, **({} if place == TOP else {"unit": place})) for day in days for place in places]
    return [limit for limit in found if limit is not None]


def too_short(table) -> list[Fault]:
    """Rows of a version of this table by which nothing more could be issued under a row of a table of measures that holds beside them."""
    found, measures = [], [row for name in MEASURES for row in decisions.table(name).rows]
    paths = _paths([*table.rows, *measures])
    for row in table.rows:
        limit, asks = row.result["most_days"], row.conditions["what"].hit
        days = max((_longest(one.result[name]) for one in _beside(row, measures, paths) for name in COLUMNS), default=0)
        if limit is not None and limit < days and (asks is None or asks("binding")):
            found.append(Fault("too_few_days", row.number, "most_days", f"{limit} < {days}"))
    return found


def _paths(rows) -> dict[str, str]:
    """The paths of the rows' own areas."""
    areas = {row.area for row in rows if row.area}
    return {str(pk): path for pk, path in Unit.objects.filter(pk__in=areas).values_list("pk", "path")}


def _beside(row, others, paths) -> list:
    """Those rows that hold on some day and in some place where this one does."""
    return [one for one in others if one.from_on < row.until_on and row.from_on < one.until_on and _meet(one, row, paths)]


def _meet(one, other, paths) -> bool:
    """Whether somebody may live where both rows hold."""
    a, b = paths.get(one.area, TOP), paths.get(other.area, TOP)
    return a.startswith(b) or b.startswith(a)


def _longest(days) -> int:
    return max(days, default=0) if isinstance(days, list | tuple) else days or 0


def is_too_long(days, on) -> bool:
    """Whether a row binds for longer than a measure may."""
    limit = most("binding", on)
    return limit is not None and (days or 0) > limit


def refuse_too_long(days, on):
    """Raise Refused where it does."""
    if is_too_long(days, on):
        says = _("措施表这一行写了 {days} 天，上限是 {most} 天：不能下令，请先改措施表。")
        raise Refused(says.format(days=days, most=most("binding", on)))


def too_long_ago(facts, on) -> dict[str, str]:
    """Which days among facts lie too long before the day of decision to be true, each with a sentence that names it."""
    limit = most("long_ago", on)
    words = decisions.shipped("measure").labels
    says = _("“{name}”写的是 {day}，比判定日早了 {most} 天以上：请核对年份和日期，不明就写“不明”。")
    return {name: says.format(name=words.of(name), day=facts[name].isoformat(), most=limit) for name in DAYS
            if limit is not None and isinstance(facts.get(name), date) and on - facts[name] > timedelta(days=limit)}


def corrected(facts, known) -> dict:
    """Those facts that differ from what was known: what stood there before was looked at on its own day."""
    return {name: value for name, value in facts.items() if known.get(name) != value}


def refuse_long_ago(facts, on):
    """Raise Refused where a day among facts cannot be."""
    if wrong := too_long_ago(facts, on):
        raise Refused("".join(wrong.values()))
