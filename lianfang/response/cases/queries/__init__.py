"""What others may ask about cases."""
from .beside import Beside, beside, hand_in
from .course import case_named, revisit_days
from .defining import Found, criteria, items, result_word
from .descent import case_numbered, days_before, infected_by, links_of
from .following import (
    Counted,
    Course,
    Onset,
    Reported,
    carrier_facts,
    case_of_card,
    counted,
    discharged_facts,
    homes_of,
    ill_already,
    onsets,
    reported,
)
from .inquiry import answered, exposures_of, inquiry_of, looked_back, questions, symptom_days
from .spreading import WORDS, Seen, circle_members, exposed, outbreaks, reported_days, settings_of, spread
from .standing import cards_of, standing
from .team import loads, open_investigations, team

__all__ = [
    "WORDS",
    "Beside",
    "Counted",
    "Course",
    "Found",
    "Onset",
    "Reported",
    "Seen",
    "answered",
    "beside",
    "cards_of",
    "carrier_facts",
    "case_named",
    "case_numbered",
    "case_of_card",
    "circle_members",
    "counted",
    "criteria",
    "days_before",
    "discharged_facts",
    "exposed",
    "exposures_of",
    "hand_in",
    "homes_of",
    "ill_already",
    "infected_by",
    "inquiry_of",
    "items",
    "links_of",
    "loads",
    "looked_back",
    "onsets",
    "open_investigations",
    "outbreaks",
    "questions",
    "reported",
    "reported_days",
    "result_word",
    "revisit_days",
    "settings_of",
    "spread",
    "standing",
    "symptom_days",
    "team",
]
