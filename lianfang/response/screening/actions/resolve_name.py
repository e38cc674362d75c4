"""One number, two names: the same person under a name kept or taken, or somebody else under a mistaken number."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person

from ..models import Arrival


def resolve_name(*, doubt, outcome, by, at):
    """Settle a name doubt: "kept" (same person, name as it was), "renamed" (same person, the other name), "other" (not the same person)."""
    if outcome not in ("kept", "renamed", "other"):
        raise ValueError(f"no such outcome: {outcome}")
    doubt.outcome, doubt.settled_at = outcome, at
    with transaction.atomic():
        [told] = advance([doubt], "resolve_name", flow="name_doubt", by=by, at=at, also=("outcome", "settled_at"),
                         content=lambda _: {"outcome": outcome})
        if outcome == "renamed":
            people.amend(person=doubt.person, by=by, at=at, because=told.id, name=doubt.name)
        if outcome == "other":
            _set_apart(doubt, told, by, at)
    return doubt


def _set_apart(doubt, told, by, at):
    """The other gets a record of his own, with the number as it was said but not as his key; the arrival this roster brought is his."""
    known = doubt.person
    place = doubt.roster.unit_id if doubt.roster_id else known.unit_id
    other = draft_person(unit_id=place, name=doubt.name, at=at, phone=doubt.phone.open())
    other.id_number, other.id_kind = known.id_number.open(), "disputed"
    other.__dict__.pop("_words", None)
    people.add_people(people=[other], by=by, at=at, because=told.id)
    people.refuse(person=known, id_blind=known.id_blind, name=doubt.name, instead=other, by=by, at=at, because=told.id)
    if doubt.arrival_id:
        arrival = Arrival.objects.get(pk=doubt.arrival_id)
        arrival.person_id, arrival.unit_id = other.pk, other.unit_id
        rows.amend([arrival], "person", "unit")
