"""What others may have done to the territory."""
from .buildings import Built, build, extend, mark_site
from .doors import Added, NoSuchDoor, add_doors, describe_doors, door_at
from .editions import Outcome, take_over
from .outlines import Drawn, set_outlines
from .places import PlaceFault, add_places, close_place, merge_place, move_place, rename_place
from .positions import Located, set_positions

__all__ = ["Added", "Built", "Drawn", "Located", "NoSuchDoor", "Outcome", "PlaceFault", "add_doors", "add_places", "build", "close_place",
           "describe_doors", "door_at", "extend", "mark_site", "merge_place", "move_place", "rename_place", "set_outlines",
           "set_positions", "take_over"]
