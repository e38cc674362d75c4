"""Official editions of divisions as they come: three lists of codes and names, read and checked before anything is touched."""
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from lianfang.ground import sheets

LISTS = {"areas": ("county", 6, ""), "streets": ("township", 9, "areaCode"), "villages": ("village", 12, "streetCode")}
MONTH = re.compile(r"(\d{4})-(\d{2})")


class DivisionFault(Exception):
    """These lists cannot be taken as they are; one sentence that names file and row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A division of one edition: its level, its code, its name and the code of what it lies in."""

    level: str
    code: str
    name: str
    parent: str = ""

    @property
    def county(self) -> str:
        """The six digits every code below a county begins with."""
        return self.code[:6]


def first_day(edition: str) -> date:
    """The day an edition "2019-10" comes into force: the first of its month."""
    found = MONTH.fullmatch(edition.strip())
    if not found or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1949:
        raise DivisionFault(_("版本要写成年和月，例如 2019-10，不能是“{edition}”。").format(edition=edition))
    return date(int(found[1]), int(found[2]), 1)


def found_in(folder, edition) -> dict[str, list[tuple[str, Path]]]:
    """The files of an edition in a folder, by list: every CSV whose name begins with the list's and ends in the edition."""
    folder = Path(folder)
    if not folder.is_dir():
        raise DivisionFault(_("没有这个文件夹：{folder}").format(folder=folder))
    names = sorted(path for path in folder.iterdir() if path.is_file())
    fits = {kind: [p for p in names if p.name.startswith(f"{kind}_") and p.name.lower().endswith(f"{edition}.csv")] for kind in LISTS}
    found = {kind: [(path.name, path) for path in paths] for kind, paths in fits.items()}
    for kind, files in found.items():
        if not files:
            raise DivisionFault(_("{folder} 里没有 {kind}_…{edition}.csv。").format(folder=folder, kind=kind, edition=edition))
    return found


def read(files) -> list[Row]:
    """All divisions of an edition, counties first; `files` are pairs of name and source (a path, bytes or an open file) by list."""
    seen: dict[str, Row] = {}
    for kind in LISTS:
        for name, source in files[kind]:
            for row in _rows(kind, name, source, seen):
                seen[row.code] = row
    if not seen:
        raise DivisionFault(_("{name} 里没有一个县。").format(name=files["areas"][0][0]))
    return list(seen.values())


def of_county(rows, code) -> list[Row]:
    """Those of one county (its six digits): an edition as it is published holds the whole country."""
    found = [row for row in rows if row.county == code]
    if not found:
        raise DivisionFault(_("文件里没有代码是 {code} 的县。").format(code=code))
    return found


def _rows(kind, name, source, seen):
    """The rows of one file, each checked."""
    level, _length, above = LISTS[kind]
    lines = _lines(name, source)
    if not lines:
        raise DivisionFault(_("{name} 是空的。").format(name=name))
    header = [str(cell).strip() for cell in lines[0]]
    for column in filter(None, ("code", "name", above)):
        if column not in header:
            raise DivisionFault(_("{name} 第 1 行缺少列“{column}”。").format(name=name, column=column))
    at = {column: header.index(column) for column in ("code", "name", above) if column}
    for number, cells in enumerate(lines[1:], 2):
        if any(str(cell).strip() for cell in cells):
            yield _checked(kind, Row(level, *(_cell(cells, at[c]) for c in at)), seen, lambda wrong, n=number: _fault(name, n, wrong))


def _checked(kind, row, seen, fault) -> Row:
    """The row itself, or the first thing wrong with it."""
    length, above = LISTS[kind][1:]
    if not row.code.isascii() or not row.code.isdigit() or len(row.code) != length:
        raise fault(_("代码“{code}”不是 {length} 位数字").format(code=row.code, length=length))
    if not row.name or len(row.name) > 120:
        raise fault(_("代码 {code} 没有名称，或名称过长").format(code=row.code))
    if row.code in seen:
        raise fault(_("代码 {code} 出现了两次").format(code=row.code))
    if above and (row.parent not in seen or not row.code.startswith(row.parent) or len(row.parent) != length - 3):
        raise fault(_("{code} {name} 的上级 {parent} 不在这一版里").format(code=row.code, name=row.name, parent=row.parent or "—"))
    return row


def _lines(name, source):
    try:
        return sheets.read(source, name=name)[0].rows
    except sheets.SheetError as wrong:
        raise DivisionFault(f"{name}{_('：')}{wrong}") from None


def _cell(cells, at) -> str:
    return str(cells[at]).strip() if at < len(cells) else ""


def _fault(name, number, wrong) -> DivisionFault:
    return DivisionFault(_("{name} 第 {number} 行：{wrong}。").format(name=name, number=number, wrong=wrong))
