"""Line lists: sheets of cases, and of who infected whom, as other systems write them."""
from .columns import CALLS
from .pairs import Pair, read_pairs
from .reading import Row, read
from .vocabulary import LINK_CALLED, PROFILES

__all__ = ["CALLS", "LINK_CALLED", "PROFILES", "Pair", "Row", "read", "read_pairs"]
