"""By when what happens at a gate is due, how long a shift lasts, and how the rules of duty count: as the tables say."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state; a shift is due after its last hour."""
    row = decisions.decide("gate_clocks", {"clock": state.clock}, on=day_of(at)).result
    begun = at + timedelta(minutes=duty(record.post.tier, day_of(at))["shift_minutes"]) if state.clock == "shift" else at
    due = begun + timedelta(minutes=row["within"])
    return rising(due, row)


def duty(tier, on) -> dict:
    """The rules of duty of a tier of posts in force on a day: minutes of a shift, of a gap, of the look at the queue; per cent."""
    return decisions.decide("shift", {"tier": tier}, on=on).result
