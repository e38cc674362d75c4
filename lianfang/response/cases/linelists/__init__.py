"""Line lists: sheets of cases as other systems write them."""
from .columns import FIELDS
from .reading import Row, read
from .vocabulary import PROFILES

__all__ = ["FIELDS", "PROFILES", "Row", "read"]
