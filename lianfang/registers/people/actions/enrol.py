"""Somebody as his papers say, found in the register or recorded there: nobody is recorded twice, and nobody without a category."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground.workflow import Refused

from ..drafts import draft_person
from ..matching import Known, keyed
from ..models import Entry, Person
from .add import add_people
from .join import join


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


def enrol(*, told, unit_id, category, source, on, by, at, because=None, is_told=False) -> list[Person]:
    """The person of each that is told of (Somebody), under the category from a day on; known by his number, or by name and phone.

    In the caller's transaction. Who cannot be placed at a door stands at `unit_id`. Raises Refused for a number that bears another name,
    or for a number of nobody where no name is said.
    """
    numbered = keyed(told)
    known, places, fresh = Known.of(numbered, Entry.objects.exists()), [], {}
    for one, *blinds in numbered:
        match = known.match(one, *blinds)
        if match.other_name:
            raise Refused(_("这个证件号码登记的是另一个姓名，请核对证件和姓名。"))
        key = (*blinds, one.name) if any(blinds) else id(one)
        if match.person is None and key not in fresh:
            if not one.name.strip():
                raise Refused(_("名册里没有这个证件号，请填姓名。"))
            fresh[key] = draft_person(unit_id=one.door or unit_id, name=one.name, at=at, sex=one.sex, birth_on=one.birth_on,
                                      id_kind=one.id_kind, id_number=one.id_number, phone=one.phone, address=one.address, blinds=blinds,
                                      is_another=match.is_another)
        places.append(match.person.pk if match.person else fresh[key].pk)
    add_people(people=list(fresh.values()), by=by, at=at, because=because)
    people = Person._base_manager.in_bulk(places)
    join(people=list(people.values()), category=category, source=source, from_on=on, by=by, at=at, because=because, is_told=is_told)
    return [people[pk] for pk in places]
