"""What is due: rows whose class's days are over since their loop closed, as questions nobody's scope narrows."""
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, Q, UUIDField

from .. import decisions
from ..accounts.scope import everything
from ..days import day_of
from ..ids import floor
from ..journal.models import Line
from .classes import about, kept_of, of_class, personal, roots
from .rules import ANONYMISE, TABLE, Rule, rule

SWEPT = "retention.sweep"
AHEAD = (0, 7, 30)  # days for which a page counts what will be due
LOOK_BACK = timedelta(days=30)


@dataclass(slots=True)
class Due:
    """A class: its rule, and how many rows of each model are due by a moment, by the model's label."""

    rule: Rule
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> int:
        """All of them."""
        return sum(self.rows.values())


@everything()
def due(at: datetime, code: str = "") -> list[Due]:
    """What is due of each class that is swept, or of one."""
    found = []
    for each in [code] if code else codes():
        said = rule(each, at)
        if said.before(at) is not None:
            counts = {model._meta.label: rows_due(model, said, at).count() for model in [*_roots(each), *of_class(each)]}
            found.append(Due(said, {label: number for label, number in counts.items() if number}))
    return found


@everything()
def ahead(at: datetime) -> list[tuple[Rule, list[int]]]:
    """Of each class, how many rows will be due by today, in a week and in a month, if nothing else happens."""
    days = [{each.rule.code: each.whole for each in due(at + timedelta(days=number))} for number in AHEAD]
    return [(rule(code, at), [day.get(code, 0) for day in days]) for code in codes()]


def codes() -> list[str]:
    """Every class that a model declares, in the order of the table."""
    order = decisions.table(TABLE).facts["class"].text.removeprefix("one of ").split("|")
    said = {kept_of(model).by for model in personal()}
    return [code for code in order if code in said] + sorted(said - set(order))


def last_sweeps(at: datetime) -> list[tuple]:
    """What was swept of each class on each of the last days (day, class, what was done, rows), newest first."""
    found: Counter = Counter()
    for told in Line.objects.filter(verb=SWEPT, at__gt=at - LOOK_BACK):
        found[day_of(told.at), told.kind, told.data["then"]] += sum(told.data["rows"].values())
    return sorted(((*key, rows) for key, rows in found.items()), reverse=True)


def _roots(code) -> list:
    return [model for model in roots() if kept_of(model).by == code]


def rows_due(model, said: Rule, at: datetime, among=None):
    """The rows of a model that are due under a rule; of some keys, when they are named."""
    kept, before = kept_of(model), said.before(at)
    found = model._base_manager.filter(_closed(model, kept.closed, before), **kept.only)
    if among is not None:
        found = found.filter(pk__in=among)
    if not kept.is_root:
        return found.filter(left(model)) if _stays(kept, said) else found
    for other in about(model):
        if (column := kept_of(other).closed) and "__" not in column:
            waits = ~_closed(other, column, before) | Q(**{f"{column}__isnull": True})
            found = found.exclude(_waited_for(other, waits, kept_of(other).about, at_once=among is None))
    return found.distinct()


def _waited_for(other, waits, way, *, at_once) -> Q | Exists:
    """Whether a row of another model still keeps it: for all of them, SQLite looks the others up once instead of for each."""
    if at_once and connection.vendor == "sqlite":
        return Q(pk__in=other._base_manager.filter(waits, **{f"{way}__isnull": False}).values(way))
    return Exists(other._base_manager.filter(waits, **{way: OuterRef("pk")}))


def _stays(kept, said) -> bool:
    """Whether the row itself stays when its person is taken out of it."""
    return said.then == ANONYMISE and kept.blanks is not None


def left(model) -> Q:
    """Rows that still hold something to be taken out."""
    left = Q(pk__in=[])
    for name, value in kept_of(model).blanks.items():
        left |= Q(**{f"{name}__isnull": False}) if value is None else ~Q(**{name: value})
    return left


def _closed(model, column, before) -> Q:
    """Closed before a moment: a moment, a day, or an id that tells its moment."""
    kind = model
    for step in column.split("__"):
        field = kind._meta.get_field(step)
        kind = field.related_model or kind
    if field.get_internal_type() == "DateField":
        return Q(**{f"{column}__lt": day_of(before)})
    return Q(**{f"{column}__lt": floor(int(before.timestamp() * 1000)) if isinstance(field, UUIDField) else before})
