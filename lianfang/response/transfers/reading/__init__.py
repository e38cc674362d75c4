"""Reads a sheet of people a letter came with: each row as somebody, each fault as a sentence naming row, column and mend."""
from datetime import date, datetime

from django.utils.translation import gettext as _

from lianfang.ground.days import day_start
from lianfang.ground.sheets import headings
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.typed import cells, identity, phones, wording

from .vocabulary import DAY, DAYS, FIELDS, KIND_WORDS, KNOWN, WORDS


def read(content, name, mapping, on) -> tuple[list[tuple], list[tuple], list[str]]:
    """(row, told, place) of each, faults (row, sentence), and the headings; `mapping` says field → heading where nothing else tells.

    Raises SheetError for what is no sheet, Refused where no column says who it is.
    """
    found = headings.first_sheet(content, name)
    at, columns = headings.header(found.rows, KNOWN, {field: said for field, said in mapping.items() if field in FIELDS})
    heads = [str(cell) for cell in found.rows[at]]
    if missing := [str(WORDS[field]) for field in ("name", "kind") if field not in columns]:
        raise Refused(_("认不出这几列：{missing}。表头有：{headings}。请写明列的对应，例如 姓名=人名,类别=什么人。").format(
            missing=_("、").join(missing), headings=_("、").join(filter(None, heads))))
    people, faults = [], []
    for number, line in enumerate(found.rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in line):
            continue
        try:
            people.append((number, *_one({field: line[n] if n < len(line) else "" for field, n in columns.items()}, on)))
        except ValueError as wrong:
            faults.append((number, str(wrong)))
    return people, faults, heads


def _one(raw, on) -> tuple:
    said = {field: raw.get(field, "") for field in FIELDS}
    name = cells.name(said["name"])
    if not name:
        raise ValueError(_("“姓名”没有填。"))
    papers = identity.read(said["id_number"], "", on=on, may_be="passport")
    if papers.fault:
        raise ValueError(wording.wrong_id(papers.fault, papers.detail, "id_card"))
    phone = phones.read(said["phone"])
    if phone.fault:
        raise ValueError(wording.wrong_phone(phone.fault, phone.detail))
    kind = KIND_WORDS.get(headings.squeezed(said["kind"]), "")
    if not kind:
        raise ValueError(_("“类别”认不出“{said}”，请填：病例、密接、次密接、一般接触者。").format(said=cells.text(said["kind"])[:20]))
    days = {field: _day(said[field], WORDS[field], on) for field in DAYS}
    if kind == "case" and not (days["onset_on"] or days["diagnosed_on"]):
        raise ValueError(_("病例要写“发病日期”或者“诊断日期”。"))
    if kind != "case" and not days["exposed_on"]:
        raise ValueError(_("接触者要写“末次接触日期”。"))
    who = Somebody(name, id_kind=papers.kind, id_number=papers.number, phone=phone.number, sex=papers.sex, birth_on=papers.birth_on,
                   address=cells.text(said["address"])[:120])
    told = {"who": who, "kind": kind, "exposed_on": days["exposed_on"], "of_case": cells.text(said["of_case"])[:40],
            "onset_on": days["onset_on"],
            "diagnosed_at": day_start(days["diagnosed_on"]) if days["diagnosed_on"] else None}
    return told, cells.text(said["place"])


def _day(value, column, on) -> date | None:
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif not (text := cells.stated(value)):
        return None
    else:
        try:
            found = date(*map(int, DAY.match(text).groups()))
        except (AttributeError, ValueError):
            raise ValueError(_("“{column}”读不懂，请写成 2020-03-18 这样。").format(column=column)) from None
    if found > on:
        raise ValueError(_("“{column}”在今天以后，请核对。").format(column=column))
    return found
