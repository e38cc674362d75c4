"""What others may ask about cases."""
from .course import case_named, revisit_days
from .defining import Found, criteria, items, result_word
from .following import Onset, ill_already, onsets
from .standing import cards_of, standing

__all__ = ["Found", "Onset", "cards_of", "case_named", "criteria", "ill_already", "items", "onsets", "result_word", "revisit_days",
           "standing"]
