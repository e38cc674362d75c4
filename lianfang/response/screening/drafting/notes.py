"""Warnings beside a row's faults, in the same words everywhere: which column, which code, what to do."""
from collections.abc import Iterable

from django.utils.translation import gettext as _

from lianfang.ground import rows

from ..models import RowFault
from ..reading import Fault, Reading

FIELDS = {"address_unknown": "address", "name_differs": "name"}


def sentence(code, setting) -> str:
    """What a warning says."""
    if code == "name_differs":
        return _("这个证件号已登记在另一个姓名下，没有覆盖；请核实是不是同一人。")
    unit = setting.roster.unit.name if setting.roster.unit_id else _("本县")
    return _("住址对不上任何一户，先挂在“{unit}”；请落到门户。").format(unit=unit)


def headers_of(reading: Reading) -> dict:
    """The sheet's own header of each field, by (sheet, field)."""
    return {(sheet.name, name): sheet.header(places[0]) for sheet in reading.sheets for name, places in sheet.columns.items() if places}


def warned(draft, setting) -> list[Fault]:
    """A draft's notes as faults of level warning, in the same order."""
    return [Fault(row.sheet, row.number, setting.headers.get((row.sheet, FIELDS[code]), ""), code, "warning", sentence(code, setting),
                  FIELDS[code]) for row, code in draft.notes]


def fault_row(roster, position, fault: Fault) -> RowFault:
    """A fault as it is kept."""
    return rows.fresh(RowFault, roster_id=roster.pk, position=position, sheet=fault.sheet[:100], row=fault.row, column=fault.column[:200],
                    code=fault.code, level=fault.level, message=fault.message[:300])


def rows_of(roster, position, chunk: Iterable, draft, setting) -> list[RowFault]:
    """All faults of a chunk, in the file's order: what was refused, and what was taken with a warning."""
    notes = {}
    for fault in warned(draft, setting):
        notes.setdefault((fault.sheet, fault.row), []).append(fault)
    return [fault_row(roster, position + n, fault) for n, row in enumerate(chunk)
            for fault in ([row.fault] if row.fault else notes.get((row.sheet, row.number), ()))]
