"""By when a step in infection control is due: so many days after the week's Monday, or after the turn came, at an hour."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising


def clock(name, on) -> dict:
    """A clock's row in force on a day."""
    return decisions.decide("hospital_clocks", {"clock": name}, on=on).result


def due_of(name, on):
    """When what began on a day is due."""
    row = clock(name, on)
    return moment(on + timedelta(days=row["days"]), row["due"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state; hospitals answer to the county."""
    due = record.due_at if state.clock == "fill" else due_of(state.clock, day_of(at))
    return rising(due, clock(state.clock, day_of(at)))
