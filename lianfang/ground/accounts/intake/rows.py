"""A sheet's rows, each read into an entry or a fault; nothing is compared with the database here."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ... import sheets
from ..vocabulary import YES
from . import cells as reading
from .columns import header, plain, role_code, role_names
from .faults import Fault, Wrong


@dataclass(slots=True)
class Entry:
    """One row as it was meant."""

    sheet: str
    row: int
    name: str
    phone: str
    login: str
    role: str
    unit: str
    from_on: date
    until_on: date | None
    answers: bool

    def fault(self, column, code) -> Fault:
        """What is wrong with this row."""
        return Fault(self.sheet, self.row, column, code)


def entries(content, on, name="") -> tuple[list[Entry], list[Fault]]:
    """What the sheets of a file say; SheetError when none of them has the columns."""
    found, faults, names, seen_header = [], [], role_names(), False
    for sheet in sheets.read(content, name=name):
        if (head := header(sheet.rows)) is None:
            continue
        seen_header = True
        for number, row in enumerate(sheet.rows[head[0] + 1:], head[0] + 2):
            cells = {column: row[place] for place, column in head[1].items() if place < len(row)}
            if not any(plain(cell) for cell in cells.values()) or _is_sample(row):
                continue
            try:
                found.append(_entry(sheet.name, number, cells, names, on))
            except Wrong as wrong:
                faults.append(Fault(sheet.name, number, wrong.column, wrong.code))
    if not seen_header:
        raise sheets.SheetError(_("没找到表头：前十行里要有“姓名”“单位”“角色”这几列。"))
    return found, faults


def _is_sample(row):
    return any(str(cell).endswith(sheets.SAMPLE_MARK) for cell in row[:1])


def _entry(sheet, number, cells, names, on):
    name = plain(cells.get("name"))
    if not name:
        raise Wrong("name", "name_missing")
    if len(name) > 80:
        raise Wrong("name", "name_long")
    phone, login = reading.phone(cells.get("phone")), plain(cells.get("login")).lower()
    if not phone and not login:
        raise Wrong("phone", "phone_missing")
    unit = plain(cells.get("unit"))
    if not unit:
        raise Wrong("unit", "unit_missing")
    answers = plain(cells.get("answers")).lower() in YES
    return Entry(sheet, number, name, phone, login, _role(cells, names), unit, *reading.period(cells, on), answers)


def _role(cells, names):
    text = plain(cells.get("role"))
    if not text:
        raise Wrong("role", "role_missing")
    if (code := role_code(text, names)) is None:
        raise Wrong("role", "role_unknown")
    return code
