"""What others may have done to persons, categories and register entries."""
from .add import add_entries, add_people
from .amend import amend
from .carry import carry_names
from .categories import add_category, end_category, rename_category
from .enrol import enrol
from .join import join, leave
from .look_up import count_look_up, look_up
from .open import open_person
from .place import move, place
from .read import read_words
from .refuse import refuse
from .shelter import shelter, unshelter
from .take_up import Somebody, take_up, take_up_all

__all__ = ["Somebody", "add_category", "add_entries", "add_people", "amend", "carry_names", "count_look_up", "end_category", "enrol",
           "join", "leave", "look_up", "move", "open_person", "place", "read_words", "refuse", "rename_category", "shelter", "take_up",
           "take_up_all", "unshelter"]
