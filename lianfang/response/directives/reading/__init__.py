"""Reads a sheet of the timeline: each row as an entry, each fault as a sentence that names its row, its column and the mend."""
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from lianfang.ground.sheets.headings import first_sheet, header, squeezed
from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed.telling import numbers_in

HEADINGS = {"on": ("日期", "时间", "date"), "place": ("地点", "地方", "place"), "words": ("事项", "措施", "内容", "words"),
            "source": ("来源", "出处", "source"), "first": ("第一个", "首个", "first")}
KNOWN = {squeezed(word): name for name, words in HEADINGS.items() for word in words}
YES = {"是", "第一个", "首个", "1", "y", "yes", "√"}
MOST = {"place": 60, "words": 200, "source": 200}
SAMPLE = [["2020-01-23", "武汉市", "关闭离汉通道", "武汉市疫情防控指挥部通告第1号", ""],
          ["2020-01-25", "邻省", "启动一级响应", "邻省人民政府公告", "是"]]


@dataclass(frozen=True)
class Entry:
    """One line of a timeline: on which day, where, what, by whose word, and whether it was the first of its kind."""

    on: date
    place: str
    words: str
    source: str
    is_first: bool = False


def read(content, name, until) -> tuple[list[Entry], list[tuple[int, str]]]:
    """Entries and faults, (row, sentence) each; no day after `until` is taken.

    Raises SheetError for what is no sheet, Refused where columns are missing.
    """
    rows = first_sheet(content, name).rows
    at, columns = header(rows, KNOWN, {})
    if missing := [HEADINGS[one][0] for one in ("on", "place", "words", "source") if one not in columns]:
        raise Refused(_("没有“{names}”这几列。表头要有：日期、地点、事项、来源。").format(names="、".join(missing)))
    entries, faults = [], []
    for row, cells in enumerate(rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in cells):
            continue
        told = {key: cells[column] if column < len(cells) else "" for key, column in columns.items()}
        try:
            entries.append(_entry(told, until))
        except ValueError as wrong:
            faults.append((row, str(wrong)))
    return entries, faults


def _entry(told, until) -> Entry:
    words, on = {}, _day(told["on"])
    if on > until:
        raise ValueError(_("“日期” {on} 还没有到，请核对。").format(on=on))
    for key, most in MOST.items():
        words[key] = str(told.get(key, "")).strip()
        if not words[key] or len(words[key]) > most:
            raise ValueError(_("“{column}”没有填，或者超过 {n} 个字。").format(column=HEADINGS[key][0], n=most))
        if numbers_in(words[key]):
            raise ValueError(_("“{column}”里写了电话或证件号码，请删掉。").format(column=HEADINGS[key][0]))
    return Entry(on, is_first=str(told.get("first", "")).strip().casefold() in YES, **words)


def _day(cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip().replace("/", "-").replace(".", "-").replace("年", "-").replace("月", "-").removesuffix("日")
    try:
        return date(*map(int, text.split("-")))
    except (ValueError, TypeError):
        raise ValueError(_("“日期”读不懂“{said}”，请写成 2020-03-18 这样。").format(said=str(cell)[:20])) from None
