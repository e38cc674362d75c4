"""What others may ask: tables with their versions, rows and examples as a reader sees them."""
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from ..days import day_of
from ..units.fields import TOP
from ..workflow import FLOWS
from . import current, examples, registry
from .evaluator.table import Row
from .models import TableVersion, Verdict
from .words import speech


@dataclass(slots=True)
class Edition:
    """Rows that came together: a shipped issue, or a version of the county's own."""

    mark: str
    area: object
    from_on: date
    until_on: date | None
    rows: int
    state: str
    url: str
    version: TableVersion | None = None


@dataclass(slots=True)
class SeenRow:
    """A row in words: what it asks for, what it says first, what else, which columns are still to be verified, whose version."""

    row: Row
    asks: list
    says: str
    also: list
    verify: list
    mark: str


def place_of(reach) -> str:
    """From where somebody looks at the tables: the first unit of a reach, the county for the whole tree."""
    path = next(iter(reach), TOP)
    return current.county() if path == TOP else path


def rows_seen(name, on, path) -> list[SeenRow]:
    """The rows in force on a day at a place, in the order they are tried, in words."""
    return [seen(name, row) for row in current.table(name).in_force(on, path)]


def seen(name, row) -> SeenRow:
    """One row in words."""
    labels = registry.shipped(name).labels
    first, *others = row.result.items()
    also = speech.values(labels, dict(others))
    mark = "" if row.version == row.from_on.isoformat() else row.version
    return SeenRow(row, speech.conditions(labels, row), speech.value(labels, *first), also, [labels.of(one) for one in row.verify], mark)


def row_of(name, version, number) -> Row | None:
    """A row by the name of its version and its number, as a verdict keeps them."""
    return next((row for row in current.table(name).rows if (row.version, row.number) == (version, number)), None)


def editions(name, on) -> list[Edition]:
    """All versions of a table, newest first: what was, is and will be in force, and what waits for a second person."""
    shipped = {}
    for row in registry.shipped(name).table.rows:
        shipped.setdefault((row.version, row.from_on, row.until_on), []).append(row)
    address = reverse("decisions:table", args=[name])
    found = [Edition(mark, None, start, None if end == date.max else end, len(rows), _state(start, end, on), f"{address}?on={start}")
             for (mark, start, end), rows in shipped.items()]
    for version in TableVersion.objects.filter(table=name).select_related("area", "drafted_by", "approved_by"):
        there = reverse("decisions:version", args=[version.pk])
        rows = len(current.as_drafted(version).rows)
        found.append(Edition(version.mark, version.area, day_of(version.begins_at), version.ends_at and day_of(version.ends_at), rows,
                             state_of(version), there, version))
    return sorted(found, key=lambda e: (e.version is None or e.version.approved_at is not None, -e.from_on.toordinal(), e.version is None))


def _state(start, end, on) -> str:
    said = {"future": _("未到"), "in_force": _("有效"), "past": _("已过")}
    return said["future" if on < start else "in_force" if on < end else "past"]


def state_of(version) -> str:
    """Where a version stands, in the reader's language."""
    return str(FLOWS["table_version"].states[version.state])


def drafts() -> dict[str, int]:
    """How many versions of each table wait for the other unit."""
    found = {}
    for name in TableVersion.objects.filter(state__in=["asked", "asked_health"]).values_list("table", flat=True):
        found[name] = found.get(name, 0) + 1
    return found


def shipped_examples(name) -> list[examples.Tried]:
    """What the shipped rows say to their examples."""
    shipped = registry.shipped(name)
    return examples.tried(shipped.table, examples.read(shipped.table, shipped.examples)[0])


def version_examples(version) -> list[examples.Tried]:
    """What the table would say to a version's examples with that version in force."""
    whole = current.standing(version.table, None, plus=version)
    if whole.faults:
        return []
    return examples.tried(whole, examples.read(whole, version.examples, path_of=current.path_of, elsewhere=version.area.path)[0])


def verdict_of(pk) -> Verdict | None:
    """A kept verdict within the reader's reach."""
    return Verdict.objects.select_related("unit").filter(pk=pk).first()
