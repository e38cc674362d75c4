"""By when the turns of levels and rings are due, as their table says."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising

TABLE = "risk_clocks"


def turn_times(state, _record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = decisions.decide(TABLE, {"clock": state.clock}, on=day_of(at)).result
    due = at + timedelta(minutes=row["within"])
    return rising(due, row)
