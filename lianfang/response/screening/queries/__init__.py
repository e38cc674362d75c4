"""What others may ask about rosters, arrivals and doubts."""
from .arrivals import arrival_facts, came_from
from .doubts import contrasted, doubt_named, doubts_open
from .layouts import confirmed
from .origins import sources_of
from .rosters import answer, correction, faults_of, has_correction, has_sender, leads_of, rosters

__all__ = ["answer", "arrival_facts", "came_from", "confirmed", "contrasted", "correction", "doubt_named", "doubts_open",
           "faults_of", "has_correction", "has_sender", "leads_of", "rosters", "sources_of"]
