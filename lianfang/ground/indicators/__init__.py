"""Figures that open: a name, a definition, and the query of the records behind it, now or at any past moment."""
from .booking import Booked, Telling, book, book_of_day, booked, keep_book, tell, tellings
from .cutting import cut_off, hand_in, to_freeze
from .opening import KEPT, Opened, link, moment_of, opened
from .reading import once, one_reading
from .registry import INDICATORS, Indicator, by_child, records, register, value, values
from .taking import taken

__all__ = ["INDICATORS", "KEPT", "Booked", "Indicator", "Opened", "Telling", "book", "book_of_day", "booked", "by_child", "cut_off",
           "hand_in", "keep_book", "link", "moment_of", "once", "one_reading", "opened", "records", "register", "taken", "tell",
           "tellings", "to_freeze", "value", "values"]
