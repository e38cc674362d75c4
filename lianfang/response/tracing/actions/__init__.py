"""What others may have done in tracing: one verb each."""
from lianfang.registers.people.actions import Somebody

from ..models import REASONS
from .deciding import accept, decline, recompute
from .following import chase, complete, hand_over, print_letter, receive, turn, withdraw
from .naming import Named, name_contact
from .opening import close_index, finish_index, open_index, report_index, retime_index, trace_case, withdraw_case
from .present import Present, add_present
from .stays import add_stays, drop_stay

__all__ = ["REASONS", "Named", "Present", "Somebody", "accept", "add_present", "add_stays", "chase", "close_index", "complete", "decline",
           "drop_stay", "finish_index", "hand_over", "name_contact", "open_index", "print_letter", "receive", "recompute", "report_index",
           "retime_index", "trace_case", "turn", "withdraw", "withdraw_case"]
