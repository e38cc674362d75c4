"""A roster as it would be read, before anybody says yes: columns with what they are taken for, first rows, faults counted."""
import re
from collections import Counter
from dataclasses import dataclass

from lianfang.ground.sheets import SheetError
from lianfang.ground.vault.masks import STAR, mask_address, mask_id, mask_name, mask_phone

from .. import storage
from ..models import Layout
from ..reading import fingerprint, read
from ..reading.rows import column_letter
from .layouts import applied
from .travel import likely

FIRST, WORST = 5, 12
VEILS = {"name": mask_name, "address": mask_address}
LONG_NUMBER = re.compile(r"[0-9０-９]{7,}[Xx]?")


@dataclass
class Column:
    """One column of a sheet: its letter, header, a sample with numbers hidden, and the field it is taken for."""

    letter: str
    header: str
    sample: str
    field: str


@dataclass
class SheetPreview:
    """One sheet as it is understood."""

    name: str
    skipped: str
    headers: list
    columns: list
    rows: int
    first: list
    key: str = ""
    confirmed: Layout | None = None


@dataclass
class Preview:
    """The file as it is understood."""

    sheets: list
    rows: int
    faults: list
    codes: list

    @property
    def accepted(self) -> int:
        """Rows that would be taken."""
        return self.rows - sum(n for _, n in self.codes)


def preview(roster, layouts=None, is_afresh=False) -> Preview:
    """Read a draft with the layouts confirmed before (not those, when `is_afresh`) and with others on top; raises SheetError."""
    content = storage.ROSTER.content(roster.pk)
    if content is None:
        raise SheetError("")
    known = ({} if is_afresh else roster.layouts) | (layouts or {})
    reading = read(content, kind=roster.kind, on=roster.on, name=roster.name, sheet=roster.sheet or None, mapping=roster.mapping,
                   known=known, likely=likely(roster.kind, roster.on))
    faults, said = reading.faults, {sheet.name: layout for sheet, layout in applied(reading.sheets, known, roster.unit)}
    shown = [_sheet(n, sheet, said.get(sheet.name)) for n, sheet in enumerate(reading.sheets)]
    return Preview(shown, sum(sheet.rows for sheet in shown), faults[:WORST], Counter(fault.code for fault in faults).most_common())


def _sheet(n, sheet, layout) -> SheetPreview:
    taken = {at: name for name, places in sheet.columns.items() for at in places}
    width = max([len(sheet.headers), *(len(row.raw) for row in sheet.rows[:FIRST])], default=0)
    columns = [Column(column_letter(at), sheet.headers[at] if at < len(sheet.headers) else "", _sample(sheet.rows, at, taken.get(at)),
                      taken.get(at, "")) for at in range(width)]
    return SheetPreview(sheet.name, sheet.skipped, sheet.headers, [c for c in columns if c.header or c.sample], len(sheet.rows),
                        [_veiled(row) for row in sheet.rows[:FIRST]], f"s{n}", layout)


def _sample(rows, at, field) -> str:
    values = (str(row.raw[at]).strip() for row in rows[:40] if at < len(row.raw))
    value = next((value for value in values if value), "")
    if field in VEILS:
        return VEILS[field](value)[:30]
    return LONG_NUMBER.sub(lambda found: found[0][:3] + STAR * 4, value)[:30]


def _veiled(row) -> dict:
    return {"number": row.number, "name": mask_name(row.name), "id_number": mask_id(row.id_number), "phone": mask_phone(row.phone),
            "address": mask_address(row.address), "origin": row.origin, "arrived_on": row.arrived_on, "temperature": row.temperature,
            "colour": row.colour, "fault": row.fault.message if row.fault else ""}


def mark_of(headers) -> str:
    """The fingerprint of a sheet's header."""
    return fingerprint(headers)
