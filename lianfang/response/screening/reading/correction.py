"""Gives the rows with faults back as a sheet: the office's own columns, what is wrong beside them; mended, it imports as it is."""

import re
from collections.abc import Iterable
from typing import Any

from lianfang.ground.sheets import LATER, Column, Page, write_pages
from lianfang.ground.sheets.outgoing import Target

from .rows import Fault, Reading, Row, SheetReading, column_letter
from .vocabulary import headings

_SHEET, _ROW, _PROBLEM, _MEND = headings.ADDED
ADDED = (Column(_SHEET, 14), Column(_ROW, 8, kind="number"), Column(_PROBLEM, 26), Column(_MEND, 60))


def correction_sheet(reading: Reading, faults: Iterable[Fault], target: Target) -> int:
    """Write the rows that these faults name as .xlsx, one sheet for each sheet they came from; the number of rows written."""
    by_place: dict[tuple[str, int], Fault] = {}
    for fault in faults:
        by_place.setdefault((fault.sheet, fault.row), fault)
    pages, count = [], 0
    for sheet in reading.sheets:
        wrong = [(row, by_place[sheet.name, row.number]) for row in sheet.rows if (sheet.name, row.number) in by_place]
        if wrong:
            pages.append(_page(sheet, wrong))
            count += len(wrong)
    write_pages(target, pages)
    return count


def _page(sheet: SheetReading, wrong: list[tuple[Row, Fault]]) -> Page:
    width = max([len(sheet.headers), *(len(row.raw) for row, _fault in wrong)])
    columns = [Column(header(sheet, at), 14, kind="as_is") for at in range(width)]
    rows = [[*padded(row.raw, width), *_remarks(sheet, row, fault)] for row, fault in wrong]
    marked = frozenset((index, at) for index, (_row, fault) in enumerate(wrong) for at in sheet.columns.get(fault.field, ())[:1])
    # the year that the whole sheet gave to days without one must not be lost with the rows that stay behind
    heading = headings.CORRECTION_OF_YEAR.format(year=sheet.year) if sheet.year else headings.CORRECTION
    return Page(sheet.name, [*columns, *ADDED], rows, heading=heading, foot=LATER, marked=marked)


def header(sheet: SheetReading, at: int) -> str:
    """The column's own header; for a sheet without one the common word for its field."""
    if sheet.header_row:
        return sheet.headers[at] if at < len(sheet.headers) else ""
    name = next((name for name, places in sheet.columns.items() if at in places), "")
    return headings.EXACT[name].split()[0] if name else column_letter(at)


def padded(raw: list[Any], width: int) -> list[Any]:
    return [*raw, *[""] * (width - len(raw))]


def _remarks(sheet: SheetReading, row: Row, fault: Fault) -> list[Any]:
    problem, *mend = re.split("[；;] *", fault.message, maxsplit=1)
    return [sheet.name, row.number, problem, *mend]
