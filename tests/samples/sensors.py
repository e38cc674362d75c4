"""A sensor at the door of somebody whose order runs, with what it told; another in stock, and an order it could be put up for."""
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order
from lianfang.response.sensors import actions
from lianfang.response.sensors.models import Alert, Binding

from . import sample
from .isolation import FACTS


def running(stage, name, door="601"):
    """An order for home quarantine that has been handed over."""
    unit = stage.cast.units[door]
    [made] = people.add_people(people=[draft_person(unit_id=unit.pk, name=name, at=stage.cast.at)], by=stage.near, at=stage.cast.at)
    finding = isolation.Finding(person_id=made.pk, unit_id=unit.pk, facts=FACTS, on=stage.cast.on)
    isolation.decide(findings=[finding], by=named(SYSTEM), at=stage.cast.at)
    found = Order.objects.get(person=made)
    if found.minder is None:
        isolation.assign_minder(orders=[found], minder=stage.cast.grid, by=stage.near, at=stage.cast.at)
    isolation.serve(orders=[found], by=stage.near, at=stage.cast.at)
    return found


@sample("sensors/bind/<uuid:pk>")
def order(stage):
    return running(stage, "演练丁").pk


def kept(stage, serial):
    """A device of the near village, and its key."""
    return actions.register_device(serial=serial, kind="contact", unit=stage.cast.units["丰禾社区"], by=stage.near, at=stage.cast.at)


@sample("sensors/devices/<uuid:pk>")
def device(stage):
    return kept(stage, "QH-0001")[0].pk


@sample("sensors/doors/<uuid:pk>")
def door(stage):
    one, _key = kept(stage, "QH-0002")
    return actions.bind_device(device=one, order=running(stage, "演练戊").pk, basis="agreed", has_consent=True, told="face",
                               by=stage.near, at=stage.cast.at).pk


@sample("sensors/alerts/<uuid:pk>")
def alert(stage):
    found = Binding.objects.get(pk=stage.of(door))
    actions.take_events(device=found.device, nonce="n" * 16, events=[actions.Told("tampered", stage.cast.at)], at=stage.cast.at)
    return Alert.objects.get(binding=found).pk
