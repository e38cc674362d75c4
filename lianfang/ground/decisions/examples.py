"""Examples of a table, test and manual at once: a sentence, a day, facts, and what must come out."""
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .evaluator.cells import ANY, Malformed, day
from .evaluator.faults import Fault
from .evaluator.ruling import Ruling
from .evaluator.table import Table

FIXED = ("says", "on", "unit")


class BadCell(Malformed):
    """A cell of an example that cannot be read, and its column."""

    def __init__(self, column, text):
        self.column = column
        super().__init__(text)


@dataclass(frozen=True, slots=True)
class Example:
    """One line: facts not given are left out, results not stated are not compared."""

    number: int
    says: str
    on: date
    path: str
    facts: dict
    expected: dict


@dataclass(frozen=True, slots=True)
class Tried:
    """An example and what the table said; `wrong` names the results that differ."""

    example: Example
    ruling: Ruling
    wrong: tuple[str, ...]


def read(table: Table, text: str, *, path_of: Callable[[str], str | None] = str, elsewhere: str = "/") -> tuple[list[Example], list[Fault]]:
    """The examples of a table and what is wrong with them; an empty unit cell means `elsewhere`."""
    head, *records = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) or [[]]
    unknown = [name for name in head if name not in FIXED and name not in table.facts and name not in table.results]
    if unknown or not {"says", "on"} <= set(head):
        return [], [Fault("example_column", 1, name) for name in unknown or ["says", "on"]]
    found, faults = [], []
    for n, record in enumerate(records, 2):
        if any(cell.strip() for cell in record):
            if len(record) != len(head):
                faults.append(Fault("example_width", n))
                continue
            try:
                found.append(_example(table, n, dict(zip(head, map(str.strip, record), strict=True)), path_of, elsewhere))
            except BadCell as bad:
                faults.append(Fault("bad_example", n, bad.column, str(bad)))
    return found, faults


def _example(table, n, cells, path_of, elsewhere):
    path = path_of(cells["unit"]) if cells.get("unit") else elsewhere
    if path is None:
        raise BadCell("unit", cells["unit"])
    if not cells["says"]:
        raise BadCell("says", "")
    facts = {name: kind.read(cells[name]) for name, kind in table.facts.items() if cells.get(name)}
    expected = {name: outcome.nothing if cells[name] == ANY else _read(name, cells[name], outcome.read)
                for name, outcome in table.results.items() if cells.get(name)}
    return Example(n, cells["says"], _read("on", cells["on"], day), path, facts, expected)


def _read(column, text, read):
    try:
        return read(text)
    except Malformed:
        raise BadCell(column, text) from None


def tried(table: Table, examples: list[Example]) -> list[Tried]:
    """What the table says to each."""
    found = []
    for example in examples:
        ruling = table.decide(example.facts, on=example.on, path=example.path)
        found.append(Tried(example, ruling, tuple(name for name, value in example.expected.items() if ruling.result[name] != value)))
    return found
