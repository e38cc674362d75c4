"""What others may have done in door-to-door screening."""
from .campaigns import close, launch, lay, recount
from .comparing import compare, settle_mismatch
from .finding import Seen, find
from .leaving import come_back, let_out, prove_trip
from .questions import ask_anew, take_questions
from .sealing import check_seal, lift_seal, post_seal, print_seal, spoil_seal
from .sent import take_looks, take_posted, take_visits
from .visiting import Told, visit

__all__ = ["Seen", "Told", "ask_anew", "check_seal", "close", "come_back", "compare", "find", "launch", "lay", "let_out", "lift_seal",
           "post_seal", "print_seal", "prove_trip", "recount", "settle_mismatch", "spoil_seal", "take_looks", "take_posted",
           "take_questions", "take_visits", "visit"]
