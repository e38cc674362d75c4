"""Address lines out of what somebody pastes or uploads: one a line, or the address column of a sheet."""
from lianfang.ground import sheets

from .vocabulary import ADDRESS_HEADERS

MOST = 20_000
HEADER_ROWS = 10


def lines_of(text="", content=b"", name="") -> list[str]:
    """The pasted lines, then the lines of the sheet; at most 20 000."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    for sheet in sheets.read(content, name=name) if content else ():
        found += _column(sheet.rows)
    return found[:MOST]


def _column(rows) -> list[str]:
    """The cells under a header that says address; without one, each row's cells as one line."""
    for at, row in enumerate(rows[:HEADER_ROWS]):
        for column, cell in enumerate(row):
            if str(cell).strip() in ADDRESS_HEADERS:
                return _filled(row[column] if column < len(row) else "" for row in rows[at + 1:])
    return _filled("".join(str(cell).strip() for cell in row) for row in rows)


def _filled(cells) -> list[str]:
    return [str(cell).strip() for cell in cells if str(cell).strip()]
