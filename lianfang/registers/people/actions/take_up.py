"""Somebody as his papers say, found in the register or recorded there: nobody is recorded twice."""
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lianfang.ground.workflow import Refused

from ..drafts import draft_person
from ..matching import Known, keyed, same_name
from ..models import Entry, Person
from .add import add_people


@dataclass(slots=True)
class Somebody:
    """Who is told of, as far as known: what nobody has said is empty; `door` is the unit he lives at, if it is one here; `row` is his row
    on a sheet."""

    name: str
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    door: int | None = None
    address: str = ""
    row: int = 0


def take_up(*, asked, unit_id, by, at, because=None) -> list[Person | str]:
    """The person of each that is asked for (Somebody), added where nobody knew him; instead of him a sentence where he cannot be taken.

    In the caller's transaction. Two of one number, or of one name and phone, are one person. Who has no door stands at `unit_id`. The
    sentence says that the number bears another name, or that it is nobody's and no name was said.
    """
    numbered = keyed(asked)
    known, found, fresh, named = Known.of(numbered, Entry.objects.exists()), [], {}, {}
    for at_row, (one, *blinds) in enumerate(numbered):
        match = known.match(one, *blinds)
        if match.person is None and not one.name.strip():
            found.append(_("名册里没有这个证件号，请填姓名。"))
            continue
        if match.other_name or (blinds[0] and blinds[0] not in known.numbers and not same_name(named.setdefault(blinds[0], one), one)):
            found.append(_("这个证件号码登记的是另一个姓名，请核对证件和姓名。"))
            continue
        key = (blinds[0] or blinds[1] or at_row, one.name)
        if match.person is None and key not in fresh:
            fresh[key] = draft_person(unit_id=one.door or unit_id, name=one.name, at=at, sex=one.sex, birth_on=one.birth_on,
                                      id_kind=one.id_kind, id_number=one.id_number, phone=one.phone, address=one.address, blinds=blinds,
                                      is_another=match.is_another)
        found.append((match.person or fresh[key]).pk)
    add_people(people=list(fresh.values()), by=by, at=at, because=because)
    people = Person._base_manager.select_related("unit").in_bulk([pk for pk in found if not isinstance(pk, str)])
    return [pk if isinstance(pk, str) else people[pk] for pk in found]


def take_up_all(*, asked, unit_id, by, at, because=None) -> list[Person]:
    """The same, where all are taken or none: raises Refused with what is wrong with the first who cannot be."""
    found = []
    for one in take_up(asked=asked, unit_id=unit_id, by=by, at=at, because=because):
        if isinstance(one, str):
            raise Refused(one)
        found.append(one)
    return found
