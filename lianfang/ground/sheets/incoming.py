"""Reads a spreadsheet of any kind an office sends (.xlsx, .xls, .csv, .txt) into named sheets of typed rows."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import python_calamine
from django.utils.translation import gettext as _

from . import guards, text
from .errors import SheetError
from .limits import MAX_BYTES, MEGABYTE

LONGEST_NAME = 100  # of a text file's only sheet: its file's name may be longer
ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WEB_PAGES = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<?xml")


@dataclass(slots=True)
class Sheet:
    """One sheet: `rows[n - 1]` is the row its own program numbers n, leading empty rows included."""

    name: str
    rows: list[list[Any]]
    is_hidden: bool = False


def read(source: str | Path | bytes | BinaryIO, *, name: str = "") -> list[Sheet]:
    """The sheets of a file, cells as str, float, bool, date or datetime ("" when empty); SheetError says what is wrong."""
    content = _content(source)
    name = name or (Path(source).name if isinstance(source, str | Path) else "")
    if not content.strip():
        raise SheetError(_("文件是空的。"))
    if content.startswith(ZIP):
        guards.check_workbook(content)
        return _workbook(content)
    if content.startswith(COMPOUND):
        guards.check_old_workbook(content)
        return _workbook(content)
    if content[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(WEB_PAGES):
        raise SheetError(_("这其实是一个网页，不是电子表格；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。"))
    rows = text.rows_of(content)
    guards.check_grid(len(rows), max(map(len, rows), default=0))
    return [Sheet(Path(name).stem[:LONGEST_NAME], rows)]


def _content(source: str | Path | bytes | BinaryIO) -> bytes:
    if isinstance(source, bytes):
        content = source
    elif isinstance(source, str | Path):
        content = _file_content(Path(source))
    else:
        content = source.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise SheetError(_("文件太大，超过 {size} MB；请分成几个文件再上传。").format(size=MAX_BYTES // MEGABYTE))
    return content


def _file_content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SheetError(_("找不到文件：{path}").format(path=path)) from error
    except OSError as error:
        raise SheetError(_("文件读不了：{path}").format(path=path)) from error


def _workbook(content: bytes) -> list[Sheet]:
    try:
        with python_calamine.load_workbook(io.BytesIO(content)) as workbook:
            return [_sheet(workbook, entry) for entry in workbook.sheets_metadata if _holds_rows(entry)]
    except python_calamine.PasswordError as error:
        raise SheetError(_("文件有密码；请先去掉密码再上传。")) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise _broken() from error
    except BaseException as error:  # a panic in the parser arrives as a PanicException, which is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise _broken() from error


def _broken() -> SheetError:
    return SheetError(_("文件已损坏，打不开；请用 Excel 或 WPS 打开后另存一份再上传。"))


def _holds_rows(entry: python_calamine.SheetMetadata) -> bool:
    return entry.typ == python_calamine.SheetTypeEnum.WorkSheet


def _sheet(workbook: python_calamine.CalamineWorkbook, entry: python_calamine.SheetMetadata) -> Sheet:
    grid = workbook.get_sheet_by_name(entry.name)
    guards.check_grid(grid.total_height, grid.total_width)
    # skip_empty_area would drop leading empty rows and columns, and with them the sheet's own numbering
    rows = grid.to_python(skip_empty_area=False)
    return Sheet(entry.name, rows, is_hidden=entry.visible != python_calamine.SheetVisibleEnum.Visible)
