"""What others may have done in door-to-door screening."""
from .campaigns import close, launch, lay, recount
from .finding import Seen, find
from .questions import ask_anew, take_questions
from .sealing import check_seal, lift_seal, post_seal, print_seal, spoil_seal
from .visiting import Told, visit

__all__ = ["Seen", "Told", "ask_anew", "check_seal", "close", "find", "launch", "lay", "lift_seal", "post_seal", "print_seal", "recount",
           "spoil_seal", "take_questions", "visit"]
