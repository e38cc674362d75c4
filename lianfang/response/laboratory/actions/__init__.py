"""What others may have done in the laboratory: one verb each."""
from lianfang.registers.people.actions import Somebody

from .importing import bring_in, import_results
from .recalls import drop_recall
from .samples import Swab, somebody, take_out, take_samples
from .sent import take_tubes
from .sessions import close_session, open_session
from .testing import Found, report, run
from .trips import receive, send
from .tubes import open_tube, seal, tube_code, void

__all__ = ["Found", "Somebody", "Swab", "bring_in", "close_session", "drop_recall", "import_results", "open_session", "open_tube",
           "receive", "report", "run", "seal", "send", "somebody", "take_out", "take_samples", "take_tubes", "tube_code", "void"]
