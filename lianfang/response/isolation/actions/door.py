"""One act orders a whole door: housemates are listed, special needs flagged, each gets an order by the same table."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.matching import Known, keyed
from lianfang.registers.people.models import Person

from .decide import TABLE, Finding, asked, decide


@dataclass(slots=True)
class Housemate:
    """Somebody who lives behind the same door; number and phone may be unknown, the special need is a code of the measure table."""

    name: str
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    special: str = "none"
    id_kind: str = ""


@everything()
def order_door(*, order, housemates, by, at):
    """Put the people of an order's door under the measure table with its own verdict's facts, but each one's age and need.

    Who is on record already, by number, else by name and phone both, stays as he is. Raises Refused when a number bears another name.
    """
    on = day_of(at)
    first = Verdict.objects.get(pk=order.verdict_id)
    try:
        with transaction.atomic():
            mates = list(zip(_met(order, housemates, by, at), housemates, strict=True))
            people.join(people=[p for p, _mate in mates], category="housemate", source=f"order:{order.pk}", from_on=on, by=by, at=at,
                        because=order.because)
            findings = [Finding(person_id=person.pk, unit_id=order.unit_id, on=on, because=order.because, origin=order.origin,
                                facts=_facts(first, person, mate, on)) for person, mate in mates]
            return decide(findings=findings, by=by, at=at)
    except IntegrityError:
        raise Refused(_("刚才有人登记了其中一位，请再交一次。")) from None


def _met(order, housemates, by, at) -> list[Person]:
    """The person of each housemate: who is known already, with a number he lacked, or somebody new."""
    numbered = keyed(housemates)
    known = Known.of(numbered, has_entries=False)
    matches = [known.match(*each) for each in numbered]
    _refuse(order, housemates, numbered, matches)
    there = Person.objects.in_bulk([match.person.pk for match in matches if match.person])
    drafts = [None if match.person else _draft(order, mate, blinds, match.is_another, at)
              for match, (mate, *blinds) in zip(matches, numbered, strict=True)]
    people.add_people(people=[draft for draft in drafts if draft], by=by, at=at, because=order.because)
    found = [draft or there[match.person.pk] for draft, match in zip(drafts, matches, strict=True)]
    for person, mate, match in zip(found, housemates, matches, strict=True):
        if match.person and mate.id_number and not person.id_blind and not match.is_another:
            people.amend(person=person, by=by, at=at, because=order.because, id_number=mate.id_number, id_kind=mate.id_kind)
    return found


def _refuse(order, housemates, numbered, matches):
    """What one act cannot settle: a number under another name, or somebody named twice."""
    if other := next((mate for mate, match in zip(housemates, matches, strict=True) if match.other_name), None):
        raise Refused(_("{name}的证件号已经登记过，但姓名不同：请对照证件核对姓名和号码。").format(name=other.name))
    met = [match.person.pk for match in matches if match.person]
    if order.person_id in met:
        raise Refused(_("已经登记过：这里写了管控令上的本人，只填同住的人。"))
    keys = [number or (mate.name, phone) for mate, number, phone in numbered if number or phone]
    if len(set(keys)) < len(keys) or len(set(met)) < len(met):
        raise Refused(_("有一个人写了两次：请核对号码再填。"))


def _draft(order, mate, blinds, is_another, at) -> Person:
    person = draft_person(unit_id=order.unit_id, name=mate.name, at=at, id_number=mate.id_number, id_kind=mate.id_kind, phone=mate.phone,
                          sex=mate.sex, birth_on=mate.birth_on, special_need=mate.special, blinds=blinds)
    if is_another:
        person.id_blind = ""  # the number stands with the person it was first recorded for
    return person


def _facts(first, person, mate, on):
    """The door's facts with this person's own; what nobody has asked yet is unknown, never assumed."""
    own = {
        "age": person.age(on) if person.birth_on else "unknown",
        "special": mate.special if mate.special != "none" else person.special_need or "none",
        "temperature": "not_measured",
        "symptoms": "unknown",
        "worker": "unknown",
    }
    return asked(TABLE, first.facts) | own
