"""What others may ask of the territory."""
from .counts import count
from .doors import AddressBook, resolve, resolve_many

__all__ = ["AddressBook", "count", "resolve", "resolve_many"]
