"""What others may have done to papers: one verb, one piece."""
from .drafting import draft_paper, redraft_paper
from .editions import keep_edition, roll_back
from .going import approve_paper, publish_paper, withdraw_paper
from .zero import close_zeros, mend_zero, open_zeros, state_zero

__all__ = ["approve_paper", "close_zeros", "draft_paper", "keep_edition", "mend_zero", "open_zeros", "publish_paper", "redraft_paper",
           "roll_back", "state_zero", "withdraw_paper"]
