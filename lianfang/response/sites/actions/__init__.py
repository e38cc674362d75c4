"""What others may have done at sites: one verb each."""
from .opening import close_site, name_leader, open_site
from .placing import Guest, ask_guests, confirm_room, drop, propose, retime
from .rooms import add_rooms, describe_room, import_rooms
from .staying import admit, ask_cleaning, change_room, come_back, disinfect, go_out, leave, merge

__all__ = ["Guest", "add_rooms", "admit", "ask_cleaning", "ask_guests", "change_room", "close_site", "come_back", "confirm_room",
           "describe_room", "disinfect", "drop", "go_out", "import_rooms", "leave", "merge", "name_leader", "open_site",
           "propose", "retime"]
