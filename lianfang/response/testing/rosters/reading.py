"""Reads a sheet of people or of their results: rows, and of each row that cannot be read a sentence with its number."""
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.days import SHANGHAI
from lianfang.ground.sheets.headings import first_sheet
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed import cells, identity, phones, wording

from .vocabulary import KIND_WORDS, OUTCOME_WORDS, recognised, squeezed

HEADER_WITHIN = 10
WORDS = {"name": gettext_lazy("姓名"), "id_number": gettext_lazy("身份证号"), "taken_at": gettext_lazy("采样时间"),
         "outcome": gettext_lazy("结果")}
MOMENT = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:：时](\d{1,2}))?")


@dataclass(slots=True)
class Row:
    """A row that can be read; what nobody wrote is empty."""

    number: int
    name: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    place: str = ""
    kind: str = ""
    taken_at: datetime | None = None
    outcome: str = ""
    report: str = ""


def read_people(content, name, on) -> tuple[list[Row], list[tuple]]:
    """Rows of people with a name and a number or a phone, and the faults: (row, sentence). Raises SheetError or Refused for the whole."""
    return _read(content, name, ("name",), lambda row, cell: _person(row, cell, on))


def read_results(content, name, on) -> tuple[list[Row], list[tuple]]:
    """Rows of results: whose number, when taken, what was found; and the faults, as of people."""
    return _read(content, name, ("id_number", "taken_at", "outcome"), lambda row, cell: _result(_person(row, cell, on), cell))


def _read(content, name, needed, make) -> tuple[list[Row], list[tuple]]:
    found = first_sheet(content, name)
    at, columns = max(((n, recognised(cells_)) for n, cells_ in enumerate(found.rows[:HEADER_WITHIN])), key=lambda one: len(one[1]))
    if missing := [str(WORDS[field]) for field in needed if field not in columns]:
        raise Refused(_("认不出这几列：{missing}。请在表头写明，再交一次。").format(missing=_("、").join(missing)))
    rows, faults = [], []
    for number, line in enumerate(found.rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in line):
            continue
        try:
            rows.append(make(Row(number), _cell(line, columns)))
        except ValueError as wrong:
            faults.append((number, str(wrong)))
    return rows, faults


def _cell(line, columns):
    def cell(field) -> Any:
        at = columns.get(field, len(line))
        return line[at] if at < len(line) else ""

    return cell


def _person(row, cell, on) -> Row:
    row.name = cells.name(cell("name"))
    papers = identity.read(cell("id_number"), "", on=on, may_be="passport")
    if papers.fault:
        raise ValueError(wording.wrong_id(papers.fault, papers.detail, "id_card"))
    phone = phones.read(cell("phone"))
    if phone.fault:
        raise ValueError(wording.wrong_phone(phone.fault, phone.detail))
    if not papers.number and not (row.name and phone.number):
        raise ValueError(_("姓名以外，证件号、手机号至少填一样。"))
    row.id_kind, row.id_number, row.birth_on, row.sex = papers.kind, papers.number, papers.birth_on, papers.sex
    row.phone, row.place = phone.number, cells.text(cell("place"))
    return row


def _result(row, cell) -> Row:
    row.kind = KIND_WORDS.get(squeezed(cells.text(cell("kind"))), "")
    if not row.kind:
        raise ValueError(_("检测项目读不懂，请写核酸、CT 或者抗体。"))
    row.outcome = OUTCOME_WORDS[row.kind].get(squeezed(cells.text(cell("outcome"))), "")
    if not row.outcome:
        raise ValueError(_("结果读不懂，例如核酸写“阴性”“阳性”“灰区”。"))
    row.taken_at, row.report = _moment(cell("taken_at")), cells.text(cell("report"))[:120]
    return row


def _moment(value) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=SHANGHAI)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=SHANGHAI)
    found = MOMENT.match(cells.text(value))
    try:
        return datetime(*(int(part or 0) for part in found.groups()), tzinfo=SHANGHAI)
    except (AttributeError, ValueError):
        raise ValueError(_("采样时间读不懂，请写成 2020-03-18 14:05 这样。")) from None
