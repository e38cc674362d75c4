"""A decision table in force as JSON: what the evaluator on the phone reads, cells already taken apart."""
from datetime import date, timedelta

from .. import decisions
from ..decisions.evaluator.kinds import Code, Day, DaysSince, Number, Place, YesNo
from ..decisions.evaluator.table import EVERYWHERE, MANUAL
from .queries import minutes

KINDS = ((DaysSince, "days_since"), (YesNo, "yes_no"), (Number, "number"), (Day, "day"), (Place, "place"),
         (Code, "code"))


def table_as_json(name, path, on) -> dict:
    """The rows that may count at or below a place while a phone is without contact, and a day more, in the order of the table; facts,
    results, and words for the codes."""
    return as_json(decisions.table(name), on, on + timedelta(minutes=minutes("offline", on), days=1), path) | {"labels": labels_of(name)}


def as_json(table, first, last, path=None) -> dict:
    """A table's rows that hold on a day from `first` to `last`; all of them where no place is said."""
    near = None if path is None else {EVERYWHERE, *path.strip("/").split("/")} | _below(table, path)
    rows = [row for row in table.rows if row.from_on <= last and row.until_on > first and (near is None or row.area in near)]
    return {
        "name": table.name,
        "facts": [{"name": name, "kind": _kind(kind), "words": list(kind.listed)} for name, kind in table.facts.items()],
        "derived": [{"name": name, "sources": list(kind.sources)} for name, kind in table.derived.items()],
        "results": [{"name": name, "doubtful": _doubtful(outcome)} for name, outcome in table.results.items()],
        "rows": [_row(row) for row in rows],
    }


def labels_of(name) -> dict:
    """What a table, its columns and its codes are called, in the language of the reader."""
    table, labels = decisions.table(name), decisions.shipped(name).labels
    listed = {column: kind.listed for column, kind in table.facts.items()}
    listed |= {column: outcome.listed for column, outcome in table.results.items()}
    return {column: {"": labels.of(column)} | {code: labels.of(column, code) for code in codes} for column, codes in listed.items()}


def _below(table, path) -> set:
    """Areas of rows that lie below a place."""
    from ..units.models import Unit

    own = [area for area in table.areas if area.isdecimal()]
    return {str(pk) for pk in Unit.objects.filter(pk__in=own, path__under=path).values_list("pk", flat=True)} if own else set()


def _kind(kind) -> str:
    return next((name for one, name in KINDS if isinstance(kind, one)), "one_of")


def _doubtful(outcome):
    return _plain(next((word for word in (MANUAL, "unknown") if word in outcome.listed), outcome.nothing))


def _row(row) -> dict:
    return {"row": row.number, "version": row.version, "area": row.area, "from": row.from_on.isoformat(),
            "until": None if row.until_on == date.max else row.until_on.isoformat(),
            "if": {name: _cell(cell) for name, cell in row.conditions.items() if cell.hit},
            "then": {name: _plain(value) for name, value in row.result.items()}, "document": row.document, "clause": row.clause}


def _cell(cell) -> dict:
    """What a cell lets through: codes, spans (low, high, low is out, high is out), roots of places."""
    spans = [[_plain(span.low), _plain(span.high), span.low_open, span.high_open] for span in cell.spans]
    return {"words": sorted(cell.words), "spans": spans, "roots": list(cell.roots)}


def _plain(value):
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
