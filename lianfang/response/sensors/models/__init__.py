"""Devices and the numbers they have used; the door each is bound to, what it told there, what of it somebody must look at."""
from .device import KINDS, Device, Nonce
from .door import ALERTS, EVENTS, TOLD, UNBOUND, Alert, Binding, Event

__all__ = ["ALERTS", "EVENTS", "KINDS", "TOLD", "UNBOUND", "Alert", "Binding", "Device", "Event", "Nonce"]
