"""A person whose address nobody could place is put at a door."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.actions import advance
from lianfang.registers.people import actions as people
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.queries import resolve

from ..models import Arrival


class NoSuchDoor(ValueError):
    """The address names no door, or more than one; one sentence."""


@everything()
def place_person(*, doubt, unit, by, at, address="", may_add=False):
    """Put the person of an address doubt at a door: `unit` itself, or the door below it that `address` names; his arrivals follow.

    A door that is not there is added where `may_add` says so; else NoSuchDoor. Without an address he is put in the unit.
    """
    with transaction.atomic():
        door = _door(unit, address, may_add, by, at) if address else unit
        doubt.outcome, doubt.settled_at = "placed", at
        [told] = advance([doubt], "place_person", flow="address_doubt", by=by, at=at, also=("outcome", "settled_at"),
                         content=lambda _: {"to": door.id})
        people.place(people=[doubt.person], unit=door, by=by, at=at, because=told.id)
        Arrival.objects.filter(person=doubt.person, unit=doubt.unit_id).update(unit=door)
    return doubt


def _door(unit, address, may_add, by, at):
    if door := resolve(unit, address):
        return door
    if not may_add:
        raise NoSuchDoor(_("{unit}没有“{address}”这一户，或不止一户；请写全，或勾选新建。").format(unit=unit.name, address=address))
    added = add_doors(unit=unit, addresses=[address], by=by, at=at)
    door = resolve(unit, address)
    if door is None:
        raise NoSuchDoor(added.faults[0].message if added.faults else _("“{address}”读不明白，请换一种写法。").format(address=address))
    return door
