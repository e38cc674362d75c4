"""Flows say which step leads where and whose turn it is; turns are the one list of it."""
from .flows import FLOWS, Flow, Refused, register, withheld

__all__ = ["FLOWS", "Flow", "Refused", "register", "withheld"]
