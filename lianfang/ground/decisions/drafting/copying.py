"""What a draft begins with: the rows in force at a place that still answer, and examples that reach them, moved to its first day; or the
head alone."""
from datetime import timedelta

from .. import current, examples, registry
from ..evaluator.cells import ANY, Malformed, day
from ..models import TableVersion
from .cells import records, written


def heads(name) -> tuple[str, str]:
    """A table without rows, and its examples without lines: an overlay is written into them."""
    shipped = registry.shipped(name)
    return written(records(shipped.text)[:2]), written([_columns(shipped.table)])


def copy_of(name, area, on) -> tuple[str, str]:
    """The rows that hold for an area on a day, in the order they are tried, without those that an earlier version's successor always takes
    first; and for each the examples that reach it."""
    whole = current.table(name)
    rows = []
    for row in whole.in_force(on, area.path):
        if not any(_takes_all(before, row, area) for before in rows):
            rows.append(row)
    lines = [[_cell(area, row, column) for column in whole.columns] for row in rows]
    return written([*records(whole.text)[:2], *lines]), _examples(whole, rows, area, on)


def _takes_all(before, row, area) -> bool:
    """Whether a row leaves nothing to one that is tried after it, both written into one version."""
    return _cell(area, before, "area") in (ANY, _cell(area, row, "area")) and all(
        cell.covers(row.conditions[name]) for name, cell in before.conditions.items())


def _cell(area, row, column):
    if column in ("from", "until") or (column == "area" and row.area in ("", str(area.pk))):
        return ANY
    return row.cells[column]


def _examples(whole, rows, area, on) -> str:
    """Examples of all versions whose answer is one of these rows, the same story told of the first day."""
    kept, reached = {id(row) for row in rows}, []
    for text in [registry.shipped(whole.name).examples, *_own_examples(whole.name)]:
        head = records(text)[0]
        found, _faults = examples.read(whole, text, path_of=current.path_of, elsewhere=area.path)
        lines = records(text)
        for told in examples.tried(whole, found):
            if id(told.ruling.hit) in kept and not told.wrong:
                reached.append(dict(zip(head, _shifted(whole, head, lines[told.example.number - 1], on - told.example.on), strict=False)))
    columns = _columns(whole)
    lines = [columns, *([line.get(column, "") for column in columns] for line in reached)]
    moved, _faults = examples.read(whole, written(lines), path_of=current.path_of, elsewhere=area.path)
    still = [told.example.number - 1 for told in examples.tried(whole, moved) if id(told.ruling.hit) in kept and not told.wrong]
    return written([columns, *(lines[n] for n in still)])


def _own_examples(name):
    return TableVersion.objects.filter(table=name, state="in_force").order_by("number").values_list("examples", flat=True)


def _columns(whole) -> list[str]:
    return ["says", "on", "unit", *whole.facts, *whole.results]


def _shifted(whole, head, line, by: timedelta):
    """A line with its day, and the days among its facts, later by as much."""
    return [_later(cell, by) if column == "on" or column in whole.facts else cell for column, cell in zip(head, line, strict=False)]


def _later(cell, by):
    try:
        return (day(cell) + by).isoformat()
    except Malformed:
        return cell
