"""Somebody as his papers say, found in the register or recorded there: nobody is recorded twice, and nobody without a category."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground.units.queries import above
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import add_people, join
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.matching import Known, keyed
from lianfang.registers.people.models import Entry, Person


@dataclass(slots=True)
class Somebody:
    """Who is told of, as far as known: what nobody has said is empty; `door` is the unit he lives at, if it is one here."""

    name: str
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    door: int | None = None
    address: str = ""


def recorded(one: Somebody, *, unit, category, source, on, by, at, because=None) -> Person:
    """The person, under the category from a day on; known by his number, or by name and phone. In the caller's transaction.

    Who cannot be placed at a door stands at the county of `unit`. Raises Refused for a number that bears another name.
    """
    [(told, *blinds)] = keyed([one])
    match = Known.of([(told, *blinds)], Entry.objects.exists()).match(told, *blinds)
    if match.other_name:
        raise Refused(_("这个证件号码登记的是另一个姓名，请核对证件和姓名。"))
    person = match.person and Person._base_manager.get(pk=match.person.pk)
    if person is None:
        place = one.door or (above(unit, "county") or unit).pk
        person = draft_person(unit_id=place, name=one.name, at=at, sex=one.sex, birth_on=one.birth_on, id_kind=one.id_kind,
                              id_number=one.id_number, phone=one.phone, address=one.address, blinds=blinds, is_another=match.is_another)
        add_people(people=[person], by=by, at=at, because=because)
    join(people=[person], category=category, source=source, from_on=on, by=by, at=at, because=because)
    return person
