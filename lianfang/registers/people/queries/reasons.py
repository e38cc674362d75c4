"""Why somebody may look behind a mask: the dated list of reasons, each with its document, for each way of looking."""
from lianfang.ground import decisions

TABLE = "looking"
OPEN, BREAK_GLASS, EVIDENCE = "open", "break_glass", "evidence"  # one's own units; outside them; of an exception


def reasons(way, on) -> dict[str, str]:
    """The reasons a day's list gives for a way of looking, in words."""
    return {code: reason_word(code) for code in decisions.table(TABLE).facts["reason"].listed if minutes_for(way, code, on) is not None}


def minutes_for(way, reason, on) -> int | None:
    """For how many minutes a reason opens (0: this once); None where the list does not name it."""
    ruling = decisions.decide(TABLE, {"way": way, "reason": reason}, on=on)
    return None if ruling.manual_review else ruling.result["minutes"]


def reason_word(code) -> str:
    """A reason in the reader's language; "—" where a line names none."""
    return decisions.shipped(TABLE).labels.of("reason", code) if code else "—"
