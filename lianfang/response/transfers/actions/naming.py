"""Whom a letter names: in the register once, under his category; a reaction makes him a case or puts him to the table of the exposed."""
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody, enrol

from ..models import CASE_NUMBER, FOUND, KINDS, Named

OPEN = ("taken", "receipted")


@dataclass(slots=True)
class Told:
    """Somebody named: who, as what (KINDS), since when; `unit_id` where he stands if no door is known; `of_case` whose contact he is, by
    that case's number where the letter comes from."""

    who: Somebody
    kind: str
    exposed_on: date | None = None
    onset_on: date | None = None
    diagnosed_at: datetime | None = None
    unit_id: int | None = None
    of_case: str = ""


@everything()
def name_people(*, incoming, people, by, at) -> list[Named]:
    """Record whom a letter names (Told); who is known is not recorded twice, who was named by it before is passed over.

    Raises Refused for a number that bears another name, for days that cannot be, and where nobody could decide about him.
    """
    if incoming.state not in OPEN:
        raise Refused(_("这份来函已经办结，不能再加人。"))
    for one in people:
        _check(one, at)
    try:
        return _named(incoming, people, by, at)
    except IntegrityError:  # somebody new was told of twice at once: now he is known
        return _named(incoming, people, by, at)


def _check(one, at):
    days = [one.exposed_on, one.onset_on, one.diagnosed_at and day_of(one.diagnosed_at)]
    if one.kind not in KINDS or not one.who.name.strip():
        raise Refused(_("请写明姓名，是病例还是接触者。"))
    if any(day > day_of(at) for day in days if day):
        raise Refused(_("有日期在今天以后，请核对。"))
    if not (one.onset_on or one.diagnosed_at if one.kind == "case" else one.exposed_on):
        raise Refused(_("病例要写发病或诊断日期，接触者要写末次接触日期。"))
    if one.of_case and not CASE_NUMBER.fullmatch(one.of_case):
        raise Refused(_("对方病例编号写编号，不写姓名：要有数字，最多 40 个字。"))


def _named(incoming, people, by, at) -> list[Named]:
    with transaction.atomic():
        there = set(incoming.people.values_list("person_id", flat=True))
        made = []
        for one in people:
            category, on = ("case", one.onset_on or day_of(one.diagnosed_at)) if one.kind == "case" else ("contact", one.exposed_on)
            [person] = enrol(told=[one.who], unit_id=one.unit_id or incoming.unit_id, category=category, source=gettext_noop("外县来函"),
                             on=on, by=by, at=at, because=incoming.because)
            if person.pk in there:
                continue
            there.add(person.pk)
            made.append(Named(id=uuid7(), incoming=incoming, person_id=person.pk, unit_id=person.unit_id, kind=one.kind,
                              of_case=one.of_case, exposed_on=one.exposed_on,
                              onset_on=one.onset_on, diagnosed_at=one.diagnosed_at, by=by, at=at,
                              because=incoming.because))
        lines = [line_of(one, "transfers.name_person", kind="named", by=by, at=at, data={"kind": one.kind}) for one in made]
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.insert(made)
        journal.write(lines)
    return made


@everything()
def tell_found(*, named, found, by, at):
    """What became of one of them here (FOUND)."""
    if not found or found not in FOUND:
        raise Refused(_("请选这个人的下落。"))
    if named.incoming.state not in OPEN:
        raise Refused(_("这份来函已经办结，不能再改。"))
    named.found, named.found_at = found, at
    with transaction.atomic():
        rows.amend([named], "found", "found_at")
        journal.write([line_of(named, "transfers.tell_found", kind="named", by=by, at=at, data={"found": found})])
