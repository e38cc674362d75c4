"""Facts of closures: orders with where they hold, what was lifted, exemptions, checks, services, events. Open to this loop only."""
from .check import Check
from .event import EVENTS, Event
from .exemption import HOW, Exemption
from .order import KINDS, SERVICES, Area, Closure, Lift
from .service import Service

__all__ = ["EVENTS", "HOW", "KINDS", "SERVICES", "Area", "Check", "Closure", "Event", "Exemption", "Lift", "Service"]
