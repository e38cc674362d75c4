"""By when a tube is sealed, sent, received and reported, and somebody resampled; the result's hours run from the first sample."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising

LEAST = "voluntary"  # of a tube in which nobody is registered yet


@lru_cache(maxsize=4096)
def _rule(clock, reason, on, edition):
    return decisions.decide("lab_clocks", {"clock": clock, "reason": reason}, on=on).result


def rule(clock, reason, on) -> dict:
    """A clock's row in force on a day, for tubes of a reason."""
    return _rule(clock, reason or LEAST, on, decisions.edition())


def result_due(tube):
    """By when a tube's result is due: so many minutes after its first sample, as its most urgent reason says; None of an empty one."""
    if tube.first_at is None:
        return None
    return tube.first_at + timedelta(minutes=rule("report", tube.reason, day_of(tube.first_at))["within"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a tube or a resampling that has come into a state."""
    row = rule(state.clock, record.reason, day_of(at))
    begun = record.first_at or at if state.clock == "report" else at
    due = begun + timedelta(minutes=row["within"])
    return rising(due, row)
