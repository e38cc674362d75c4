"""Sheets made on the spot, and the reference roster where it lies beside the checkout."""
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.screening import actions

HEADERS = ["姓名", "身份证号", "电话", "住址", "来源地", "返乡日期", "体温", "健康码", "备注"]
ON = date(2020, 3, 10)


def numbered(serial, born="19900101", area="220722") -> str:
    """An invented number with a true check digit."""
    body = f"{area}{born}{serial:03}"
    return body + check_digit(body)


def row(serial, name="", phone="", address="", origin="长春", on="2020-03-08", temperature="36.5", colour="绿", remark="") -> list:
    """A returnee's row."""
    who = [name or f"演练{chr(0x4E00 + serial)}", numbered(serial), phone or f"139{serial:08}"]
    return [*who, address, origin, on, temperature, colour, remark]


def book(*rows, headers=HEADERS, title="返乡人员登记表", name="名册") -> bytes:
    """An .xlsx with a title line, a header and these rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet(name)
        sheet.write_string(0, 0, title)
        for at, line in enumerate([headers, *rows], 1):
            for column, value in enumerate(line):
                sheet.write_string(at, column, value) if isinstance(value, str) else sheet.write(at, column, value)
    return out.getvalue()


SOURCES = {"returnees": "community", "residents": "civil_register", "leads": "other_county"}


@pytest.fixture
def bring(cast):
    """Import a book for the county as its duty officer; gives the finished import."""
    def brought(content, kind="returnees", unit="青禾县", **more):
        with everything():
            given = {"name": "名册.xlsx", "on": ON, "source": SOURCES[kind], "by": cast.officer, "at": now(), **more}
            return actions.bring_in(content=content, kind=kind, unit=cast.units[unit], **given)

    return brought


@pytest.fixture
def hand_in(cast):
    """Hand a book in for the county, to be imported later."""
    def handed(content, **more):
        with everything():
            return actions.receive(content=content, name="名册.xlsx", kind="returnees", unit=cast.units["青禾县"], on=ON, by=cast.officer,
                                   at=now(), **{"source": "community", **more})

    return handed


@pytest.fixture(autouse=True)
def _uploads(settings, tmp_path):
    """Each test has its own place for sealed files."""
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture(scope="session")
def reference():
    """The reference roster and the answers beside it, or a skip that says why."""
    beside = Path(os.environ.get("LIANFANG_SHARED") or Path(__file__).resolve().parents[5] / "shared") / "reference" / "rosters"
    book = beside / "arrivals_three_villages.xlsx"
    if not book.exists():
        pytest.skip("the reference rosters are not here: set LIANFANG_SHARED to the folder that holds reference/")
    return book, json.loads(book.with_suffix(".expected.json").read_text(encoding="utf-8"))["sheets"]


def errors_by_sheet(faults) -> dict:
    """Refused rows as the reference writes them: sheet → row → code."""
    found = {}
    for fault in faults:
        if fault.get("level") != "warning":
            found.setdefault(fault["sheet"], {})[str(fault["row"])] = fault["code"]
    return found
