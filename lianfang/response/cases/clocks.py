"""By when a step on a case is due: the report as the disease's own profile says, everything else as the table of clocks."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, day_start
from lianfang.ground.workflow.rising import rising
from lianfang.registers.diseases.queries import profile

from .models import Revisit

FROM_REPORT = ("basic", "investigation")


def report_due(case):
    """By when a case is to be reported: so many hours after its diagnosis, or after the first word about it."""
    found = profile(case.disease, day_of(case.clock_at)) or profile(case.disease, day_of(case.told_at))  # a list may tell of years ago
    return case.clock_at + timedelta(hours=found.report_hours)


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a case or a revisit that has come into a state; the team is the county's."""
    row = decisions.decide("case_clocks", {"clock": state.clock}, on=day_of(at)).result
    if row["within"] is None:
        due = report_due(record)
    else:
        begun = _begun(state, record, at)
        due = begun + timedelta(minutes=row["within"])
    return rising(due, row)


def _begun(state, record, at):
    """From when the minutes count: a revisit's day, for an investigation the report (of a list: its coming), else the step before."""
    if isinstance(record, Revisit):
        return day_start(record.due_on)
    return record.reported_at if state.clock in FROM_REPORT and record.reported_at and not record.external else at
