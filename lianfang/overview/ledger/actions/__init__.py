"""What others may have done to the ledger."""
from . import keeper
from .booking import book, compare, sign, sign_with
from .changing import ask_change, change, refuse_change
from .mapping import map_codes, taken_away

__all__ = ["ask_change", "book", "change", "compare", "keeper", "map_codes", "refuse_change", "sign", "sign_with", "taken_away"]
