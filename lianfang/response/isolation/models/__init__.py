"""Orders and what belongs to them: checks, alarms, needs, results, reviews, hand-overs."""

from .beside import Handover, Result, Review
from .order import FormerEnd, FormerPlace, Order
from .shared import HALVES, ISOLATED, NEEDS, RESULTS, SYMPTOMS
from .waiting import Alarm, Check, Need

__all__ = [
    "HALVES",
    "ISOLATED",
    "NEEDS",
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
