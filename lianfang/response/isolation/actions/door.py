"""One act orders a whole door: housemates are listed, special needs flagged, each gets an order by the same table."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_membership, draft_person
from lianfang.registers.people.keys import id_blind
from lianfang.registers.people.queries import known_people

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


@everything()
def order_door(*, order, housemates, by, at):
    """Put the people of an order's door under the measure table with its own verdict's facts, but each one's age and need."""
    if _known(housemates):
        raise Refused(_("有证件号已经登记过，或写了两次：请先找到本人，或核对号码再填。"))
    on = day_of(at)
    first = Verdict.objects.get(pk=order.verdict_id)
    drafts = [
        draft_person(
            unit_id=order.unit_id,
            name=h.name,
            at=at,
            id_number=h.id_number,
            phone=h.phone,
            sex=h.sex,
            birth_on=h.birth_on,
            special_need=h.special,
        )
        for h in housemates
    ]
    joined = [
        draft_membership(person=p.pk, category="housemate", source=f"order:{order.pk}", from_on=on, because=order.because) for p in drafts
    ]
    with transaction.atomic():
        people.add_people(people=drafts, memberships=joined, by=by, at=at, because=order.because)
        findings = [
            Finding(
                person_id=person.pk,
                unit_id=order.unit_id,
                on=on,
                because=order.because,
                origin=order.origin,
                facts=_facts(first, person, mate, on),
            )
            for person, mate in zip(drafts, housemates, strict=True)
        ]
        return decide(findings=findings, by=by, at=at)


def _known(housemates) -> bool:
    """Whether one of the numbers is somebody's already, or stands there twice."""
    numbers = [id_blind(mate.id_number) for mate in housemates if mate.id_number]
    return len(set(numbers)) < len(numbers) or bool(known_people(numbers))


def _facts(first, person, mate, on):
    """The door's facts with this person's own; what nobody has asked yet is unknown, never assumed."""
    own = {
        "age": person.age(on) if person.birth_on else "unknown",
        "special": mate.special,
        "temperature": "not_measured",
        "symptoms": "unknown",
        "worker": "unknown",
    }
    return asked(TABLE, first.facts) | own
