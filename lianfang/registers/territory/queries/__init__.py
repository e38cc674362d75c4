"""What others may ask of the territory."""
from .counts import count
from .doors import AddressBook, resolve, resolve_many
from .places import HEADED, Place, children, place, stranded, vacant_units
from .shape import Placed, shape

__all__ = ["HEADED", "AddressBook", "Place", "Placed", "children", "count", "place", "resolve", "resolve_many", "shape", "stranded",
           "vacant_units"]
