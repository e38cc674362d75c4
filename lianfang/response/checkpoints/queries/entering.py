"""What the page of entry codes says: a code and its end, what may be declared, how long it is kept and by which document."""
from datetime import timedelta

from lianfang.ground.days import day_of
from lianfang.ground.retention.rules import rule

from ..asking import slips
from ..models import PURPOSES

NOBODYS_WORD = ("emergency", "unknown")  # what opens a gate at once is not declared, but seen there
ENTRY_PURPOSES = {code: word for code, word in PURPOSES.items() if code not in NOBODYS_WORD}


def entry_shown(code, at) -> dict | None:
    """An entry code as it is written, and its last day; None of one that is over, and of any other code."""
    slip = slips.shown([code]).get(code) if slips.is_entry(code) else None
    return {"code": slips.code_of(slip), "last_on": _last_on(slip.ends_at)} if slip is not None and slip.is_valid(at) else None


def entry_code(slip) -> str:
    """How the code of a pass is written."""
    return slips.code_of(slip)


def entry_terms(at) -> dict:
    """The last day of a code made now, for how many days after that what was declared is kept, and by which document."""
    kept = rule("declared", at)
    last_on = _last_on(slips.rule_of("entry", "open", at)["ends_at"])
    return {"last_on": last_on, "days": kept.days, "document": kept.document, "clause": kept.clause}


def _last_on(ends_at):
    """The day whose midnight is an end."""
    return day_of(ends_at - timedelta(seconds=1))
