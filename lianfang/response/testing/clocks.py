"""By when a test that is due must be done, a firm's list answered, and when it goes up: as intervals and the table of clocks say."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising

from .models import Batch


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a test that has come into a state."""
    row = decisions.decide("testing_clocks", {"clock": state.clock}, on=day_of(at)).result
    begun = record.slot.until_at if isinstance(record, Batch) and record.slot_id else at
    due = record.due_at if row["within"] is None else begun + timedelta(minutes=row["within"])
    return rising(due, row)
