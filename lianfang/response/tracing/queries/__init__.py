"""What others may ask of tracing."""
from .days import Stayed, days_told, stays_told
from .following import (
    Accepted,
    accepted_facts,
    contacts_of,
    in_words,
    index_of_case,
    open_indexes,
    rests_on,
    rings_around,
    seconds_of,
    still_contacts,
)
from .judging import grouped, judged, proposals
from .of_cases import indexes_of, names_around
from .rings import both_rings, first_ring, window_of

__all__ = ["Accepted", "Stayed", "accepted_facts", "both_rings", "contacts_of", "days_told", "first_ring", "grouped", "in_words",
           "index_of_case", "indexes_of", "judged", "names_around", "open_indexes", "proposals", "rests_on", "rings_around", "seconds_of",
           "stays_told", "still_contacts", "window_of"]
