"""What others may have done to accounts, one matter a file."""
from ..drafts import Draft, Post
from .adding import add_accounts
from .assigning import appoint, appoint_all, assign, end_assignment
from .closing import deactivate, end_device, end_session, end_sessions, reactivate
from .factors import add_passkey, add_totp, remove_factor, renew_codes, reset_factors, unlock
from .forgetting import forget
from .importing import import_accounts
from .linking import link, unlink
from .passwords import change_password, sign_in, sign_out, use_slip
from .slips import renew_slips
from .telling import read_notices, tell_shut

__all__ = ["Draft", "Post", "add_accounts", "add_passkey", "add_totp", "appoint", "appoint_all", "assign", "change_password", "deactivate",
           "end_assignment", "end_device", "end_session", "end_sessions", "forget", "import_accounts", "link", "reactivate", "read_notices",
           "remove_factor", "renew_codes", "renew_slips", "reset_factors", "sign_in", "sign_out", "tell_shut", "unlink", "unlock",
           "use_slip"]
