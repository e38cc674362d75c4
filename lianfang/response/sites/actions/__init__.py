"""What others may have done at sites: one verb each."""
from .opening import close_site, name_leader, open_site
from .placing import Guest, ask_guests, confirm_room, drop, propose, retime
from .rooms import add_rooms, describe_room, import_rooms
from .service import ask_counsel, decline, do_round, miss_rounds, plan_rounds, put_on_duty, talk
from .staying import admit, ask_cleaning, change_room, come_back, disinfect, go_out, leave, merge

__all__ = ["Guest", "add_rooms", "admit", "ask_cleaning", "ask_counsel", "ask_guests", "change_room", "close_site", "come_back",
           "confirm_room", "decline", "describe_room", "disinfect", "do_round", "drop", "go_out", "import_rooms", "leave",
           "merge", "miss_rounds", "name_leader", "open_site", "plan_rounds", "propose", "put_on_duty", "retime", "talk"]
