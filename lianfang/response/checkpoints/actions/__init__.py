"""What others may have done at the gates."""
from ..asking import Car, Someone
from .cases import hand_to_site, let_pass, observe, recheck, register, transfer, turn_back
from .declaring import declare_entry
from .knowing import know
from .notices import acknowledge, arrive, give_up, hand_down, miss, pass_on, tell
from .notifying import notify
from .papers import print_letter, print_passes
from .passes import issue_passes, revoke_pass
from .passing import RecordedBefore, pass_vehicle
from .posts import change_post, put_up_post, take_down_post
from .quick import Quick, asks_all, pass_quick, quick_of
from .shifts import counts_of, differs, hand_over_shift, open_shift, tally

__all__ = ["Car", "Quick", "RecordedBefore", "Someone", "acknowledge", "arrive", "asks_all", "change_post", "counts_of", "declare_entry",
           "differs", "give_up", "hand_down", "hand_over_shift", "hand_to_site", "issue_passes", "know", "let_pass", "miss", "notify",
           "observe", "open_shift", "pass_on", "pass_quick", "pass_vehicle", "print_letter", "print_passes", "put_up_post",
           "quick_of", "recheck", "register", "revoke_pass", "take_down_post", "tally", "tell", "transfer", "turn_back"]
