"""What others may ask about rosters, arrivals and doubts."""
from .arrivals import ArrivalFacts, arrival_facts, arrivals_of
from .doubts import contrasted, doubt_named, doubts_open
from .layouts import confirmed
from .rosters import answer, correction, faults_of, has_correction, leads_of, rosters

__all__ = ["ArrivalFacts", "answer", "arrival_facts", "arrivals_of", "confirmed", "contrasted", "correction", "doubt_named", "doubts_open",
           "faults_of", "has_correction", "leads_of", "rosters"]
