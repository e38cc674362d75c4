"""By when a test that is due must be done, and when it goes up: as its group's interval and the table of clocks say."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a test that has come into a state."""
    row = decisions.decide("testing_clocks", {"clock": state.clock}, on=day_of(at)).result
    due = record.due_at if row["within"] is None else at + timedelta(minutes=row["within"])
    return due, _after(due, row["to_town"]), _after(due, row["to_county"])


def _after(due, minutes):
    return None if minutes is None else due + timedelta(minutes=minutes)
