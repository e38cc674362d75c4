"""What others may ask about persons, categories and register entries."""
from .matching import known_entries, known_people, people_by_phone, refusals
from .reasons import BREAK_GLASS, CARRY, EVIDENCE, OPEN, TURN, WORDS, minutes_for, read_for, reason_word, reasons
from .register import (
    INVESTIGATE,
    Places,
    categories_in_force,
    hidden,
    household,
    memberships_of,
    people_listed,
    persons,
    standing,
    under,
    whereabouts,
)
from .search import Found, search, whole_number

__all__ = ["BREAK_GLASS", "CARRY", "EVIDENCE", "INVESTIGATE", "OPEN", "TURN", "WORDS", "Found", "Places", "categories_in_force",
           "hidden", "household", "known_entries", "known_people", "memberships_of", "minutes_for", "people_by_phone", "people_listed",
           "persons", "read_for", "reason_word", "reasons", "refusals", "search", "standing", "under", "whereabouts", "whole_number"]
