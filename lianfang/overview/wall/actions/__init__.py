"""What others may have done to the wall."""
from .counting import count
from .screens import issue_key, pair, renew_code, revoke_key, see, steer

__all__ = ["count", "issue_key", "pair", "renew_code", "revoke_key", "see", "steer"]
