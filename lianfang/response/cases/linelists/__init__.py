"""Line lists: sheets of cases, and of who infected whom, as other systems write them."""
from .columns import FIELDS, LINK_FIELDS
from .pairs import Pair, read_pairs
from .reading import Row, read
from .vocabulary import PROFILES

__all__ = ["FIELDS", "LINK_FIELDS", "PROFILES", "Pair", "Row", "read", "read_pairs"]
