"""Figures that open: a name, a definition, and the query of the records behind it, now or at any past moment."""
from .opening import KEPT, Opened, moment_of, opened
from .reading import once, one_reading
from .registry import INDICATORS, Indicator, by_child, records, register, value, values

__all__ = ["INDICATORS", "KEPT", "Indicator", "Opened", "by_child", "moment_of", "once", "one_reading", "opened", "records", "register",
           "value", "values"]
