"""By when the turns of transfers are due, as their table says."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising

TABLE = "transfer_clocks"


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record in a state; a receipt counts from when the letter came."""
    row = decisions.decide(TABLE, {"clock": state.clock}, on=day_of(at)).result
    due = (record.came_at if state.clock == "receipt" else at) + timedelta(minutes=row["within"])
    return rising(due, row)
