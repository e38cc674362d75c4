"""By when a report to the city is due: the first of a case with its card, by the disease's profile; all else as the table says."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising
from lianfang.registers.diseases.queries import profile

TABLE = "upward_clocks"


def term(clock, at) -> dict:
    """The minutes of a clock on the day of a moment."""
    return decisions.decide(TABLE, {"clock": clock}, on=day_of(at)).result


def first_due(kind, disease, known_at):
    """By when the first report is due: a case's as its card is, another event's by the table."""
    if kind == "case" and (found := profile(disease, day_of(known_at))):
        return known_at + timedelta(hours=found.report_hours)
    return known_at + timedelta(minutes=term("first", known_at)["within"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on an event that has come into a state."""
    row = term(state.clock, at)
    due = record.first_due if state.code == "first" else at + timedelta(minutes=row["within"])
    return rising(due, row)
