"""Spreadsheets as offices send them, made on the spot; everybody in them is invented."""
import io

import openpyxl
import xlsxwriter

from lianfang.registers.people.typed.identity import check_digit

HEADERS = ["姓名", "身份证号", "电话", "住址", "来源地", "返乡日期", "体温", "健康码", "有无症状"]


def identity(serial, born="19900101", area="220722"):
    """A number with a true check digit."""
    body = f"{area}{born}{serial:03}"
    return body + check_digit(body)


def returnee(serial, name, address, origin="深圳", on="2020-03-04", **changed):
    """A row of a returnees' sheet; `changed` by header."""
    row = dict(zip(HEADERS, [name, identity(serial), f"139{serial:08}", address, origin, on, "36.5", "绿", "无"], strict=True)) | changed
    return [row[header] for header in HEADERS]


def book(*rows, headers=HEADERS, title="外地返乡人员登记表", sheet="返乡人员"):
    """An .xlsx with a title line, a header, and these rows as text."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        page = workbook.add_worksheet(sheet)
        for at, row in enumerate([[title], headers, *rows]):
            for column, value in enumerate(row):
                page.write_string(at, column, value) if isinstance(value, str) else page.write(at, column, value)
    return out.getvalue()


def opened(content):
    """The workbook somebody opens in a spreadsheet."""
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(workbook):
    """What the spreadsheet saves."""
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
