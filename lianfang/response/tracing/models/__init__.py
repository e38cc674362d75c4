"""Facts of tracing: places and stays, the index, what was said of an exposure, and each contact that a person decided on."""
from .contact import KINDS, OURS, REASONS, RULED_OUT, Contact
from .index import ANCHORS, GROUNDS, NEAR, OPEN, PROTECTION, Exposure, Index
from .stay import ACTIVITIES, SOURCES, Spot, Stay

__all__ = ["ACTIVITIES", "ANCHORS", "GROUNDS", "KINDS", "NEAR", "OPEN", "OURS", "PROTECTION", "REASONS", "RULED_OUT", "SOURCES", "Contact",
           "Exposure", "Index", "Spot", "Stay"]
