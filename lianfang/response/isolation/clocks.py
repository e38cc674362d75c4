"""What the clocks table says: when a turn is due, and when it goes to the township and to the county."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

HALF_CLOCKS = {"am": "morning_check", "pm": "evening_check"}
BEGAN = {"alarm": "raised_at", "need": "asked_at", "manual_review": "asked_at", "exception_ends": "expires_at", "bulk": "held_at",
         "easing": "eased_at"}


@lru_cache(maxsize=4096)
def _rule(clock, on, edition):
    return decisions.decide("clocks", {"clock": clock}, on=on).result


def rule(clock, on) -> dict:
    """A clock's row in force on a day."""
    return _rule(clock, on, decisions.edition())


def check_due(on, half):
    """When a half-day's check is due."""
    return moment(on, rule(HALF_CLOCKS[half], on)["due"])


def check_opens(on, half):
    """From when a half-day's check may be filled."""
    return moment(on, rule(HALF_CLOCKS[half], on)["opens"])


def again_until(on):
    """Until when a check of a day that is done may be measured again."""
    row = rule("second_reading", on)
    return moment(on + timedelta(days=row["due_day"]), row["due"])


def planned_from(on):
    """From when the next day's checks are planned: the opening of the evening check."""
    return check_opens(on, "pm")


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    if state.clock == "check":
        missed = rule("missed_check", record.on)
        due = moment(record.on + timedelta(days=missed["due_day"]), missed["due"])
        return record.due, *rising(due, missed)[1:]
    row = rule(state.clock, day_of(at))
    at = getattr(record, BEGAN[state.clock]) if state.clock in BEGAN else at  # who takes it over takes over its clock
    due = at + timedelta(minutes=row["within"]) if row["within"] is not None else moment(record.last_on, row["due"])
    return rising(due, row)
