"""What the ending's table says on a day, and when its turns are due."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of

TABLE = "ending"


def number(what, at) -> int:
    """Hours, or people in a cell."""
    return decisions.decide(TABLE, {"what": what}, on=day_of(at)).result["number"]


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on an ending."""
    due = record.cooling_until if state.code == "cooling" else at + timedelta(hours=number(state.clock, at))
    return due, None, None
