"""Why somebody may look behind a mask: the dated list of reasons, each with its document, for each way of looking."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line

TABLE = "looking"
OPEN, BREAK_GLASS, EVIDENCE = "open", "break_glass", "evidence"  # one's own units; outside them; of an exception
CARRY = "carry"  # whole names on a phone
WORDS, TURN = "words", "turn"  # what a person wrote; the reason of whoever has to answer it


def reasons(way, on) -> dict[str, str]:
    """The reasons a day's list gives for a way of looking, in words."""
    return {code: reason_word(code) for code in decisions.table(TABLE).facts["reason"].listed if minutes_for(way, code, on) is not None}


def minutes_for(way, reason, on) -> int | None:
    """For how many minutes a reason opens (0: this once); None where the list does not name it."""
    ruling = decisions.decide(TABLE, {"way": way, "reason": reason}, on=on)
    return None if ruling.manual_review else ruling.result["minutes"]


def read_for(record, verb, account, at) -> str:
    """For what an account reads, by a line of its own, what is written on a record (by id), until its minutes are over; '' then."""
    looked = Line.objects.filter(record=record, verb=verb, by=account.pk, at__lte=at).order_by("-at").values_list("at", "data").first()
    since, reason = (looked[0], looked[1].get("reason", "")) if looked else (at, "")
    minutes = minutes_for(WORDS, reason, day_of(since)) if reason else 0
    return reason if at < since + timedelta(minutes=minutes or 0) else ""


def reason_word(code) -> str:
    """A reason in the reader's language; "—" where a line names none."""
    return decisions.shipped(TABLE).labels.of("reason", code) if code else "—"
