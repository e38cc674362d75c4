"""What the tables of closures say: who decides, what is proved, which reasons stand, what becomes of an event, when a turn is due."""
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising

TABLES = ("closure_rule", "closure_reason", "event_rule", "closure_clocks")
CLOCK_OF_ROWS = "closure_clocks"


def rules_of(kind, what, unit, at) -> list:
    """The rulings on each thing an order of a kind shuts there (on none: on the kind itself)."""
    asked = what if kind == "trade" and what else ["none"]
    return [decisions.decide("closure_rule", {"kind": kind, "what": one}, unit=unit.path, on=day_of(at)) for one in asked]


def reason_rule(reason, how, unit, at) -> dict:
    """Whether a reason stands for an exemption of a kind, and for how many days."""
    return decisions.decide("closure_reason", {"reason": reason, "how": how}, unit=unit.path, on=day_of(at)).result


def event_ruling(event, ban, risk, at):
    """What the table says of an event, by the order in force there and the risk of the place."""
    facts = {"kind": event.kind, "heads": event.heads, "ban": ban, "risk": risk}
    return decisions.decide("event_rule", facts, unit=event.unit.path, on=day_of(at))


def farthest(at) -> date:
    """The last day for which an event can be asked for at a moment."""
    return day_of(at + timedelta(minutes=_clock("event_ahead", at)["within"]))


def look_before(at) -> timedelta:
    """So long before its end an order is to be extended or lifted."""
    return timedelta(minutes=_clock("closure_look", at)["before"])


def _clock(name, at) -> dict:
    return decisions.decide(CLOCK_OF_ROWS, {"clock": name}, on=day_of(at)).result


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = _clock(state.clock, at)
    due = (record.asked_at if state.clock == "closure_check" else at) + timedelta(minutes=row["within"])
    if state.clock == "closure_look" and record.until_at is not None:
        due = max(at, record.until_at - timedelta(minutes=row["before"]))
    if state.clock == "event_day":
        due = record.ends_at
    return rising(due, row)
