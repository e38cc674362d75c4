"""What others may ask of testing."""
from .ahead import dues_ahead
from .booking import booking_code, booking_of_code, slots_open, time_word, waiting_before
from .firms import awaited_word, fit_word, lists_of
from .gate import asked_of, held_back, is_valid, pass_code, pass_named, pass_of_code
from .groups import GROUPS, Group, group, groups, shown_groups
from .members import belongings_of, member_named, outcomes_of
from .scheduling import ahead, next_due

__all__ = ["GROUPS", "Group", "ahead", "asked_of", "awaited_word", "belongings_of", "booking_code", "booking_of_code", "dues_ahead",
           "fit_word", "group", "groups", "held_back", "is_valid", "lists_of", "member_named", "next_due", "outcomes_of", "pass_code",
           "pass_named", "pass_of_code", "shown_groups", "slots_open", "time_word", "waiting_before"]
