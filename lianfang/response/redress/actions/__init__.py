"""What others may have done to appeals and corrections."""
from .answer import agree_exception, change, reopen, settle, uphold
from .asking import appeal, claim, drop_claim, withdraw
from .claims import correct, leave_as_is
from .clock import pass_up
from .look import look_at_photo

__all__ = ["agree_exception", "appeal", "change", "claim", "correct", "drop_claim", "leave_as_is", "look_at_photo",
           "pass_up", "reopen", "settle", "uphold", "withdraw"]
