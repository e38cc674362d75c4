"""Looks at a workbook's bytes before they are parsed: password, zip bomb, a cell so far out that the grid would not fit in memory."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .errors import SheetError
from .limits import FREE_INFLATED, MAX_CELLS, MAX_INFLATED, MAX_RATIO, MEGABYTE

WORKBOOK, BINARY_WORKBOOK = "xl/workbook.xml", "xl/workbook.bin"
# "Far" is column AA or further, or row 100 000 or further. One quick look, then the exact ones only where it found something:
FAR = re.compile(rb"""r\s*=\s*["'](?:[A-Z]{2}|[A-Z]?\d{6})""")
# a cell with content (styled empty cells do not count),
FAR_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr\s*=\s*["']([A-Z]{2,3}\d+|[A-Z]\d{6,})["'][^>]*(?<!/)>\s*<[^/]""")
# or one that leaves its place to its row.
FAR_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["'](\d{6,})["'][^>]*(?<!/)>\s*<(?:\w+:)?c(?![^>]*\sr\s*=)""")
TAIL = 512  # bytes carried over, so that a tag cut in two by a chunk is still seen
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DIMENSIONS = b"\x00\x02\x0e\x00"  # the BIFF8 record that states a sheet's used range


def check_workbook(content: bytes) -> None:
    """Refuse an .xlsx that is locked, no workbook, or larger inside than it says."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:  # the last: a kind of zip that Python does not know
        raise SheetError(_("文件已损坏，打不开；请用 Excel 或 WPS 打开后另存一份再上传。")) from error
    if any(member.flag_bits & 1 for member in members):
        raise SheetError(_("文件有密码；请先去掉密码再上传。"))
    _check_is_xlsx({member.filename for member in members})
    _check_declared(members)
    spent = 0
    for member in members:
        spent += _check_member(content, member, MAX_INFLATED - spent)


def check_old_workbook(content: bytes) -> None:
    """Refuse a compound file that is a locked .xlsx, or an .xls that states more cells than fit."""
    if ENCRYPTED in content:
        raise SheetError(_("文件有密码；请先去掉密码再上传。"))
    at = content.find(DIMENSIONS)
    while at >= 0 and at + 18 <= len(content):
        first_row, end_row, first_column, end_column, spare = struct.unpack_from("<IIHHH", content, at + 4)
        if first_row <= end_row <= 65_536 and first_column <= end_column <= 256 and not spare:
            check_grid(end_row, end_column)
        at = content.find(DIMENSIONS, at + 4)


def check_grid(rows: int, columns: int) -> None:
    """Refuse a grid of more cells than may be held at once."""
    if rows * columns > MAX_CELLS:
        raise SheetError(
            _("表太大：有 {rows} 行 {columns} 列；请删去多余的空行空列，或分成几个文件再上传。").format(rows=rows, columns=columns)
        )


def _check_is_xlsx(names: set[str]) -> None:
    if BINARY_WORKBOOK in names:
        raise SheetError(_("暂不支持 .xlsb 格式；请在 Excel 或 WPS 中另存为 .xlsx 再上传。"))
    if WORKBOOK not in names:
        raise SheetError(_("这不是电子表格；请上传 .xlsx、.xls 或 .csv 文件。"))


def _check_declared(members: list[zipfile.ZipInfo]) -> None:
    if sum(member.file_size for member in members) > MAX_INFLATED:
        raise _bomb()
    if any(_is_swollen(member.file_size, member.compress_size) for member in members):
        raise _bomb()


def _is_swollen(inflated: int, packed: int) -> bool:
    return inflated > FREE_INFLATED and inflated > packed * MAX_RATIO


def _bomb() -> SheetError:
    return SheetError(_("文件解开后大得不正常，为安全起见没有读取；请用 Excel 或 WPS 另存一份再上传。"))


def _check_member(content: bytes, member: zipfile.ZipInfo, room: int) -> int:
    """Unpack one part, as far as it really goes (the size it states may lie), and look how far out its cells lie."""
    size, row, column, tail = 0, 1, 1, b""
    for chunk in _inflated(content, member):
        size += len(chunk)
        if size > room or _is_swollen(size, member.compress_size):
            raise _bomb()
        text = tail + chunk
        if FAR.search(text):
            places = [(row, column), *map(_place, FAR_CELL.findall(text)), *((int(number), 1) for number in FAR_ROW.findall(text))]
            row, column = max(place[0] for place in places), max(place[1] for place in places)
        tail = chunk[-TAIL:]
    check_grid(row, column)
    return size


def _place(cell: bytes) -> tuple[int, int]:
    letters = cell.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(cell[len(letters) :]), column


def _inflated(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    start = member.header_offset
    name_length, extra_length = struct.unpack_from("<HH", content, start + 26)
    start += 30 + name_length + extra_length
    packed = content[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpacker.eof:
            yield unpacker.decompress(packed, MEGABYTE)
            packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise SheetError(_("文件已损坏，打不开；请用 Excel 或 WPS 打开后另存一份再上传。")) from error
