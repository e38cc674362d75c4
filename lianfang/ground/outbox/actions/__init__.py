"""What is done with what phones send: taken once, and what does not fit looked at by a person."""
from .conflicts import drop_held, open_conflicts, settle, take_held
from .posted import Posted, Receipt
from .receive import receive

__all__ = ["Posted", "Receipt", "drop_held", "open_conflicts", "receive", "settle", "take_held"]
