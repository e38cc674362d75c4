"""A table as one SQL question of DuckDB over columns of facts: the same first row that hits, for a million at a time.

Held to the same example rows as `Table.decide` and the phone's evaluator. Of each fact the source has a column "name" (a number, a day or a
word), where numbers or days may be words too "name?" (the word), and, where it may be so, "name!" (given in a form that is none of its).
"""
from dataclasses import dataclass, field
from datetime import date

from .cells import Cell, Span
from .kinds import Code, Day, Kind, Number, Place, YesNo
from .table import EVERYWHERE, Row, Table

TYPES = {Number: "DOUBLE", Day: "DATE"}
NUMBERS = "('BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE')"  # as DuckDB calls what JSON writes without quotes
A_CODE, A_PLACE, A_DAY = "[a-z][a-z0-9_]*", r"\p{Nd}{2,12}|[A-Z]{2}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"


def named(name: str) -> str:
    """A column's name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def literal(value) -> str:
    """A number, a day or a text as SQL writes it."""
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    return repr(float(value)) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"


def _any_of(column, words) -> str:
    return f"{column} IN ({', '.join(map(literal, sorted(words)))})" if words else "FALSE"


@dataclass(slots=True)
class Bulk:
    """A table's rows in the order they are tried; an answer's `hit` is the place in `rows`, empty where a person must look.

    With a day only the rows in force then are asked; without one the source says it, row by row, in the column "on".
    """

    table: Table
    on: date | None = None
    rows: list[Row] = field(init=False)

    def __post_init__(self):
        self.rows = [row for row in self.table.rows if self.on is None or row.holds_on(self.on)]
        self.rows.sort(key=lambda row: -row.from_on.toordinal())

    @property
    def columns(self) -> dict[str, str]:
        """The columns of facts a source has, with their types."""
        found = {}
        for name, kind in self.table.facts.items():
            found[name] = _type(kind)
            if _has_words(kind):
                found[f"{name}?"] = "VARCHAR"
        return found

    def result(self, hit) -> dict:
        """What a row says; that a person must look, where none hit."""
        return self.table._doubtful if hit is None else self.rows[hit].result

    def verdicts(self, source: str, *, counted: str = "", bad: bool = False, keep: str = "*") -> str:
        """The question: what of the source is kept, `hit`, and `doubt` ("name missing;name malformed;name after_on", empty: none).

        `counted`: the column of the day to which days are counted, where it is another than the day of the rows; `bad`: the source has
        the columns "name!"; the source has "path" where the table has rows of areas.
        """
        day = literal(self.on) if self.on else '"on"'
        until = f"coalesce({named(counted)}, {day})" if counted else day
        doubts = [text for name, kind in self.table.facts.items() for text in self._doubts(name, kind, bad)]
        given = " AND ".join(self._sound(name, kind, bad) for name, kind in self.table.facts.items())
        days = [one for kind in self.table.derived.values() for one in kind.sources]
        late = [f"CASE WHEN {named(one)} > {until} THEN {literal(one + ' after_on')} END" for one in days]
        early = " AND ".join(f"coalesce({named(one)} <= {until}, TRUE)" for one in days) or "TRUE"
        counts = "".join(f", date_diff('day', coalesce({', '.join(map(named, kind.sources))}), {until}) AS {named(name)}"
                         for name, kind in self.table.derived.items())
        return (f"SELECT {keep}, CASE WHEN \"?given\" AND \"?early\" THEN {self._first(day)} END AS hit, "
                f"CASE WHEN NOT \"?given\" THEN concat_ws(';', {', '.join(doubts)}) "
                f"WHEN NOT \"?early\" THEN concat_ws(';', {', '.join(late) or literal('')}) END AS doubt "
                f"FROM (SELECT *{counts}, ({given}) IS TRUE AS \"?given\", ({early}) AS \"?early\" FROM {source})")

    # facts
    def _sound(self, name, kind, bad) -> str:
        return f"{_accepted(name, kind)}" + (f" AND {named(name + '!')} IS NOT TRUE" if bad else "")

    def _doubts(self, name, kind, bad):
        given = " OR ".join(f"{named(one)} IS NOT NULL" for one in _of(name, kind))
        wrong = f"{given} OR {named(name + '!')}" if bad else given
        yield (f"CASE WHEN ({self._sound(name, kind, bad)}) IS TRUE THEN NULL WHEN {wrong} THEN {literal(name + ' malformed')} "
               f"ELSE {literal(name + ' missing')} END")

    def from_json(self, source: str, column: str, keep: str) -> str:
        """The question that reads facts as verdicts keep them (a column of JSON) into columns; those the table asks for, no others."""
        asked = ", ".join(f'"{name}": "JSON"' for name in self.table.facts)
        read = ", ".join(text for name, kind in self.table.facts.items() for text in _read(name, kind))
        return f"SELECT {keep}, {read} FROM (SELECT *, json_transform({named(column)}, '{{{asked}}}') AS told FROM {source})"

    # rows
    def _first(self, day) -> str:
        """The first row that hits: where there are rows of areas, of the narrowest area on the path that has one that does."""
        by_area = {}
        for at, row in enumerate(self.rows):
            by_area.setdefault(row.area, []).append((at, row))
        everywhere = self._case(by_area.pop(EVERYWHERE, []), day)
        if not by_area:
            return everywhere
        size, parts = len(self.rows), "string_split(\"path\", '/')"
        ranked = [f"CASE WHEN list_contains({parts}, {literal(area)}) THEN "
                  f"list_position({parts}, {literal(area)}) * {size} + {self._case(rows, day)} END" for area, rows in by_area.items()]
        return f"greatest({', '.join([*ranked, everywhere])}) % {size}"

    def _case(self, rows, day) -> str:
        tried = [f"WHEN {self._condition(row, day)} THEN {at}" for at, row in rows]
        return f"CASE {' '.join(tried)} END" if tried else "NULL"

    def _condition(self, row, day) -> str:
        kinds = self.table.facts | self.table.derived
        asked = [_hit(name, kinds[name], cell) for name, cell in row.conditions.items() if cell.hit]
        if self.on is None:
            until = [] if row.until_on == date.max else [f"{day} < {literal(row.until_on)}"]
            asked = [f"{day} >= {literal(row.from_on)}", *until, *asked]
        return " AND ".join(asked) or "TRUE"


def _type(kind: Kind) -> str:
    return next((text for base, text in TYPES.items() if isinstance(kind, base)), "VARCHAR")


def _has_words(kind: Kind) -> bool:
    return bool(kind.words) and _type(kind) != "VARCHAR"


def _of(name, kind) -> list[str]:
    return [name, f"{name}?"] if _has_words(kind) else [name]


def _accepted(name, kind) -> str:
    """Whether a value is one of its kind's."""
    column = named(name)
    if _type(kind) == "VARCHAR":
        free = {Code: A_CODE, Place: A_PLACE}.get(type(kind))
        words = _any_of(column, kind.words)
        return f"({words} OR regexp_full_match({column}, {literal(free)}))" if free else words
    value = f"isfinite({column})" if _type(kind) == "DOUBLE" else f"{column} IS NOT NULL"
    return f"(coalesce({value}, FALSE) OR coalesce({_any_of(named(name + '?'), kind.words)}, FALSE))" if kind.words else value


def _hit(name, kind, cell: Cell) -> str:
    """A condition: its words, its spans, its places."""
    column = named(name)
    if name_of_derived := getattr(kind, "sources", None):
        word = "unknown" in cell.words and f"coalesce({', '.join(map(named, name_of_derived))}) IS NULL"
        return _either([word, *_spans(column, cell.spans)])
    if _type(kind) != "VARCHAR":
        return _either([cell.words and _any_of(named(name + "?"), cell.words), *_spans(column, cell.spans)])
    roots = [f"starts_with({column}, {literal(root)})" for root in cell.roots]
    outside = [f"({' OR '.join(roots)})" + (f" AND NOT ({_any_of(column, kind.words)})" if kind.words else "")] if roots else []
    return _either([cell.words and _any_of(column, cell.words), *outside])


def _either(parts) -> str:
    return f"({' OR '.join(f'coalesce({part}, FALSE)' for part in parts if part) or 'FALSE'})"


def _spans(column, spans: tuple[Span, ...]):
    for span in spans:
        edges = [(span.low, ">" if span.low_open else ">="), (span.high, "<" if span.high_open else "<=")]
        yield " AND ".join(f"{column} {sign} {literal(edge)}" for edge, sign in edges if edge is not None) or f"{column} IS NOT NULL"


def _read(name, kind):
    """A fact out of JSON: its value, its word, and whether it was given in a form that is none of its."""
    told, column = f"told.{named(name)}", named(name)
    text = f"CASE WHEN json_type({told}) = 'VARCHAR' THEN {told} ->> '$' END"
    if _type(kind) == "VARCHAR":
        if isinstance(kind, YesNo):
            value = f"CASE json_type({told}) WHEN 'BOOLEAN' THEN CASE {told} ->> '$' WHEN 'true' THEN 'yes' ELSE 'no' END ELSE {text} END"
        else:
            value = text
    elif _type(kind) == "DOUBLE":
        value = f"CASE WHEN json_type({told}) IN {NUMBERS} THEN TRY_CAST({told} ->> '$' AS DOUBLE) END"
    else:
        is_day = f"regexp_full_match({text}, {literal(A_DAY)}) AND NOT starts_with({text}, '0000')"
        value = f"CASE WHEN {is_day} THEN TRY_CAST({text} AS DATE) END"
    yield f"{value} AS {column}"
    if _has_words(kind):
        yield f"CASE WHEN {_any_of(text, kind.words)} THEN {text} END AS {named(name + '?')}"
    yield f"{told} IS NOT NULL AND json_type({told}) <> 'NULL' AND {value} IS NULL" + (
        f" AND NOT coalesce({_any_of(text, kind.words)}, FALSE)" if _has_words(kind) else "") + f" AS {named(name + '!')}"
