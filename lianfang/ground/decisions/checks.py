"""Everything that may be wrong with a table: cells, ties, rows nobody reaches, examples that fail or are missing, codes without words."""
from itertools import combinations

from . import examples as told
from .evaluator.faults import Fault
from .evaluator.table import Row, Table
from .words.labels import Labels


def check(table: Table, examples: str, *, labels: Labels | None = None, mark: str | None = None, **places) -> list[Fault]:
    """All faults; with `mark`, only rows of that version need an example each; `places` goes to `examples.read`."""
    if table.faults:
        return list(table.faults)
    lines, faults = told.read(table, examples, **places)
    outcomes = told.tried(table, lines)
    faults += [Fault("example_fails", t.example.number, ", ".join(t.wrong), t.example.says) for t in outcomes if t.wrong]
    reached = {id(t.ruling.hit) for t in outcomes}
    faults += [Fault("no_example", row.number) for row in table.rows if id(row) not in reached and mark in (None, row.version)]
    return faults + ties(table) + unreachable(table) + (unlabelled(table, labels) if labels is not None else [])


def ties(table: Table) -> list[Fault]:
    """Rows of two versions that stand equally near and equally new, may both hit, and say different things."""
    return [Fault("tie", b.number, says=f"{a.version} {a.number}") for a, b in combinations(table.rows, 2)
            if a.version != b.version and _equally_near(a, b) and a.result != b.result
            and all(cell.meets(b.conditions[name]) for name, cell in a.conditions.items())]


def unreachable(table: Table) -> list[Fault]:
    """Rows that an earlier row always takes first; only where one row alone shows it."""
    faults = []
    for n, row in enumerate(table.rows):
        first = next((a for a in table.rows[:n] if a.version == row.version and _equally_near(a, row) and a.until_on >= row.until_on
                      and all(cell.covers(row.conditions[name]) for name, cell in a.conditions.items())), None)
        if first:
            faults.append(Fault("unreachable", row.number, says=str(first.number)))
    return faults


def _equally_near(a: Row, b: Row) -> bool:
    return a.area == b.area and a.from_on == b.from_on


def unlabelled(table: Table, labels: Labels) -> list[Fault]:
    """Columns and codes without words in both languages."""
    listed = {name: kind.words for name, kind in (table.facts | table.derived).items()}
    listed |= {name: outcome.listed for name, outcome in table.results.items()}
    faults = [Fault("no_label", 1, name) for name in listed if not labels.has(name)]
    faults += [Fault("no_label", 2, name, code) for name, codes in listed.items() for code in sorted(codes) if not labels.has(name, code)]
    return faults if labels.has(f"{table.name}.csv") else [Fault("no_label", says=f"{table.name}.csv"), *faults]
