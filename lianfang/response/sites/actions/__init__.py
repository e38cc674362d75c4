"""What others may have done at sites: one verb each."""
from .opening import close_site, name_leader, open_site
from .rooms import add_rooms, describe_room, import_rooms

__all__ = ["add_rooms", "close_site", "describe_room", "import_rooms", "name_leader", "open_site"]
