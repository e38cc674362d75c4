"""Settles for one sheet where its header is, which column is which field, and what year its days belong to."""

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from lianfang.ground.sheets import Sheet
from lianfang.registers.people.typed import cells

from . import dates, headers
from .rows import SheetReading
from .vocabulary import headings

LETTERS = re.compile(r"[A-Za-z]{1,3}")
Mapped = Mapping[str, Any]  # field → header or column letter, or a list of them


def of(sheet: Sheet, kind: str, on: datetime.date, mapping: Mapped | None, known: Mapping[str, Mapped]) -> SheetReading:
    """The layout of a sheet; `skipped` says why it cannot be read, if so."""
    reading = SheetReading(sheet.name)
    width = max(map(len, sheet.rows), default=0)
    if not any(not cells.is_nothing(cell) for row in sheet.rows for cell in row):
        reading.skipped = _("空表")
        return reading
    header = headers.find(sheet.rows, one_column_will_do=kind == "leads")
    if mapping is None and header:
        mapping = known.get(headers.fingerprint(header.texts))
    if mapping:
        header = _header_with(sheet.rows, mapping, header)
    if header is None:
        reading.skipped = _("没有找到表头（至少要有姓名、身份证号或电话中的一列）")
        return reading
    reading.header_row, reading.headers, reading.columns = header.row, header.texts, dict(header.columns)
    if mapping:
        named, _unknown = headers.chosen(header.texts, width, mapping)
        reading.columns = {name: places for name, places in {**reading.columns, **named}.items() if places}
    reading.year = _year(sheet, header, reading.columns, on)
    return reading


def unheard_of(sheets: Sequence[SheetReading], mapping: Mapped) -> list[str]:
    """The headers that a mapping names and no sheet has, and its fields that do not exist."""
    wrong = [name for name in mapping if name not in headings.FIELDS]
    found = {headers.squeezed(text) for sheet in sheets for text in sheet.headers}
    return wrong + [word for word in _words(mapping) if not LETTERS.fullmatch(word) and headers.squeezed(word) not in found]


def _words(mapping: Mapped) -> list[str]:
    return [word for words in mapping.values() for word in ([words] if isinstance(words, str) else words or [])]


def _header_with(rows: Sequence[Sequence[Any]], mapping: Mapped, found: headers.Header | None) -> headers.Header | None:
    """The header that has the columns a person named; with letters alone the one found, or none needed."""
    words = {headers.squeezed(word) for word in _words(mapping) if not LETTERS.fullmatch(word)}
    if found and words <= {headers.squeezed(text) for text in found.texts}:
        return found
    if not words:
        return headers.Header(0, 1, [], {}, 0)
    for at, row in enumerate(rows[: headers.HEADER_WITHIN]):
        texts = [cells.text(cell) for cell in row]
        if words <= {headers.squeezed(text) for text in texts}:
            return headers.Header(at + 1, at + 1, texts, {}, 0)
    return None


def _year(sheet: Sheet, header: headers.Header, columns: Mapping[str, Sequence[int]], on: datetime.date) -> int | None:
    """The year a title states; else the one most days of arrival and exposure state."""
    titles = [cells.text(cell) for row in sheet.rows[: header.first_row - 1] for cell in row]
    stated = dates.stated_year([*titles, sheet.name]) if header.row else None
    if stated:
        return stated
    places = [at for name in ("arrived_on", "exposed_on") for at in columns.get(name, ())]
    return dates.commonest_year((row[at] for row in sheet.rows[header.row :] for at in places if at < len(row)), on)
