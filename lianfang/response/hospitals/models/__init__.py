"""Facts of hospitals."""
from .hospital import FORCES, GRADES, KINDS, RANKS, SHIFTS, WEEKDAYS, Hospital, Member
from .week import AREAS, Filing, Problem, Reminder, Week

__all__ = ["AREAS", "FORCES", "GRADES", "KINDS", "RANKS", "SHIFTS", "WEEKDAYS", "Filing", "Hospital", "Member", "Problem", "Reminder",
           "Week"]
