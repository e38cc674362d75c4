"""Orders and what belongs to them: checks, alarms, needs, results, reviews, hand-overs."""

from .beside import Handover, Result, Review
from .order import FormerEnd, FormerPlace, Order
from .shared import BY_DOOR, HALVES, ISOLATED, NEEDS, ONE_TO_ONE, RESULTS, SYMPTOMS
from .waiting import Alarm, Check, Need

__all__ = [
    "BY_DOOR",
    "HALVES",
    "ISOLATED",
    "NEEDS",
    "ONE_TO_ONE",
    "RESULTS",
    "SYMPTOMS",
    "Alarm",
    "Check",
    "FormerEnd",
    "FormerPlace",
    "Handover",
    "Need",
    "Order",
    "Result",
    "Review",
]
