"""What others may have done in tracing: one verb each."""
from lianfang.registers.people.actions import Somebody

from ..models import REASONS
from .answering import OUTCOMES, chase, note_missing, note_outcome, print_letter, print_recall, receive, tell_recall
from .deciding import accept, decline, recompute
from .following import bring_back, complete, hand_over, lose_contact, recall, turn, withdraw
from .naming import Named, name_contact
from .opening import close_index, finish_index, open_index, report_index, retime_index, trace_case, withdraw_case
from .present import Present, add_present
from .stays import add_stays, drop_stay

__all__ = ["OUTCOMES", "REASONS", "Named", "Present", "Somebody", "accept", "add_present", "add_stays", "bring_back", "chase",
           "close_index", "complete", "decline", "drop_stay", "finish_index", "hand_over", "lose_contact", "name_contact",
           "note_missing", "note_outcome", "open_index", "print_letter", "print_recall", "recall", "receive", "recompute",
           "report_index", "retime_index", "tell_recall", "trace_case", "turn", "withdraw", "withdraw_case"]
