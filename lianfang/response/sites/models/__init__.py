"""Facts of sites: the site and its rooms, who has which room, what is disinfected, what is done every day. Open to this loop only."""
from .placement import INSIDE, Cleaning, Placement
from .service import GROUPS, ROUNDS, SHIFTS, Counsel, Duty, Round
from .site import FITS, ZONES, Room, Site
from .trip import PROTECTION, TRIPS, Rider, Trip

__all__ = ["FITS", "GROUPS", "INSIDE", "PROTECTION", "ROUNDS", "SHIFTS", "TRIPS", "ZONES", "Cleaning", "Counsel", "Duty", "Placement",
           "Rider", "Room", "Round", "Site", "Trip"]
