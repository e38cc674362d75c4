"""Reads a sheet of firms, shops and markets: each row as an entry, each fault as a sentence that names its row, its column and the mend."""
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianfang.ground.sheets.headings import first_sheet, header, squeezed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import credit
from ..trades import TRADES

HEADINGS = {"title": ("名称", "企业名称", "单位名称", "字号", "name"), "code": ("统一社会信用代码", "信用代码", "code"),
            "trade": ("行业", "类别", "trade"), "town": ("乡镇（街道）", "乡镇", "街道", "town"),
            "village": ("村（社区）", "村", "社区", "village"),
            "office": ("单位电话", "电话", "office")}
NEEDED = ("title", "code", "trade", "town")
KNOWN = {squeezed(word): name for name, words in HEADINGS.items() for word in words}
SAMPLE = [["城关农贸市场", "91990100000000001D", "农贸市场", "禾阳街道", "丰禾社区", "0438-5550188"],
          ["青禾影城", "91990100000000002A", "影剧院", "禾阳街道", "", ""]]
LONGEST = {"title": 100, "office": 40}


@dataclass(frozen=True, slots=True)
class Entry:
    """One firm as a row tells it."""

    row: int
    title: str
    code: str
    trade: str
    unit: int
    office: str = ""


def trade_words() -> dict[str, str]:
    """What people write of a trade, to its code: the code, the label, each part of the label."""
    found = {}
    for code, label in TRADES.items():
        for word in (code, str(label), *str(label).split("、")):
            found[squeezed(word)] = code
    return found


class Places:
    """Towns and villages within a reach by name, or by code."""

    def __init__(self, reach):
        rows = list(Unit.objects.filter(path__under=reach, level__in=("county", "township", "village"), until_on=None))
        self.codes = {one.code: one.pk for one in rows if one.code}
        self.towns = {one.name: one.pk for one in rows if one.level == "township"}
        self.villages = {(one.parent_id, one.name): one.pk for one in rows if one.level == "village"}

    def of(self, town, village) -> int:
        """The village, or the town where none is named; ValueError says how to mend it."""
        if found := self.codes.get(village) or (not village and self.codes.get(town)):
            return found
        if town not in self.towns:
            raise ValueError(_("“乡镇”里没有“{said}”，请写全称或区划代码。").format(said=town[:20]))
        if not village:
            return self.towns[town]
        if (found := self.villages.get((self.towns[town], village))) is None:
            raise ValueError(_("{town}没有“{said}”这个村（社区），请写全称或区划代码。").format(town=town, said=village[:20]))
        return found


def read(content, name, reach) -> tuple[list[Entry], list[tuple[int, str]]]:
    """Entries and faults, (row, sentence) each; of one code that stands twice in the sheet the second is a fault.

    Raises SheetError for what is no sheet, Refused where columns are missing.
    """
    rows = first_sheet(content, name).rows
    at, columns = header(rows, KNOWN, {})
    if missing := [HEADINGS[one][0] for one in NEEDED if one not in columns]:
        raise Refused(_("没有“{names}”这几列。表头要有：名称、统一社会信用代码、行业、乡镇。").format(names="、".join(missing)))
    entries, faults, seen = [], [], {}
    trades, places = trade_words(), Places(reach)
    for row, cells in enumerate(rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in cells):
            continue
        told = {key: str(cells[column]).strip() if column < len(cells) else "" for key, column in columns.items()}
        try:
            one = _entry(row, told, trades, places)
            if (before := seen.setdefault(one.code, row)) != row:
                raise ValueError(_("“统一社会信用代码”和第 {row} 行相同，只收前面一行。").format(row=before))
            entries.append(one)
        except ValueError as wrong:
            faults.append((row, str(wrong)))
    return entries, faults


def _entry(row, told, trades, places) -> Entry:
    for key, most in LONGEST.items():
        if len(told.get(key, "")) > most or (key == "title" and not told[key]):
            raise ValueError(_("“{column}”没有填，或者超过 {n} 个字。").format(column=HEADINGS[key][0], n=most))
    if not (code := credit.read(told["code"])):
        raise ValueError(_("“统一社会信用代码”“{said}”不对，要 18 位，校验位要对。").format(said=told["code"][:20]))
    if (trade := trades.get(squeezed(told["trade"]))) is None:
        said = told["trade"][:20]
        raise ValueError(_("“行业”“{said}”不在表里，可以写：{words}。").format(said=said, words="、".join(map(str, TRADES.values()))))
    return Entry(row, told["title"], code, trade, places.of(told["town"], told.get("village", "")), told.get("office", ""))
