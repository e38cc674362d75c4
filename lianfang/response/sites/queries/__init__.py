"""What others may ask of sites: which there are, with their rooms counted; one as it stands this minute; who lives there."""
from .board import Job, RoomNow, jobs_in, rooms_now
from .fitting import free_rooms
from .guests import coming_to, inside, lodged, party_of, room_guests, rooms_for
from .service import counsel_of, duties_of, round_of, rounds_of, rule_word, staff_of
from .standing import Standing, site_of, standing
from .trips import riders_of, taken_to_hospital, trip_now, trip_of

__all__ = ["Job", "RoomNow", "Standing", "coming_to", "counsel_of", "duties_of", "free_rooms", "inside", "jobs_in", "lodged", "party_of",
           "riders_of", "room_guests", "rooms_for", "rooms_now", "round_of", "rounds_of", "rule_word", "site_of", "staff_of",
           "standing", "taken_to_hospital", "trip_now", "trip_of"]
