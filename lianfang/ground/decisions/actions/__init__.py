"""What may be done with tables: a county drafts its own version, another unit approves it; and many verdicts at once."""
from .approving import approve_version, keep_version, reject_version, return_version
from .drafting import draft_version, edit_version, faults_of, submit_version, withdraw_version
from .effect import decide_again, pass_hours
from .refused import Refused
from .ruling import Case, rule_many

__all__ = ["Case", "Refused", "approve_version", "decide_again", "draft_version", "edit_version", "faults_of", "keep_version", "pass_hours",
           "reject_version", "return_version", "rule_many", "submit_version", "withdraw_version"]
