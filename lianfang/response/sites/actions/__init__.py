"""What others may have done at sites: one verb each."""
from .opening import close_site, name_leader, open_site
from .placing import Guest, ask_guests, confirm_room, drop, propose, retime
from .rooms import add_rooms, describe_room, import_rooms
from .service import ask_counsel, decline, do_round, miss_rounds, plan_rounds, put_on_duty, talk
from .staying import admit, ask_cleaning, change_room, come_back, disinfect, go_out, leave, merge
from .trips import arrive, cancel_trip, depart, disinfect_trip, plan_hospital, plan_trip, print_trip

__all__ = ["Guest", "add_rooms", "admit", "arrive", "ask_cleaning", "ask_counsel", "ask_guests", "cancel_trip", "change_room",
           "close_site", "come_back", "confirm_room", "decline", "depart", "describe_room", "disinfect", "disinfect_trip",
           "do_round", "drop", "go_out", "import_rooms", "leave", "merge", "miss_rounds", "name_leader", "open_site",
           "plan_hospital", "plan_rounds", "plan_trip", "print_trip", "propose", "put_on_duty", "retime", "talk"]
