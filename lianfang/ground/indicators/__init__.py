"""Figures that open: a name, a definition, and the query of the records behind it, now or at any past moment."""
from .registry import INDICATORS, Indicator, records, register, value

__all__ = ["INDICATORS", "Indicator", "records", "register", "value"]
