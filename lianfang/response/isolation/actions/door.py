"""One act orders a whole door: housemates are listed, special needs flagged, each gets an order by the same table."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.matching import Known, Match, keyed
from lianfang.registers.people.models import Person

from ..models import Order
from ..queries.longest import refuse_long_ago
from .decide import PASS, TABLE, Finding, asked, decide
from .hold import hold, too_many, watches


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


@dataclass(slots=True)
class Met:
    """A housemate, what is known of him, and his person: on record, or drafted."""

    mate: Housemate
    match: Match
    person: Person


@everything()
def order_door(*, order, housemates, by, at, because=None):
    """Put the people of an order's door under the measure table with its own verdict's facts, but each one's age and need.

    Who is on record already, by number, else by name and phone both, stays as he is. Raises Refused when a number bears another name.
    Returns the verdicts; none when the list is held, and then nobody has been recorded.
    """
    on, because = day_of(at), because or order.because
    first = Verdict.objects.get(pk=order.verdict_id)
    if first.table != TABLE:
        raise Refused(_("他是作为接触者管控的，同住的人不随他定：请在接触者里逐人登记。"))
    refuse_long_ago(asked(TABLE, first.facts), first.on)
    try:
        with transaction.atomic():
            met = _met(order, housemates, at)
            findings = [Finding(person_id=one.person.pk, unit_id=order.unit_id, on=on, because=because, origin=order.origin,
                                facts=_facts(first, one.person, one.mate, on)) for one in met]
            if _is_held(order, met, findings, by, at, because):
                return []
            _record(met, by, at, because)
            people.join(people=[one.person for one in met], category="housemate", source=f"order:{order.pk}", from_on=on, by=by, at=at,
                        because=because)
            return decide(findings=findings, by=by, at=at)
    except IntegrityError:
        raise Refused(_("刚才有人登记了其中一位，请再交一次。")) from None


def _is_held(order, met, findings, by, at, because) -> bool:
    """Whether so many at once wait for the supervisor; then what was typed is kept sealed, and nobody is recorded."""
    rulings = [decisions.decide(TABLE, finding.facts, unit=order.unit.path, on=finding.on) for finding in findings]
    bound = [(one, ruling) for one, ruling in zip(met, rulings, strict=True) if _binds(ruling)]
    before = too_many(len(bound), by=by, at=at)
    if before is None:
        return False
    shown = [[mask_name(one.mate.name), order.unit.name, ruling.result["measure"], ruling.because] for one, ruling in bound]
    request = json.dumps({"order": str(order.pk), "mates": [asdict(one.mate) for one in met]}, default=str)
    hold([], before, by=by, at=at, because=because, unit_id=order.unit_id, request=request, shown=shown)
    return True


def _binds(ruling) -> bool:
    return not ruling.manual_review and ruling.result["measure"] != PASS


@everything()
def let_through(*, batch, by, at):
    """The second of the two: now each is decided on by the table, as the system does it."""
    watches(batch, by, at)
    if by.pk == batch.agreed_by_id:
        raise Refused(_("放行要两个人：您已经同意过，请另一位来放行。"))
    check_apart(by, batch.wanted_by_id, batch.agreed_by_id, at=at)
    with transaction.atomic():
        asked_for = json.loads(batch.request.open() or "{}")
        batch.ended_by, batch.ended_at, batch.request = by, at, ""
        [told] = advance([batch], "let_through", flow="held", by=by, at=at, also=("ended_by_id", "ended_at", "request"))
        _bind_held(batch.verdicts.order_by("at", "pk"), because=told.id, at=at)
        if asked_for:
            _bind_door(asked_for, because=told.id, at=at)


def _bind_held(verdicts, *, because, at):
    """What was held is decided by its table again, each on the day he was found, now that two have let it through."""
    found = [Finding(v.subject, v.unit_id, asked(v.table, v.facts), v.on, because, v.facts.get("origin") == "abroad", table=v.table)
             for v in verdicts]
    decide(findings=found, by=named(SYSTEM), at=at)


def _bind_door(asked_for, *, because, at):
    order = Order.objects.select_related("unit").get(pk=asked_for["order"])
    if order.closed_at is not None:
        raise Refused(_("这一户的管控令已经结束：这份名单只能不放行。"))
    mates = [Housemate(**mate | {"birth_on": mate["birth_on"] and date.fromisoformat(mate["birth_on"])}) for mate in asked_for["mates"]]
    order_door(order=order, housemates=mates, by=named(SYSTEM), at=at, because=because)


def _met(order, housemates, at) -> list[Met]:
    """The person of each housemate: who is known already, or somebody new, not recorded yet."""
    numbered = keyed(housemates)
    known = Known.of(numbered, has_entries=False)
    matches = [known.match(*each) for each in numbered]
    _refuse(order, housemates, numbered, matches)
    there = Person.objects.in_bulk([match.person.pk for match in matches if match.person])
    return [Met(mate, match, there[match.person.pk] if match.person else _draft(order, mate, blinds, match.is_another, at))
            for match, (mate, *blinds) in zip(matches, numbered, strict=True)]


def _record(met, by, at, because):
    """Who is new comes on record; who was known gets a number he lacked."""
    people.add_people(people=[one.person for one in met if not one.match.person], by=by, at=at, because=because)
    for one in met:
        if one.match.person and one.mate.id_number and not one.person.id_blind and not one.match.is_another:
            people.amend(person=one.person, by=by, at=at, because=because, id_number=one.mate.id_number, id_kind=one.mate.id_kind)


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
    return draft_person(unit_id=order.unit_id, name=mate.name, at=at, id_number=mate.id_number, id_kind=mate.id_kind, phone=mate.phone,
                        sex=mate.sex, birth_on=mate.birth_on, special_need=mate.special, blinds=blinds, is_another=is_another)


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
