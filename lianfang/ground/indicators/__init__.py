"""Figures that open: a name, a definition, and the query of the records behind it, now or at any past moment."""
from .registry import INDICATORS, Indicator, by_child, records, register, value, values

__all__ = ["INDICATORS", "Indicator", "by_child", "records", "register", "value", "values"]
