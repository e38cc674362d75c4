"""A table and its examples as one workbook, out and in: every cell as text, nothing worked out, nothing lost."""
import io
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from ... import sheets
from .cells import records, written


def as_book(text, examples) -> bytes:
    """Both as a workbook of two sheets."""
    out, pages = io.BytesIO(), []
    for title, part in zip((_("规则表"), _("示例")), (text, examples), strict=True):
        head, *rows = records(part)
        pages.append(sheets.Page(title, [sheets.Column(column, 18) for column in head], rows))
    sheets.write_pages(out, pages)
    return out.getvalue()


def from_book(content: bytes, name: str) -> tuple[str, str]:
    """Both from a workbook of two sheets; SheetError says what is wrong with it, the cell by its name."""
    if found := sheets.formulas_in(content):
        cells = _("、").join(found)
        raise sheets.SheetError(_("这些格子里是公式：{cells}。规则要写成字：复制，再“选择性粘贴为数值”。").format(cells=cells))
    pages = [sheet for sheet in sheets.read(content, name=name) if any(any(cell != "" for cell in row) for row in sheet.rows)]
    if len(pages) != 2:
        raise sheets.SheetError(_("要两张表：第一张是规则表，第二张是示例；这个文件里有 {n} 张。").format(n=len(pages)))
    return one_sheet(pages[0].rows), one_sheet(pages[1].rows)


def one_sheet(rows) -> str:
    """The rows of a sheet as the text of a CSV, empty lines and columns at its ends left out."""
    lines = [[_cell(value) for value in row] for row in rows]
    while lines and not any(lines[-1]):
        lines.pop()
    wide = max((n for line in lines for n, cell in enumerate(line, 1) if cell), default=0)
    return written([line[:wide] for line in lines])


def _cell(value) -> str:
    """A cell as tables write it, whatever a spreadsheet made of it: days, times, yes and no, numbers without a loss."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return " ".join(str(value).split())
