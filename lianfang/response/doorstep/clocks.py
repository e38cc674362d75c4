"""What doorstep's tables say: when a turn is due and rises, and when a door that did not answer is called on again."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising


@lru_cache(maxsize=512)
def _term(clock, on, edition):
    return decisions.decide("doorstep_terms", {"clock": clock}, on=on).result


@lru_cache(maxsize=512)
def _again(outcome, tries, on, edition):
    return decisions.decide("call_again", {"outcome": outcome, "tries": tries}, on=on).result


def term(clock, on) -> dict:
    """A clock's row in force on a day."""
    return _term(clock, on, decisions.edition())


def again(outcome, tries, on) -> dict:
    """Whether a door that gave an outcome at the so-many-th call is called on again: by whom, after how many days, between which hours."""
    return _again(outcome, tries, on, decisions.edition())


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = term(state.clock, day_of(at))
    due = _due(state.clock, record, at, row)
    return rising(due, row)


def _due(clock, record, at, row):
    """At an hour so many days on, or the hour of the last day of what runs that long; a call knows its own."""
    if clock in ("call", "leave"):
        return record.due
    last = {"campaign": lambda: record.until_on, "share": lambda: record.campaign.until_on}.get(clock)
    return moment(last() if last else day_of(at) + timedelta(days=row["days"]), row["due"])
