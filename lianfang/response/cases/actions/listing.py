"""A line list comes in: a case a row, none twice however often it is sent; what is over in the list is over here."""
from itertools import islice
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, day_start
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.sheets.headings import candidates
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people.typed import identity

from ..linelists import read
from ..models import Case, Circle, Layout, LineList
from .closing import close
from .intake import Word, take_in

CHUNK = 100
STANDING = ("klass", "origin", "reported_at")


def case_id(disease, external):
    """Under which id a case of a line list is kept: the same row is the same case, however often it comes."""
    return uuid5(NAMESPACE_URL, f"lianfang:linelist:{disease}:{external}")


@everything()
def import_linelist(*, content, name, disease, unit, by, at, mapping=None, is_over=False) -> LineList:
    """Bring in the cases of a sheet; `mapping` says field → heading where the headings do not tell, and is remembered for that layout;
    `is_over`: the outbreak is over, so that who has no outcome is closed as recovered.

    Raises SheetError or Refused when the sheet as a whole cannot be read; a row that cannot be taken is a fault with its number.
    """
    found, faults, headings = read(content, name, mapping or Layout.said_of(candidates(content, name)))
    Layout.remember(headings, mapping, by, at)
    made = LineList(unit=unit, file=name[:120], disease=disease, rows=len(found) + len(faults), by=by, at=at)
    for chunk in chunks(found):
        there = Case.objects.in_bulk([case_id(disease, row.id) for row in chunk])
        fresh = [row for row in chunk if case_id(disease, row.id) not in there]
        made.known += len(there)
        made.taken += _taken(fresh, made, unit, is_over, by, at, faults)
    made.faults = [[number, sentence] for number, sentence in sorted(faults)]
    with transaction.atomic():
        told = line_of(made, "cases.import_linelist", kind="linelist", by=by, at=at, data={"rows": made.rows, "taken": made.taken})
        made.because = told.id
        rows.insert([made])
        journal.write([told])
    return made


def chunks(found):
    """Some at a time."""
    rest = iter(found)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _taken(fresh, made, unit, is_over, by, at, faults) -> int:
    """How many of some rows became cases; where one of them is refused, each is tried by itself."""
    if not fresh:
        return 0
    try:
        with transaction.atomic():
            bring_in(listed=fresh, disease=made.disease, unit=unit, is_over=is_over, by=by, at=at)
        return len(fresh)
    except (Refused, ValueError) as refused:
        if len(fresh) == 1:
            faults.append((fresh[0].number, str(refused)))
            return 0
        return sum(_taken([row], made, unit, is_over, by, at, faults) for row in fresh)


@everything()
def bring_in(*, listed, disease, unit, is_over, by, at) -> list[Case]:
    """Take in rows of a list (linelists.Row) that others have reported already; those that are over there are closed."""
    words = [_word(row, disease, unit, at) for row in listed]
    with transaction.atomic():
        cases = {one.pk: one for one in take_in(words=words, by=by, at=at)}
        for word, row in zip(words, listed, strict=True):
            one, said = cases[word.id], row.said
            one.klass, one.origin = said.get("klass", ""), said.get("origin", "")
            one.reported_at = day_start(said["reported_on"]) if said.get("reported_on") else at
        advance(cases.values(), "bring_in", flow="case", by=by, at=at, also=STANDING)
        rows.insert(_circles(cases, words, listed))
        for word, row in zip(words, listed, strict=True):
            if step := _end(row.said, is_over):
                close(cases[word.id], step, _("名单：{external}").format(external=row.id), by, at)
    return list(cases.values())


def _circles(cases, words, listed) -> list[Circle]:
    """The household, class and place of each, as its list names them."""
    found = []
    for word, row in zip(words, listed, strict=True):
        for field, kind in (("household", "household"), ("class", "klass"), ("site", "site")):
            if name := str(row.said.get(field) or "")[:80]:
                size = str(row.said.get(f"{field}_size") or "")
                days = {}
                if kind == "site" and row.said.get("origin") not in ("abroad", "imported"):  # who came infected was not exposed here
                    days = {"from_on": row.said.get("site_from"), "until_on": row.said.get("site_until")}
                found.append(rows.fresh(Circle, case_id=cases[word.id].pk, kind=kind, name=name, **days,
                                        size=int(size) if size.isdecimal() and len(size) < 8 else None))
    return found


def _end(said, is_over) -> str:
    """How a case ends in its list; '' where it goes on."""
    if said.get("klass") == "ruled_out":
        return "rule_out"
    if said.get("outcome") == "died" or (said.get("died_on") and not said.get("outcome")):
        return "record_death"
    return "recover" if said.get("outcome") == "recovered" or is_over else ""


def _word(row, disease, unit, at) -> Word:
    said = row.said
    papers = identity.read(said.get("id_number", ""), "", on=day_of(at))
    if papers.fault:
        raise Refused(_("证件号不对，请核对。"))
    days = [said.get(name) for name in ("onset_on", "diagnosed_on", "reported_on", "died_on", "birth_on")]
    if any(day and day > day_of(at) for day in days):
        raise Refused(_("有日期在今天以后，请核对。"))
    name = " ".join(filter(None, (said.get("name"), said.get("family_name")))) or row.id
    return Word(id=case_id(disease, row.id), unit=unit, name=name[:100], disease=disease, channel="other_county", external=row.id,
                id_kind=papers.kind, id_number=papers.number, sex=said.get("sex") or papers.sex, phone=said.get("phone", ""),
                birth_on=said.get("birth_on") or papers.birth_on, onset_on=said.get("onset_on"),
                diagnosed_at=day_start(said["diagnosed_on"]) if said.get("diagnosed_on") else None)
