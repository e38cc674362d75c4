"""A roster that waits to be confirmed, one that came in, and the doubt it left: nobody knows at which door."""
import io

import xlsxwriter

from lianfang.ground.days import now
from lianfang.registers.people.typed.identity import check_digit
from lianfang.response.screening import actions
from lianfang.response.screening.models import Doubt, Lead

from . import free, isolation, sample

HEADERS = ["姓名", "身份证号", "电话", "住址", "来源地", "返乡日期"]


def book(name, body):
    """A sheet with one returnee of no known address, and a row that names nobody."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("名册")
        good = [name, body + check_digit(body), "13900001111", "无名巷9号", "长春", "2020-03-08"]
        for at, line in enumerate([HEADERS, good, ["", "", "13900002222"]]):
            sheet.write_row(at, 0, line)
    return out.getvalue()


def handed_in(stage):
    """What both rosters have in common."""
    unit = stage.cast.units["丰禾社区"]
    return {"name": "名册.xlsx", "kind": "returnees", "source": "community",
            "unit": unit, "on": stage.cast.on, "by": stage.near, "at": now()}


@sample("rosters/<uuid:pk>")
def draft(stage):
    return actions.receive(content=book("演练甲", "22072219900101001"), is_draft=True, **handed_in(stage)).pk


@sample("rosters/<uuid:pk>/progress/", "rosters/<uuid:pk>/correction.xlsx")
def done(stage):
    return actions.bring_in(content=book("演练乙", "22072219900101002"), **handed_in(stage)).pk


@sample("rosters/doubts/<uuid:pk>")
def doubt(stage):
    return Doubt.objects.get(roster_id=stage.of(done)).pk


@sample("rosters/<uuid:pk>/down/", "rosters/<uuid:pk>/back/")
def leads(stage):
    stage.of(isolation.person)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("线索")
        for at, line in enumerate([["姓名", "电话"], [isolation.NAME, isolation.PHONE]]):
            sheet.write_row(at, 0, line)
    given = handed_in(stage) | {"kind": "leads", "source": "other_county"}
    return actions.bring_in(content=out.getvalue(), **given).pk


@sample("rosters/leads/<uuid:pk>")
def lead(stage):
    return Lead.objects.get(roster_id=stage.of(leads)).pk


@free("rosters/blank/<slug:kind>")
def kind(stage):
    return "returnees"
