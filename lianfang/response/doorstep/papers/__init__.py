"""Paper of doorstep: sheets of numbered seal slips."""
from .slips import SealSheet, Slip

__all__ = ["SealSheet", "Slip"]
