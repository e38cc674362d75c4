"""What others may have done in command: one verb a file."""
from .answering import assign, cover, fill_gaps, stop_cover, unassign
from .declaring import change_level, declare, end_emergency
from .groups import appoint, close_group, open_force, relieve
from .mechanisms import add_part, drop_mechanism, drop_part, take_mechanism
from .recalling import acknowledge, ask_excuse, end_recall, excuse_member, insist, mark_present, recall_members
from .standing_up import stand_up

__all__ = ["acknowledge", "add_part", "appoint", "ask_excuse", "assign", "change_level", "close_group", "cover", "declare",
           "drop_mechanism", "drop_part", "end_emergency", "end_recall", "excuse_member", "fill_gaps", "insist", "mark_present",
           "open_force", "recall_members", "relieve", "stand_up", "stop_cover", "take_mechanism", "unassign"]
