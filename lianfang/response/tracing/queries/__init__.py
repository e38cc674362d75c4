"""What others may ask of tracing."""
from .following import Accepted, accepted_facts, contacts_of, still_contacts
from .judging import grouped, judged, proposals
from .rings import both_rings, first_ring, window_of

__all__ = ["Accepted", "accepted_facts", "both_rings", "contacts_of", "first_ring", "grouped", "judged", "proposals", "still_contacts",
           "window_of"]
