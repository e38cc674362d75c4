"""What others may have done in command: one verb a file."""
from .answering import assign, cover, fill_gaps, stop_cover, unassign
from .declaring import change_level, declare, end_emergency
from .groups import appoint, close_group, open_force, relieve
from .mechanisms import add_part, drop_mechanism, drop_part, take_mechanism
from .standing_up import stand_up

__all__ = ["add_part", "appoint", "assign", "change_level", "close_group", "cover", "declare", "drop_mechanism", "drop_part",
           "end_emergency", "fill_gaps", "open_force", "relieve", "stand_up", "stop_cover", "take_mechanism", "unassign"]
