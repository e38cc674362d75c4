"""One number, two names: the same person under a name kept or taken, or somebody else under a mistaken number."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person

from ..drafting.facts import category_of
from ..models import Arrival, Doubt


@everything()
def resolve_name(*, doubt, outcome, by, at):
    """Settle a name doubt: "kept" (same person, name as it was), "renamed" (same person, the other name), "other" (not the same person).

    Of "other" the line names the find that told of the wrong one (`found`): what was decided on the first person because of it is undone.
    """
    if outcome not in ("kept", "renamed", "other"):
        raise ValueError(f"no such outcome: {outcome}")
    doubt.outcome, doubt.settled_at = outcome, at
    arrival = Arrival.objects.filter(pk=doubt.arrival_id, person=doubt.person_id).first() if outcome == "other" else None
    with transaction.atomic():
        [told] = advance([doubt], "resolve_name", flow="name_doubt", by=by, at=at, also=("outcome", "settled_at"),
                         content=lambda _: {"outcome": outcome, **({"found": str(arrival.because)} if arrival else {})})
        if outcome == "renamed":
            people.amend(person=doubt.person, by=by, at=at, because=told.id, name=doubt.name)
        if outcome == "other":
            _set_apart(doubt, arrival, told, by, at)
    return doubt


def _set_apart(doubt, arrival, told, by, at):
    """The other gets a record of his own, with the number as it was said but not as his key, and the arrival, found anew for him."""
    known = doubt.person
    place = doubt.roster.unit_id if doubt.roster_id else known.unit_id
    other = draft_person(unit_id=place, name=doubt.name, at=at, phone=doubt.phone.open())
    other.id_number, other.id_kind = known.id_number.open(), "disputed"
    people.add_people(people=[other], by=by, at=at, because=told.id)
    people.refuse(person=known, id_blind=known.id_blind, name=doubt.name, instead=other, by=by, at=at, because=told.id)
    if arrival:
        _find(arrival, other, doubt, told, by, at)


def _find(arrival, other, doubt, told, by, at):
    found = line("screening.find", kind="arrival", record=arrival.pk, by=by.id, at=at, unit=other.unit_id, subject=other.pk,
                 because=told.id, data={"row": arrival.row})
    arrival.person_id, arrival.unit_id, arrival.because = other.pk, other.unit_id, found.id
    rows.amend([arrival], "person", "unit", "because")
    people.join(people=[other], category=category_of(arrival.origin_kind), source=doubt.roster.name[:120], is_told=True, by=by, at=at,
                from_on=arrival.arrived_on or arrival.on, because=found.id)
    unplaced = rows.fresh(Doubt, person_id=other.pk, unit_id=other.unit_id, roster_id=doubt.roster_id, arrival_id=arrival.pk,
                          kind="address_doubt", state="unplaced", asked_at=at, because=found.id)
    rows.insert([unplaced])
    open_turns("address_doubt", [unplaced], at=at)
    journal.write([found])
