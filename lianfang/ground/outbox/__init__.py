"""What a phone may send and carry: each loop registers its actions here; receipts, conflicts, boxes and photos are kept here."""
from .registry import Act, Entry, ForAbove, Taken, acts, carried, carry, register

__all__ = ["Act", "Entry", "ForAbove", "Taken", "acts", "carried", "carry", "register"]
