"""What others may ask about rosters, arrivals and doubts."""
from .arrivals import arrival_facts, came_from
from .coming import Come, come_by, roster_named, rosters_done
from .doubts import contrasted, doubt_named, doubts_open
from .layouts import confirmed
from .origins import sources_of
from .rosters import answer, correction, faults_of, has_correction, has_sender, leads_of, rosters

__all__ = ["Come", "answer", "arrival_facts", "came_from", "come_by", "confirmed", "contrasted", "correction", "doubt_named", "doubts_open",
           "faults_of", "has_correction", "has_sender", "leads_of", "roster_named", "rosters",
           "rosters_done", "sources_of"]
