"""The tables that loops ship as files; each loop's apps.py registers its own."""
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .evaluator.faults import Fault, Faulty
from .evaluator.table import Table
from .words.labels import Labels
from .words.labels import read as read_labels


@dataclass(frozen=True)
class Again:
    """What a loop does when a table of its changes: whom a new version would `touch`, their `page`, and how they are decided again.

    `touched(version)` gives one object a record, with `.says`, what would become of it, in words; `decide(run=, most=, by=, at=)` takes up
    to so many records after `run.cursor` and tells what it `Did`.
    """

    touched: Callable
    page: str
    decide: Callable


@dataclass(frozen=True, slots=True)
class Did:
    """What of a run has been done: up to which record, how many were looked at, how many changed."""

    cursor: object
    looked: int
    changed: int


@dataclass(frozen=True)
class Shipped:
    """A table's file, its examples and its words; `table` is read without a tree of units."""

    name: str
    path: Path
    text: str
    examples: str
    labels: Labels
    table: Table
    again: Again | None = None
    bounds: Callable | None = None

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.labels.of(f"{self.name}.csv")


_shipped: dict[str, Shipped] = {}


def register(path, again: Again | None = None, bounds: Callable | None = None) -> None:
    """Add `NAME.csv`, with `NAME.examples.csv` and `labels.csv` beside it; a table that cannot be read stops the start.

    `bounds(table)`: what is wrong with a county's rows beyond their cells.
    """
    path = Path(path)
    text = path.read_text(encoding="utf-8-sig")
    found = Table(path.stem, text)
    if found.faults:
        raise Faulty(path.name, found.faults)
    if path.stem in _shipped and _shipped[path.stem].path != path:
        raise ValueError(f"two tables are called {path.stem}: {path} and {_shipped[path.stem].path}")
    examples = path.with_suffix(".examples.csv")
    told = examples.read_text(encoding="utf-8-sig") if examples.exists() else ""
    _shipped[path.stem] = Shipped(path.stem, path, text, told, read_labels(path.with_name("labels.csv")), found, again, bounds)


def filled(*columns) -> Callable:
    """As bounds of a table: these results are asked for at every turn, so no row leaves one of them open."""
    return lambda table: [Fault("bad_cell", row.number, name, row.cells[name]) for row in table.rows for name in columns
                          if row.result[name] is None]


def shipped(name: str) -> Shipped:
    """One registered table; KeyError names those there are."""
    if name not in _shipped:
        raise KeyError(f"{name}: {', '.join(names())}")
    return _shipped[name]


def names() -> list[str]:
    """The names of all registered tables."""
    return sorted(_shipped)
