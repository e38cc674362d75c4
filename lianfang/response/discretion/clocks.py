"""By when a glimpse is read and a protection approved, renewed or decided on: from the terms table; days from the table of reasons."""
from datetime import timedelta

from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.days import day_of, day_start
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.rising import rising


def rule_of(reason, on) -> dict:
    """How an address is protected for a reason; raises Refused where the day's list does not name it."""
    ruling = decisions.decide("protecting", {"reason": reason}, on=on)
    if ruling.manual_review:
        raise Refused(_("理由表里没有这一条，不能保护。"))
    return ruling.result


def reasons(on) -> dict[str, str]:
    """The reasons to protect that a day's list gives, in words."""
    return {code: reason_word(code) for code in decisions.table("protecting").facts["reason"].listed
            if not decisions.decide("protecting", {"reason": code}, on=on).manual_review}


def reason_word(code) -> str:
    """A reason to protect, in the reader's language."""
    return decisions.shipped("protecting").labels.of("reason", code)


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = decisions.decide("discretion_terms", {"clock": state.clock}, on=day_of(at)).result
    begun = at
    if state.code == "standing":
        begun = day_start(record.until_on - timedelta(days=rule_of(record.reason, day_of(at))["ask_before"]))
    due = max(begun, at) + timedelta(minutes=row["minutes"])
    return rising(due, row)
