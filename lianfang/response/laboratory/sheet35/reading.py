"""Reads a result sheet: each row as a result, each fault as a sentence that names row, field and mend."""
import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.ids import typed_number
from lianfang.ground.sheets.headings import first_sheet, header
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed import cells, identity, phones, wording

from .columns import FIELDS, KNOWN
from .vocabulary import COLUMNS, GROUPS, OUTCOMES, POOLED

MOMENT = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]+(\d{1,2})[:：时](\d{1,2})(?:[:：分]\d{0,2})?")
HEADINGS = {field: heading for heading, field in COLUMNS if field}
WANTED = ("id_number", "taken_at", "outcome")
SAID = {word.casefold(): outcome for outcome, words in OUTCOMES.items() for word in words}
REASON = [(word, reason) for reason, words in GROUPS.items() for word in words]


@dataclass(slots=True)
class Row:
    """One person's result as a laboratory tells it; `taken_at` to the minute."""

    number: int
    name: str
    id_kind: str
    id_number: str
    phone: str
    sex: str
    birth_on: object
    taken_at: datetime
    outcome: str
    kind: str
    tube: str
    reason: str
    laboratory: str


def read(content, name, *, at, mapping=None) -> tuple[list[Row], list[tuple], list[str]]:
    """Rows, faults (row, sentence), and the headings; SheetError for what is no sheet, Refused where a needed column is not there."""
    found = first_sheet(content, name)
    top, columns = header(found.rows, KNOWN, {name: heading for name, heading in (mapping or {}).items() if name in FIELDS})
    headings = [str(cell).strip() for cell in found.rows[top]]
    if missing := [HEADINGS[field] for field in WANTED if field not in columns]:
        raise Refused(_("认不出这几列：{missing}。表头有：{headings}。请写明列的对应，例如 证件号码=号码,采样时间=何时。").format(
            missing=_("、").join(missing), headings=_("、").join(filter(None, headings))))
    rows, faults, seen = [], [], set()
    for number, raw in enumerate(found.rows[top + 1:], top + 2):
        if not any(str(cell).strip() for cell in raw):
            continue
        try:
            row = _row(number, {field: raw[place] for field, place in columns.items() if place < len(raw)}, at)
            if (row.id_number, row.taken_at) in seen:
                raise ValueError(_("证件号码和采样时间与上面的一行重复，请删掉一行。"))
        except ValueError as wrong:
            faults.append((number, str(wrong)))
            continue
        seen.add((row.id_number, row.taken_at))
        rows.append(row)
    return rows, faults, headings


def _row(number, said, at) -> Row:
    kind = identity.kind_of(_text(said.get("id_kind"))) if _text(said.get("id_kind")) else ""
    papers = identity.read(said.get("id_number", ""), kind, on=day_of(at))
    if papers.fault:
        raise ValueError(_("“证件号码”：{wrong}").format(wrong=wording.wrong_id(papers.fault, papers.detail, kind or "id_card")))
    if not papers.number:
        raise ValueError(_("“证件号码”没有填，请补上。"))
    phone = phones.read(said.get("phone", ""))
    return Row(number, cells.name(_text(said.get("name"))), papers.kind, papers.number, "" if phone.fault else phone.number, papers.sex,
               papers.birth_on, _moment(said.get("taken_at"), at), _outcome(said.get("outcome")), _kind(said),
               _text(said.get("tube")).upper(), _reason(said), _text(said.get("laboratory"))[:60])


def _text(value) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _moment(value, at) -> datetime:
    if isinstance(value, datetime):
        found = value.replace(tzinfo=SHANGHAI)
    elif said := MOMENT.match(_text(value)):
        try:
            found = datetime(*(int(part) for part in said.groups()), tzinfo=SHANGHAI)
        except ValueError:
            raise ValueError(_("“采样时间”没有这个时刻：{value}，请核对。").format(value=_text(value))) from None
    else:
        raise ValueError(_("“采样时间”读不懂：{value}，请写到时分，例如 2020-03-18 09:30。").format(value=_text(value) or "—"))
    if found > at:
        raise ValueError(_("“采样时间”在以后：{value}，请核对。").format(value=_text(value)))
    return found.replace(second=0, microsecond=0)


def _outcome(value) -> str:
    if found := SAID.get(_text(value).casefold()):
        return found
    raise ValueError(_("“检测结果”读不懂：{value}，请写阴性、阳性、可疑或无效。").format(value=_text(value) or "—"))


def _kind(said) -> str:
    many = _text(said.get("places"))
    return "pool" if (typed_number(many) or 0) > 1 or any(word in _text(said.get("kind")) for word in POOLED) else "single"


def _reason(said) -> str:
    text = _text(said.get("reason")) + _text(said.get("class"))
    return next((reason for word, reason in REASON if word in text), "group")
