"""Reads a line list: each row as a case, each fault as a sentence with its row; numbers and days as other systems write them."""
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from lianfang.ground.sheets.headings import first_sheet
from lianfang.ground.workflow import Refused

from .columns import header
from .vocabulary import NOTHING, WORDS

DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$")
GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[T ].*)?$")
DAY_FIRST, MONTH_FIRST = "day", "month"
GODATA = re.compile(r"lng_reference_data_category_(?:gender|outcome|case_classification)_", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A case of a list; what nobody wrote is empty."""

    number: int
    id: str
    said: dict[str, Any] = field(default_factory=dict)


def read(content, name, mapping=None) -> tuple[list[Row], list[tuple], list[str]]:
    """Rows, faults (row, sentence), and the headings; `mapping` says of fields under which heading they stand, where nothing else tells.

    Raises SheetError for what is no sheet, Refused where no column says which case it is or when it began.
    """
    found = first_sheet(content, name)
    at, columns = header(found.rows, mapping or {})
    headings = [str(cell) for cell in found.rows[at]]
    if missing := [word for field_, word in (("id", _("病例编号")), ("onset_on", _("发病日期"))) if field_ not in columns]:
        raise Refused(_("认不出这几列：{missing}。表头有：{headings}。请写明列的对应，例如 编号=号,发病日期=日期。").format(
            missing=_("、").join(missing), headings=_("、").join(filter(None, headings))))
    rows, faults, seen = [], [], set()
    order = slashed_order(found.rows[at + 1:], [place for name, place in columns.items() if name in DAYS])
    for number, cells in enumerate(found.rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in cells):
            continue
        try:
            row = _row(number, cells, columns, order)
        except ValueError as wrong:
            faults.append((number, str(wrong)))
            continue
        if row.id in seen:
            faults.append((number, _("编号和上面的一行重复。")))
            continue
        seen.add(row.id)
        rows.append(row)
    return rows, faults, headings


def slashed_order(rows, places) -> str:
    """Whether the days of a list that are written 3/18/2020 begin with the month or the day: as those tell that can only be read one way;
    '' where none does, or they do not agree."""
    found = [read for cells in rows for place in places if place < len(cells) and (read := SLASHED.match(text_of(cells[place])))]
    told = {DAY_FIRST if int(one[1]) > 12 else MONTH_FIRST for one in found if int(one[1]) > 12 or int(one[2]) > 12}
    return told.pop() if len(told) == 1 else ""


def _row(number, cells, columns, order) -> Row:
    raw = {name: cells[at] for name, at in columns.items() if at < len(cells)}
    said = {name: text_of(value) for name, value in raw.items() if name not in DAYS}
    said |= {name: day_in(raw[name], _("第 {n} 列").format(n=columns[name] + 1), order) for name in DAYS if name in raw}
    if not said.get("id"):
        raise ValueError(_("没有编号。"))
    for name, listed in WORDS.items():
        if name in said:
            said[name] = listed.get(GODATA.sub("", said[name]).casefold(), "")
    if said.get("birth_year") and said.get("birth_month") and said.get("birth_day"):
        said["birth_on"] = _made(said["birth_year"], said["birth_month"], said["birth_day"])
    if not said.get("onset_on") and not said.get("diagnosed_on"):
        raise ValueError(_("发病、诊断日期都没有。"))
    return Row(number, said["id"][:60], said)


DAYS = ("birth_on", "onset_on", "diagnosed_on", "reported_on", "died_on", "site_from", "site_until")


def text_of(value) -> str:
    """What a cell says; nothing where it says that nobody knows."""
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    return "" if text.casefold() in NOTHING else text


def day_in(value, where, order="") -> date | None:
    """The day a cell says; raises ValueError, naming the column, where it is none, or where 3/4/2020 may be two."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = text_of(value)
    if not text:
        return None
    if found := DAY.match(text):
        return _made(*found.groups())
    if found := GERMAN.match(text):
        return _made(*reversed(found.groups()))
    if found := SLASHED.match(text):
        if not order and found[1] != found[2]:
            raise ValueError(_("{where}的 {day} 看不出哪个是月、哪个是日，请写成 2020-03-18 这样。").format(where=where, day=text))
        year, day, month = found[3], *found.group(*((1, 2) if order == DAY_FIRST else (2, 1)))
        return _made(year, month, day)
    raise ValueError(_("{where}的日期读不懂，请写成 2020-03-18 这样。").format(where=where))


def _made(year, month, day) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(_("没有这一天：{day}。").format(day=f"{year}-{month}-{day}")) from None
