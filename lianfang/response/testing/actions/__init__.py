"""What others may have done to members and their tests."""
from .dues import drop_test, note_samples
from .enrolling import Entry, enrol, leave
from .noting import Told, note_results
from .planning import plan_tests
from .reading import read_outcome
from .rostering import Somebody, enrol_people, import_results, import_roster

__all__ = ["Entry", "Somebody", "Told", "drop_test", "enrol", "enrol_people", "import_results", "import_roster", "leave", "note_results",
           "note_samples", "plan_tests", "read_outcome"]
