"""What others may ask of the territory."""
from .counts import count
from .doors import AddressBook, resolve, resolve_many
from .lines import lines
from .outlines import outlines_of, places_below
from .places import HEADED, Place, children, place, stranded, vacant_units
from .positions import position_of, positions_of, unplaced, within
from .seeking import one_door, sought
from .shape import Placed, shape
from .standing import standing_at

__all__ = ["HEADED", "AddressBook", "Place", "Placed", "children", "count", "lines", "one_door", "outlines_of", "place",
           "places_below", "position_of", "positions_of",
           "resolve", "resolve_many", "shape", "sought", "standing_at", "stranded", "unplaced", "vacant_units", "within"]
