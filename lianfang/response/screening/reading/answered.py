"""Gives a list of leads back as its sender's own sheet: every row as it came, what was found beside it."""
from collections.abc import Callable

from lianfang.ground.sheets import Column, Page, write_pages
from lianfang.ground.sheets.outgoing import Target

from .correction import header, padded
from .rows import Reading
from .vocabulary import headings

ADDED = tuple(Column(word, width) for word, width in zip(headings.ANSWERED, (16, 20, 18, 30), strict=True))


def answered_sheet(reading: Reading, found: Callable, foot: str, target: Target) -> None:
    """Write every row of the reading as .xlsx, `found(sheet, row)` giving the four cells that are added to it."""
    pages = []
    for sheet in reading.sheets:
        width = max([len(sheet.headers), *(len(row.raw) for row in sheet.rows)], default=0)
        columns = [Column(header(sheet, at), 14, kind="as_is") for at in range(width)]
        rows = [[*padded(row.raw, width), *found(sheet.name, row)] for row in sheet.rows]
        pages.append(Page(sheet.name, [*columns, *ADDED], rows, foot=foot))
    write_pages(target, pages)
