"""By when tracing's turns are due: as the table of its clocks says, and a contact's watch with its own last day."""
from datetime import timedelta

from django.db.models import Max

from lianfang.ground import decisions
from lianfang.ground.days import day_end, day_of
from lianfang.ground.workflow.rising import rising

TABLE = "trace_clocks"


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record in a state; a watch is due when its last day is over."""
    row = decisions.decide(TABLE, {"clock": state.clock}, on=day_of(at)).result
    begun = {"watch": _watched, "outcome": _watched, "follow": _followed}.get(state.clock, lambda _record, at: at)(record, at)
    due = begun + timedelta(minutes=row["within"])
    return rising(due, row)


def _watched(contact, _at):
    return day_end(contact.watch_until_on)


def _followed(index, at):
    """The end of the last watch of its contacts."""
    last = index.contacts.filter(ended_at=None).aggregate(last=Max("watch_until_on"))["last"]
    return max(day_end(last), at) if last else at
