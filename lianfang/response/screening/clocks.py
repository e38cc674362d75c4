"""What the county's table of deadlines says of doubts."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising


@lru_cache(maxsize=512)
def _rule(clock, on, edition):
    return decisions.decide("clocks", {"clock": clock}, on=on).result


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a doubt."""
    row = _rule(state.clock, day_of(at), decisions.edition())
    due = at + timedelta(minutes=row["within"])
    return rising(due, row)
