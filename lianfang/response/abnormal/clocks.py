"""By when each of the three firsts is due, and when it goes one level up."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising


def term(clock, at) -> dict:
    """The minutes of a clock on the day of a moment."""
    return decisions.decide("abnormal_clocks", {"clock": clock}, on=day_of(at)).result


def turn_times(state, _record, at):
    """(due, to the township, to the county) of the turn on a sighting that has come into a state."""
    row = term(state.clock, at)
    due = at + timedelta(minutes=row["within"])
    return rising(due, row)
