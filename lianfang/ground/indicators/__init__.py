"""Figures that open: a name, a definition, and the query of the records behind it, now or at any past moment."""
from .cutting import cut_off, hand_in, to_freeze
from .opening import KEPT, Opened, link, moment_of, opened
from .reading import once, one_reading
from .registry import INDICATORS, Indicator, by_child, records, register, value, values
from .taking import taken

__all__ = ["INDICATORS", "KEPT", "Indicator", "Opened", "by_child", "cut_off", "hand_in", "link", "moment_of", "once", "one_reading",
           "opened", "records", "register", "taken", "to_freeze", "value", "values"]
