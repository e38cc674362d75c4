"""What others may have done to accounts, one matter a file."""
from ..drafts import Draft, Post
from .adding import add_accounts
from .assigning import appoint, appoint_all, assign, end_assignment
from .closing import deactivate, end_session, end_sessions, reactivate
from .forgetting import forget
from .importing import import_accounts
from .passwords import change_password, sign_in, sign_out, use_slip
from .slips import renew_slips

__all__ = ["Draft", "Post", "add_accounts", "appoint", "appoint_all", "assign", "change_password", "deactivate", "end_assignment",
           "end_session", "end_sessions", "forget", "import_accounts", "reactivate", "renew_slips", "sign_in", "sign_out", "use_slip"]
