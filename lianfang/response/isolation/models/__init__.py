"""Orders and what belongs to them: checks, alarms, needs, results, reviews, hand-overs, exceptions, switches of a table."""

from .beside import Handover, Result, Review
from .deviation import Deviation
from .easing import Easing
from .held import Held
from .order import FormerEnd, FormerPlace, Order
from .shared import BY_DOOR, HALVES, ISOLATED, NEEDS, NOTICES, ONE_TO_ONE, RESULTS, SWITCH_REFUSED, SYMPTOMS
from .switch import Switch, SwitchLine
from .waiting import Alarm, Check, Need, SecondReading

__all__ = [
    "BY_DOOR",
    "HALVES",
    "ISOLATED",
    "NEEDS",
    "NOTICES",
    "ONE_TO_ONE",
    "RESULTS",
    "SWITCH_REFUSED",
    "SYMPTOMS",
    "Alarm",
    "Check",
    "Deviation",
    "Easing",
    "FormerEnd",
    "FormerPlace",
    "Handover",
    "Held",
    "Need",
    "Order",
    "Result",
    "Review",
    "SecondReading",
    "Switch",
    "SwitchLine",
]
