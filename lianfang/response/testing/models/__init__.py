"""Facts of testing."""
from .due import DROPPING, DueTest
from .member import LEAVING, Belonging, Member
from .outcome import KINDS, OUTCOMES, SOURCES, Outcome
from .roster import PURPOSES, Roster

__all__ = ["DROPPING", "KINDS", "LEAVING", "OUTCOMES", "PURPOSES", "SOURCES", "Belonging", "DueTest", "Member", "Outcome", "Roster"]
