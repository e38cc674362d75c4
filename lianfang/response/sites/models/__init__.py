"""Facts of sites: the site and its rooms, who has which room, and what is disinfected. Open to this loop only."""
from .placement import INSIDE, Cleaning, Placement
from .site import FITS, ZONES, Room, Site

__all__ = ["FITS", "INSIDE", "ZONES", "Cleaning", "Placement", "Room", "Site"]
