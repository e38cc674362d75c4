"""Facts of testing."""
from .batch import Batch, Worker
from .due import DROPPING, DueTest
from .member import LEAVING, Belonging, Member
from .outcome import KINDS, OUTCOMES, SOURCES, Outcome
from .point import BOOKINGS, CHANNELS, Booking, Point, Slot
from .roster import PURPOSES, Roster
from .work_pass import RISKS, WorkPass

__all__ = ["BOOKINGS", "CHANNELS", "DROPPING", "KINDS", "LEAVING", "OUTCOMES", "PURPOSES", "RISKS", "SOURCES", "Batch", "Belonging",
           "Booking", "DueTest", "Member", "Outcome", "Point", "Roster", "Slot", "WorkPass", "Worker"]
