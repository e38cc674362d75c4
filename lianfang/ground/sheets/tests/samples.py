"""Makes the files the tests of sheets read: good ones, broken ones, hostile ones."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import msoffcrypto.format.ooxml
import xlsxwriter
import xlwt


def xlsx(*sheets: tuple[str, Iterable[Sequence[Any]]]) -> bytes:
    """A workbook as Excel would save it, dates shown as dates."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for name, rows in sheets:
            sheet = workbook.add_worksheet(name)
            for number, row in enumerate(rows):
                for at, value in enumerate(row):
                    if value is not None:
                        (sheet.write_string if isinstance(value, str) else sheet.write)(number, at, value)
    return buffer.getvalue()


def xls(*sheets: tuple[str, Iterable[Sequence[Any]]]) -> bytes:
    """A workbook of Excel 97-2003."""
    workbook = xlwt.Workbook()
    shown_as_date = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for name, rows in sheets:
        sheet = workbook.add_sheet(name)
        for number, row in enumerate(rows):
            for at, value in enumerate(row):
                if value is not None:
                    sheet.write(number, at, value, *([shown_as_date] if hasattr(value, "year") else []))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def locked(content: bytes, password: str = "青禾") -> bytes:
    """The same .xlsx with a password."""
    buffer = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(content)).encrypt(password, buffer)
    return buffer.getvalue()


def with_part(content: bytes, part: str, inner: bytes) -> bytes:
    """The same .xlsx with one part of the zip replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, inner)
    return buffer.getvalue()


def with_cells(inner: bytes) -> bytes:
    """An .xlsx whose only sheet has exactly these rows of XML."""
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>' % inner
    return with_part(xlsx(("甲", [["x"]])), "xl/worksheets/sheet1.xml", sheet)
