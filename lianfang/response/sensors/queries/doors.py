"""Doors with a device: one of them, those of a reach, what was told there, and what a person is told of his own."""
from lianfang.ground.accounts.scope import everything

from ..models import TOLD, UNBOUND, Alert, Binding, Device, Event

RELATED = ("device", "person", "unit", "bound_by")


def door_named(pk) -> Binding | None:
    """One binding within the reader's scope."""
    return Binding.objects.select_related(*RELATED).filter(pk=pk).first()


def door_of_order(order) -> Binding | None:
    """The device at the door for an order now; None where there is none."""
    return Binding.objects.select_related(*RELATED).filter(order=order, unbound_at=None).first()


def doors():
    """All bindings within the reader's scope."""
    return Binding.objects.select_related(*RELATED)


def events_of(binding) -> list[Event]:
    """What its device told, newest first."""
    return list(Event._base_manager.filter(binding=binding).order_by("-at", "-pk"))


def alerts_of(binding) -> list[Alert]:
    """What somebody was to look at there, newest first."""
    return list(Alert._base_manager.filter(binding=binding).select_related("answered_by").order_by("-first_at"))


def alert_named(pk) -> Alert | None:
    """One of them, within the reader's scope."""
    return Alert.objects.select_related("binding__device", "person", "unit", "answered_by").filter(pk=pk).first()


def devices():
    """Devices kept within the reader's scope."""
    return Device.objects.select_related("unit")


def at_hand() -> list[Device]:
    """Devices within the reader's scope that can be put up: they have a key, and no door."""
    taken = Binding._base_manager.filter(unbound_at=None).values("device")
    return list(Device.objects.filter(retired_at=None, keyed_at__isnull=False).exclude(pk__in=taken).order_by("serial"))


def bound_to(devices) -> dict:
    """The open binding of each of these devices, by device."""
    found = Binding._base_manager.filter(device__in=[one.pk for one in devices], unbound_at=None).select_related("unit")
    return {one.device_id: one for one in found}


@everything()
def own_door(person_id, pk) -> Binding | None:
    """A person's own door, while a device is at it."""
    return Binding.objects.select_related(*RELATED).filter(pk=pk, person=person_id, unbound_at=None).first()


@everything()
def own_doors(person_id) -> list[dict]:
    """What stands, or stood, at a person's own door, in his words: since when, on which basis, what it told, until when."""
    found = Binding.objects.filter(person=person_id).select_related("device").order_by("-bound_at")
    return [{"door": one, "kind": one.device.get_kind_display(), "told": TOLD[one.told], "is_up": one.unbound_at is None,
             "why": UNBOUND.get(one.unbound_why, "")} for one in found]
