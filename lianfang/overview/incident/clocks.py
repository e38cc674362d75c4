"""By when a trajectory is to be reviewed."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of


def turn_times(state, _record, at):
    """(due, to the township, to the county) of the turn on a draft: it is the county's from the beginning."""
    row = decisions.decide("trajectory_clocks", {"clock": state.clock}, on=day_of(at)).result
    return at + timedelta(minutes=row["within"]), None, None
