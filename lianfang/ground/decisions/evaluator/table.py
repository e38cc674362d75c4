"""Decision tables: typed rows, the first that hits, a person whenever in doubt; plain Python."""
import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from .cells import ANY, BAD, Malformed, day
from .faults import Fault, Faulty, UnknownFacts
from .kinds import DaysSince, kind_of
from .outcomes import outcome_of
from .ruling import MANUAL, Ruling

OWN = {"area": "unit", "from": "day", "until": "day", "document": "text", "clause": "text", "verify": "columns"}
EVERYWHERE = ""
NOTHING = ("", ANY)
FORMULA = ("=", "+", "@")  # a spreadsheet would run it
PLANS = 4096  # days and areas for which the rows in force are kept sorted


@dataclass(frozen=True, slots=True)
class Row:
    """One row: conditions, results, where and when it holds, and the clause it stands on."""

    number: int
    version: str
    area: str | None
    from_on: date
    until_on: date
    conditions: dict
    result: dict
    document: str
    clause: str
    verify: tuple[str, ...]
    cells: dict = field(repr=False)

    def holds_on(self, on) -> bool:
        """From its first day up to, not including, its last."""
        return self.from_on <= on < self.until_on


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: their version mark (None: each row's first day), and the area and days that empty cells take."""

    mark: str | None = None
    area: str | None = None
    from_on: date | None = None
    until_on: date = date.max


class Table:
    """One decision: what it asks, what it answers, and its rows; `outside` are those that name other days than their version's."""

    def __init__(self, name: str, text: str, *, source: Source = Source(), area_of: Callable[[str], str | None] = str):
        """Read a table; `area_of` gives the unit's id for an official code, None where this county has no such unit."""
        self.name, self.text, self.source, self.area_of = name, text, source, area_of
        self.faults, self.outside = [], []
        self.facts, self.derived, self.results, self.rows = {}, {}, {}, []
        records = [[cell.strip() for cell in record] for record in csv.reader(io.StringIO(text.removeprefix("\ufeff")))]
        if len(records) < 3:
            self.faults.append(Fault("no_rows"))
        else:
            self._read_head(*records[:2])
            self._read_rows(records[2:])
        self._prepare()

    # reading
    def _read_head(self, names, types):
        self.columns = dict(zip(names, types, strict=False))
        if len(self.columns) != len(names) or len(types) != len(names) or "" in names:
            self.faults.append(Fault("bad_header", 1))
        self.faults += [Fault("missing_column", 1, name) for name in OWN if name not in self.columns]
        for name, text in self.columns.items():
            try:
                self._read_column(name, text)
            except Malformed:
                self.faults.append(Fault("bad_type", 2, name, text))
        for name, kind in self.derived.items():
            self.faults += [Fault("bad_type", 2, name, kind.text) for day_name in kind.sources if day_name not in self.facts]
        if not self.results:
            self.faults.append(Fault("no_result", 1))

    def _read_column(self, name, text):
        if name in OWN:
            if text != OWN[name]:
                raise Malformed(text)
        elif text.startswith("result "):
            self.results[name] = outcome_of(text.removeprefix("result "))
        else:
            kind = kind_of(text)
            (self.derived if isinstance(kind, DaysSince) else self.facts)[name] = kind

    def _read_rows(self, records):
        if self.faults:
            return
        names = list(self.columns)
        for n, record in enumerate(records, 3):
            if not any(record):
                continue
            if len(record) != len(names):
                self.faults.append(Fault("bad_width", n))
                continue
            row = self._read_row(n, dict(zip(names, record, strict=True)))
            if row and row.area is not None:
                self.rows.append(row)

    def _read_row(self, n, cells):
        before = len(self.faults)
        self.faults += [Fault("bad_cell", n, name, text) for name, text in cells.items() if text.startswith(FORMULA)]
        conditions = {name: self._cell(n, name, cells[name], kind.cell) for name, kind in (self.facts | self.derived).items()}
        result = {name: outcome.nothing if cells[name] in NOTHING else self._cell(n, name, cells[name], outcome.read)
                  for name, outcome in self.results.items()}
        from_on = self.source.from_on if cells["from"] in NOTHING else self._cell(n, "from", cells["from"], day)
        until_on = self.source.until_on if cells["until"] in NOTHING else self._cell(n, "until", cells["until"], day)
        verify = tuple(filter(None, map(str.strip, cells["verify"].split(";"))))
        self.faults += [Fault("bad_cell", n, "verify", name) for name in verify if name not in self.columns]
        if not cells["document"] or not cells["clause"]:
            self.faults.append(Fault("no_clause", n))
        if self.source.area and self._area(cells["area"]) is None:
            self.faults.append(Fault("bad_cell", n, "area", cells["area"]))
        if not from_on or (until_on and from_on >= until_on):
            self.faults.append(Fault("bad_period", n))
        if len(self.faults) > before:
            return None
        first, last = self._clipped(n, from_on, until_on)
        if first >= last:
            return None
        mark, area = self.source.mark or from_on.isoformat(), self._area(cells["area"])
        return Row(n, mark, area, first, last, conditions, result, cells["document"], cells["clause"], verify, cells)

    def _clipped(self, n, from_on, until_on):
        """The days of a row, none of them outside those of its version."""
        first, last = max(from_on, self.source.from_on or from_on), min(until_on, self.source.until_on)
        if (first, last) != (from_on, until_on):
            self.outside.append(n)
        return first, last

    def _cell(self, n, name, text, read):
        try:
            return read(text)
        except Malformed:
            self.faults.append(Fault("bad_cell", n, name, text))

    def _area(self, text):
        if text in NOTHING:
            return self.source.area or EVERYWHERE
        return self.area_of(text)

    # joining
    def with_versions(self, others: list["Table"]) -> "Table":
        """This table with the rows of others that have the same columns."""
        joined = object.__new__(Table)
        joined.__dict__ |= self.__dict__ | {"faults": list(self.faults), "rows": list(self.rows)}
        for other in others:
            if getattr(other, "columns", None) != self.columns:
                joined.faults.append(Fault("other_columns", says=other.source.mark or ""))
            joined.faults += other.faults
            joined.rows += other.rows
        joined._prepare()
        return joined

    def from_json(self, stored: dict) -> dict:
        """Facts as a verdict or a file keeps them, ready to be asked about again; derived ones are left to be counted anew."""
        return {name: self.facts[name].from_json(value) if name in self.facts else value
                for name, value in stored.items() if name not in self.derived}

    # deciding
    def _prepare(self):
        self._plans = {}
        self.areas = frozenset(row.area for row in self.rows) - {EVERYWHERE}
        self._accepts = [(name, kind.accept) for name, kind in self.facts.items()]
        self._counts = [(name, kind.sources) for name, kind in self.derived.items()]
        self._names = frozenset(self.facts)
        self._doubtful = {name: next((word for word in (MANUAL, "unknown") if word in outcome.listed), outcome.nothing)
                          for name, outcome in self.results.items()}

    def in_force(self, on: date, path: str = "/") -> list[Row]:
        """The rows that hold on a day at a place, in the order they are tried: narrowest area first, then latest from, then as written."""
        return self._plan(on, self.areas_of(path))[0]

    def areas_of(self, path: str) -> tuple[str, ...]:
        """The areas of its rows a place lies in, the narrowest first: places in the same ones are told the same."""
        return (*[part for part in reversed(path.split("/")) if part in self.areas], EVERYWHERE) if self.areas else (EVERYWHERE,)

    def _plan(self, on, areas):
        found = self._plans.get((on, areas))
        if found is None:
            rank = {area: n for n, area in enumerate(areas)}
            rows = [row for row in self.rows if row.area in rank and row.holds_on(on)]
            rows.sort(key=lambda row: (rank[row.area], -row.from_on.toordinal()))
            tests = [(row, tuple((name, cell.hit) for name, cell in row.conditions.items() if cell.hit)) for row in rows]
            if len(self._plans) >= PLANS:
                self._plans.clear()
            found = self._plans[on, areas] = (rows, tests)
        return found

    def decide(self, facts: dict, *, on: date, path: str = "/", counted: date | None = None) -> Ruling:
        """The first row that hits; a fact that is missing or malformed, or no row, means a person must look.

        `counted`: the day to which days are counted, where the facts are of another day than the rows asked.
        """
        if self.faults:
            raise Faulty(self.name, self.faults)
        if not facts.keys() <= self._names:
            raise UnknownFacts(self, facts.keys() - self._names)
        known, doubts = {}, None
        for name, accept in self._accepts:
            value = facts.get(name)
            if value is not None and (value := accept(value)) is not BAD:
                known[name] = value
            else:
                doubts = [*(doubts or ()), (name, "missing" if facts.get(name) is None else "malformed")]
        if doubts is None and self._counts:
            doubts = self._count_days(known, counted or on)
        if doubts:
            return Ruling(self.name, None, self._doubtful.copy(), dict(facts), tuple(doubts))
        for row, tests in self._plan(on, self.areas_of(path))[1]:
            for name, hit in tests:
                if not hit(known[name]):
                    break
            else:
                return Ruling(self.name, row, row.result.copy(), known, ())
        return Ruling(self.name, None, self._doubtful.copy(), known, (("", "no_row"),))

    def _count_days(self, known, on):
        doubts = []
        for name, sources in self._counts:
            first = next((value for source in sources if (value := known[source]).__class__ is date), None)
            known[name] = "unknown" if first is None else (on - first).days
            doubts += [(source, "after_on") for source in sources if known[source].__class__ is date and known[source] > on]
        return doubts
