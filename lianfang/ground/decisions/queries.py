"""What others may ask: tables with their versions, rows and examples as a reader sees them."""
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ..units.fields import TOP
from . import current, examples, registry, speech
from .evaluator.table import Row
from .models import TableVersion, Verdict


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
        state = _state(version.from_on, version.until_on or date.max, on) if version.approved_at else "draft"
        rows = len(current.read(version).rows)
        there = reverse("decisions:version", args=[name, version.number])
        found.append(Edition(version.mark, version.area, version.from_on, version.until_on, rows, state, there, version))
    return sorted(found, key=lambda e: (e.state != "draft", -e.from_on.toordinal(), e.version is None))


def _state(start, end, on) -> str:
    return "future" if on < start else "in_force" if on < end else "past"


def drafts() -> dict[str, int]:
    """How many versions of each table wait for a second person."""
    found = {}
    for name in TableVersion.objects.filter(approved_at=None).values_list("table", flat=True):
        found[name] = found.get(name, 0) + 1
    return found


def shipped_examples(name) -> list[examples.Tried]:
    """What the shipped rows say to their examples."""
    shipped = registry.shipped(name)
    return examples.tried(shipped.table, examples.read(shipped.table, shipped.examples)[0])


def version_examples(version) -> list[examples.Tried]:
    """What the table would say to a version's examples with that version in force."""
    whole = current.standing_with(version)
    found, _ = examples.read(whole, version.examples, path_of=current.path_of, elsewhere=version.area.path)
    return examples.tried(whole, found)


def verdict_of(pk) -> Verdict | None:
    """A kept verdict within the reader's reach."""
    return Verdict.objects.select_related("unit").filter(pk=pk).first()
