"""A person whose address nobody could place is put at a door."""
from django.db import transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.territory.actions import door_at

from ..models import Arrival


@everything()
def place_person(*, doubt, unit, by, at, address="", may_add=False):
    """Put the person of an address doubt at a door: `unit` itself, or the door below it that `address` names; his arrivals follow.

    A door that is not there is added where `may_add` says so; else NoSuchDoor. Without an address he is put in the unit.
    """
    with transaction.atomic():
        door = door_at(unit=unit, address=address, may_add=may_add, by=by, at=at) if address else unit
        doubt.outcome, doubt.settled_at = "placed", at
        [told] = advance([doubt], "place_person", flow="address_doubt", by=by, at=at, also=("outcome", "settled_at"),
                         content=lambda _: {"to": door.id})
        people.place(people=[doubt.person], unit=door, by=by, at=at, because=told.id)
        Arrival.objects.filter(person=doubt.person, unit=doubt.unit_id).update(unit=door)
    return doubt
