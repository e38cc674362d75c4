"""Reads a list of who infected whom: each row as a pair of case numbers, each fault as a sentence with its row."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground.sheets.headings import first_sheet
from lianfang.ground.workflow import Refused

from .columns import KNOWN_LINKS, LINK_FIELDS, header
from .reading import day_in, slashed_order, text_of
from .vocabulary import SETTING_WORDS


@dataclass(frozen=True, slots=True)
class Pair:
    """That one case infected another, by the numbers of their list; `said` is its own word for how."""

    number: int
    source: str
    case: str
    on: date | None = None
    setting: str = ""
    said: str = ""


def read_pairs(content, name, mapping=None) -> tuple[list[Pair], list[tuple], list[str]]:
    """Pairs, faults (row, sentence), and the headings; a row that names no source tells of no pair and is none.

    Raises SheetError for what is no sheet, Refused where no column says who or whom.
    """
    found = first_sheet(content, name)
    at, columns = header(found.rows, mapping or {}, KNOWN_LINKS, LINK_FIELDS)
    headings = [str(cell) for cell in found.rows[at]]
    if missing := [word for field, word in (("source", _("传染源编号")), ("case", _("被感染者编号"))) if field not in columns]:
        raise Refused(_("认不出这几列：{missing}。表头有：{headings}。请写明列的对应，例如 传染源编号=上,病例编号=下。").format(
            missing=_("、").join(missing), headings=_("、").join(filter(None, headings))))
    pairs, faults = [], []
    order = slashed_order(found.rows[at + 1:], [columns["on"]] if "on" in columns else [])
    for number, cells in enumerate(found.rows[at + 1:], at + 2):
        raw = {field: cells[place] for field, place in columns.items() if place < len(cells)}
        try:
            pair = _pair(number, raw, columns, order)
        except ValueError as wrong:
            faults.append((number, str(wrong)))
            continue
        if pair:
            pairs.append(pair)
    return pairs, faults, headings


def _pair(number, raw, columns, order) -> Pair | None:
    source, case, said = (text_of(raw.get(name, "")) for name in ("source", "case", "setting"))
    if not source:
        return None
    if not case:
        raise ValueError(_("没有写被感染的是谁，请填被感染者编号。"))
    on = day_in(raw["on"], _("第 {n} 列").format(n=columns["on"] + 1), order) if "on" in raw else None
    return Pair(number, source[:60], case[:60], on, SETTING_WORDS.get(said.casefold(), "other" if said else ""), said[:60])
