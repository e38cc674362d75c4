"""Which rows of several lists are one person: by number first, then by name with birth, door or a number mistyped; plain Python."""
from .matcher import Row, matched, plain

__all__ = ["Row", "matched", "plain"]
