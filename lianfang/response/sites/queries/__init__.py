"""What others may ask of sites: which there are, with their rooms counted; one as it stands this minute; who lives there."""
from .board import RoomNow, rooms_now
from .fitting import free_rooms
from .guests import inside, lodged, party_of, room_guests, rooms_for
from .standing import Standing, site_of, standing

__all__ = ["RoomNow", "Standing", "free_rooms", "inside", "lodged", "party_of", "room_guests", "rooms_for", "rooms_now", "site_of",
           "standing"]
