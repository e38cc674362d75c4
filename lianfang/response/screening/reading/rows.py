"""What a roster becomes when it is read: rows, faults, sheets, and the whole."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

KINDS = ("returnees", "residents", "leads")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one row: the first thing found, in the order of `faults.CODES`."""

    sheet: str
    row: int
    column: str  # the sheet's own header
    code: str
    level: str  # error: the row is not taken; warning: it is, and somebody has a look
    message: str
    field: str = ""


@dataclass(slots=True)
class Row:
    """One person as the sheet has them, cleaned; `raw` are the cells as they came."""

    sheet: str
    number: int
    name: str
    id_kind: str  # id_card passport permit other, or "" without a number
    id_number: str  # an id_card always in its form of 18
    sex: str  # m f or ""
    birth_on: datetime.date | None
    age: int | None  # as stated; the one by the ID follows from birth_on
    phone: str
    address: str
    registered_at: str
    origin: str
    arrived_on: datetime.date | None
    exposed_on: datetime.date | None
    transport: str
    temperature: float | None
    symptoms: str | None  # None: not stated; "": stated to have none
    colour: str  # green yellow red none, or "" when not stated
    special: str
    household: str
    relation: str
    remark: str
    raw: list[Any]
    fault: Fault | None = None


@dataclass(slots=True)
class SheetReading:
    """One sheet: where its header was found, which columns mean what, and its data rows; `skipped` says why it has none."""

    name: str
    header_row: int = 0  # the last line of the header, from 1; 0 when the columns were named without one
    headers: list[str] = field(default_factory=list)
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    year: int | None = None
    skipped: str = ""
    rows: list[Row] = field(default_factory=list)

    @property
    def mapping(self) -> dict[str, list[str]]:
        """Field → the sheet's own headers; what a person confirms, and what `read(mapping=…)` takes."""
        return {name: [self.header(at) for at in places] for name, places in self.columns.items()}

    def header(self, at: int) -> str:
        """The header of a column, or its letter when it has none."""
        return (self.headers[at] if at < len(self.headers) else "") or column_letter(at)


@dataclass(slots=True)
class Reading:
    """The whole file."""

    kind: str
    on: datetime.date
    sheets: list[SheetReading] = field(default_factory=list)

    @property
    def rows(self) -> Iterator[Row]:
        """All data rows, good and bad, in the file's order."""
        return (row for sheet in self.sheets for row in sheet.rows)

    @property
    def accepted(self) -> Iterator[Row]:
        """The rows without a fault."""
        return (row for row in self.rows if row.fault is None)

    @property
    def faults(self) -> list[Fault]:
        """The faults, in the file's order."""
        return [row.fault for row in self.rows if row.fault is not None]


def column_letter(at: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
