"""Facts of sites: the site and its rooms. Open to this loop only."""
from .site import FITS, ZONES, Room, Site

__all__ = ["FITS", "ZONES", "Room", "Site"]
