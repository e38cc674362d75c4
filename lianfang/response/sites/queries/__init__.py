"""What others may ask of sites: which there are, with their rooms counted; one as it stands this minute."""
from .board import RoomNow, rooms_now
from .standing import Standing, site_of, standing

__all__ = ["RoomNow", "Standing", "rooms_now", "site_of", "standing"]
