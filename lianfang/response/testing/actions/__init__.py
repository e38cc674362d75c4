"""What others may have done to members and their tests, to sampling points and places there."""
from lianfang.registers.people.actions import Somebody

from .booking import Wish, arrive, arrive_sampled, book, cancel, miss
from .dues import drop_test, note_samples
from .enrolling import Entry, enrol, leave, move
from .firms import book_batch, cancel_batch, walk_in
from .gate import allow, apply_pass, drop_pass, print_pass
from .noting import Told, note_results
from .planning import plan_tests
from .points import close_point, open_point, open_slots, set_quota
from .reading import read_outcome
from .rostering import enrol_people, import_results, import_roster

__all__ = ["Entry", "Somebody", "Told", "Wish", "allow", "apply_pass", "arrive", "arrive_sampled", "book", "book_batch", "cancel",
           "cancel_batch", "close_point", "drop_pass", "drop_test", "enrol", "enrol_people", "import_results", "import_roster", "leave",
           "miss", "move", "note_results", "note_samples", "open_point", "open_slots", "plan_tests", "print_pass", "read_outcome",
           "set_quota", "walk_in"]
