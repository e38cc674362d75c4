"""Within how many minutes of its beginning a drive is to have reached each stage."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of

STAGES = ("found", "decided", "served", "sampled", "result")


def within(stage, on) -> timedelta:
    """The table's row of a day."""
    return timedelta(minutes=decisions.decide("drive_stages", {"stage": stage}, on=on).result["within"])


def turn_times(state, drive, at):
    """(due, to the township, to the county): the county's own turn, raised to nobody."""
    return drive.started_at + within(state.clock, day_of(drive.started_at)), None, None
