"""By when a glimpse is read and a protection approved, renewed or decided on: from the terms table; days from the table of reasons."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, day_start


def rule_of(reason, on) -> dict | None:
    """How an address is protected for a reason; None where the list does not name it."""
    ruling = decisions.decide("protecting", {"reason": reason}, on=on)
    return None if ruling.manual_review else ruling.result


def reasons(on) -> dict[str, str]:
    """The reasons to protect that a day's list gives, in words."""
    return {code: reason_word(code) for code in decisions.table("protecting").facts["reason"].listed if rule_of(code, on)}


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
    return due, *(due + timedelta(minutes=row[level]) if row[level] is not None else None for level in ("to_township", "to_county"))
