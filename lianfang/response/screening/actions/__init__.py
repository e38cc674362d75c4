"""What others may have done to rosters, arrivals, leads and doubts: one verb a file."""
from .answer_lead import answer_lead, pass_lead
from .bring_in import bring_in
from .carry_out import addresses, carry_out
from .confirm import confirm, discard
from .expire import expire
from .follow import follow
from .place_person import place_person
from .receive import found_county, layouts, receive
from .rehearse import rehearse
from .resolve_name import resolve_name
from .take_up import take_up

__all__ = ["addresses", "answer_lead", "bring_in", "carry_out", "confirm", "discard", "expire", "follow", "found_county", "layouts",
           "pass_lead", "place_person", "receive", "rehearse", "resolve_name", "take_up"]
