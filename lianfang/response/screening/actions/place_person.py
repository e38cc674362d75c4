"""A person whose address nobody could place is put at a door."""
from django.db import transaction

from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people

from ..models import Arrival


def place_person(*, doubt, unit, by, at):
    """Put the person of an address doubt at a door (or the unit that is known of it); his arrivals follow."""
    doubt.outcome, doubt.settled_at = "placed", at
    with transaction.atomic():
        [told] = advance([doubt], "place_person", flow="address_doubt", by=by, at=at, also=("outcome", "settled_at"),
                         content=lambda _: {"to": unit.id})
        people.place(people=[doubt.person], unit=unit, by=by, at=at, because=told.id)
        Arrival.objects.filter(person=doubt.person, unit=doubt.unit_id).update(unit=unit)
    return doubt
