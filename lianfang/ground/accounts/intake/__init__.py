"""Accounts from a sheet: its columns, how its cells are read, and what is wrong with a row."""
from .check import Check
from .columns import template
from .faults import Fault, Wrong
from .rows import Entry, entries

__all__ = ["Check", "Entry", "Fault", "Wrong", "entries", "template"]
