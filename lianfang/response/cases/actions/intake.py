"""The first word about a case: a hospital, another county, a laboratory, a village; from here the clock of the report runs."""
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import open_turns
from lianfang.registers.diseases.queries import profile
from lianfang.registers.people.actions import Somebody, amend, join, place, take_up_all
from lianfang.registers.people.models import Person
from lianfang.registers.territory.queries import one_door

from ..models import CHANNELS, Case

NUMBERS = 5_130_214  # whoever counts a year's cases on waits for the one before
CATEGORY = "case"


@dataclass(slots=True)
class Word:
    """What the county hears of a case: of whom, where he lives (a unit), what he has, who said so, when it was diagnosed if it was."""

    unit: Unit
    name: str
    disease: str
    channel: str
    source: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    onset_on: date | None = None
    diagnosed_at: datetime | None = None
    person: Person | None = None
    external: str = ""
    address: str = ""
    id: UUID = field(default_factory=uuid7)


@everything()
def take_in(*, words, by, at, because=None) -> list[Case]:
    """Open a case for each word; a person known by number, or by name and phone, is not recorded twice. A word sent twice opens one case.

    Raises Refused when nobody knows the disease, a day lies in the future, or the person has an open case of it already.
    """
    words = list(words)
    for word in words:
        _check(word, at)
    try:
        return _take_in(words, by, at, because)
    except IntegrityError:  # sent twice, or somebody new was named twice at once: now he is known
        return _take_in(words, by, at, because)


def _check(word, at):
    if word.channel not in CHANNELS or not word.name.strip():
        raise Refused(_("请写明是谁、从哪里报来的。"))
    if (word.diagnosed_at or at) > at or (word.onset_on or day_of(at)) > day_of(at):
        raise Refused(_("诊断时间、发病日期不能在以后。"))
    if profile(word.disease, day_of(at)) is None:
        raise Refused(_("疾病档案里没有这种病；请先在“疾病档案”添一行。"))


def _take_in(words, by, at, because):
    there = Case.objects.in_bulk([word.id for word in words])
    fresh = [word for word in words if word.id not in there]
    with transaction.atomic():
        rows.one_at_a_time(NUMBERS)
        made = [_case(word, person, by, at) for word, person in zip(fresh, _people(fresh, by, at, because), strict=True)]
        _refuse_twice(made)
        _number(made, at)
        lines = [line("cases.take_in", kind="case", record=one.pk, by=by.id, at=at, unit=one.unit_id, subject=one.person_id,
                      because=because, data={"disease": one.disease, "channel": one.channel}) for one in made]
        for one, told in zip(made, lines, strict=True):
            one.because = told.id
        rows.insert(made)
        for one in made:
            join(people=[one.person], category=CATEGORY, source=gettext_noop("病例登记"), from_on=day_of(at), by=by, at=at,
                 because=one.because, is_told=True)
        for word, one in zip(fresh, made, strict=True):
            _settle(word, one.person, by, at, one.because)
        open_turns("case", made, at=at)
        journal.write(lines)
    return [*there.values(), *made]


def _people(words, by, at, because):
    """The register's person of each word, added where nobody knew him."""
    asked = [Somebody(word.name, word.id_kind, word.id_number, word.phone, word.sex, word.birth_on, door=_lives(word).pk,
                      address=word.address) for word in words if word.person is None]
    found = iter(take_up_all(asked=asked, unit_id=None, by=by, at=at, because=because))
    return [word.person or next(found) for word in words]


def _settle(word, person, by, at, because):
    """Who is known, but not where, lives where the word says."""
    if not word.address or person.is_sheltered or person.unit.level == "door" or person.address.open():
        return
    if (door := _lives(word)).level == "door":
        place(people=[person], unit=door, by=by, at=at, because=because)
    else:
        amend(person=person, by=by, at=at, because=because, address=word.address)


def _lives(word) -> Unit:
    """The one door of his village that the address names, else the village."""
    return one_door(word.address, Reach(word.unit.path)) or word.unit


def _case(word, person, by, at) -> Case:
    unit = above(person.unit if person.is_sheltered else word.unit, "village").pk  # at a door others would see whose turn it is
    return Case(id=word.id, person=person, unit_id=unit, channel=word.channel, source=word.source, disease=word.disease,
                onset_on=word.onset_on, diagnosed_at=word.diagnosed_at, told_at=at, taken_by=by, external=word.external)


def _refuse_twice(made):
    """One open case of a disease a person: what is new about it is a correction of the card that stands."""
    asked = {(one.person_id, one.disease) for one in made}
    there = Case.objects.open().filter(person__in={pk for pk, _disease in asked})
    standing = [one for one in there if (one.person_id, one.disease) in asked]
    if standing:
        raise Refused(_("这个人的同一种病已经登记，还没有结案：{number}。新的情况请在那张卡上订正。").format(number=standing[0].number))
    if len(asked) != len(made):
        raise Refused(_("同一个人的同一种病登记了两次。"))


def _number(made, at):
    """County code, year and serial: the number the card keeps through all corrections."""
    if not made:
        return
    year = at.astimezone(SHANGHAI).year
    county = Unit.objects.get(parent=None)
    last = Case.objects.filter(year=year).aggregate(top=Max("serial"))["top"] or 0
    for serial, one in enumerate(made, last + 1):
        one.year, one.serial, one.number = year, serial, f"{county.code[:6]}{year}{serial:05d}"
