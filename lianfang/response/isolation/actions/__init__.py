"""What others may have done to orders: one verb a file."""

from .again.foresee import Foreseen, foresee
from .again.reconsider import question_exposed, reconsider
from .again.redecide import Unproved, complete, confirm_easing, deny_easing, make_good, redecide
from .again.switch import confirm_switch, let_switch, list_level, propose_switches, refuse_switch, run_switches
from .again.tested import Tested, know_negative, record_tested
from .alarms import dismiss, refer
from .checks import Reading, read_again, record_checks
from .decide import Finding, decide
from .deviate import approve_deviation, deviate, expire_deviations, open_evidence, refuse_deviation, see_deviation, stop_deviation
from .door import Housemate, let_through, order_door
from .ends import admit, leave_county, record_death
from .handover import hand_over, receive, send_back
from .hold import agree_held, refuse_held
from .minder import assign_minder
from .move import move, withdraw_order
from .needs import ask, drop, meet
from .papers import print_notice, serve
from .planning import plan_checks
from .release import conditions, obstacles, release, standing
from .results import Sampled, record_results
from .sent import take_again, take_checks, take_met, take_served

__all__ = [
    "Finding",
    "Foreseen",
    "Housemate",
    "Reading",
    "Sampled",
    "Tested",
    "Unproved",
    "admit",
    "agree_held",
    "approve_deviation",
    "ask",
    "assign_minder",
    "complete",
    "conditions",
    "confirm_easing",
    "confirm_switch",
    "decide",
    "deny_easing",
    "deviate",
    "dismiss",
    "drop",
    "expire_deviations",
    "foresee",
    "hand_over",
    "know_negative",
    "leave_county",
    "let_switch",
    "let_through",
    "list_level",
    "make_good",
    "meet",
    "move",
    "obstacles",
    "open_evidence",
    "order_door",
    "plan_checks",
    "print_notice",
    "propose_switches",
    "question_exposed",
    "read_again",
    "receive",
    "reconsider",
    "record_checks",
    "record_death",
    "record_results",
    "record_tested",
    "redecide",
    "refer",
    "refuse_deviation",
    "refuse_held",
    "refuse_switch",
    "release",
    "run_switches",
    "see_deviation",
    "send_back",
    "serve",
    "standing",
    "stop_deviation",
    "take_again",
    "take_checks",
    "take_met",
    "take_served",
    "withdraw_order",
]
