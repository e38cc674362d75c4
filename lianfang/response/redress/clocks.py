"""By when redress is due: the terms table gives working days, the calendar table says which days are."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_working(on) -> bool:
    """Whether people work on a day, by the calendar in force on it."""
    return decisions.decide("workdays", {"date": on, "weekday": WEEKDAYS[on.weekday()]}, on=on).result["works"] == "yes"


def working_day_after(on, days):
    """The last of so many working days, counted from the day after."""
    while days:
        on += timedelta(days=1)
        days -= is_working(on)
    return on


def term(clock, on) -> dict:
    """A clock's row in force on a day."""
    return decisions.decide("redress_terms", {"clock": clock}, on=on).result


def due_of(clock, at):
    """When what began at a moment is due."""
    row = term(clock, day_of(at))
    return moment(working_day_after(day_of(at), row["working_days"]), row["due"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    return rising(record.due, term(state.clock, day_of(at)))
