"""The emergency: the spring-2020 rule as the county's own versions, open-ended, drafted by the command, approved by the health office."""
import csv
import io
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.decisions import actions

TABLES = ("measure", "risk_places", "risk_level", "risk_area", "gate", "quick", "test_groups", "work_gate")
SHOWN_ON = date(2020, 3, 10)


def declare(county, *, from_on, drafter, approver, at):
    """Bring the tables of spring 2020 into force for the county from a day on."""
    for name in TABLES:
        text = spring_rows(decisions.shipped(name).text)
        examples = shifted(decisions.shipped(name).examples, from_on - SHOWN_ON)
        version = actions.draft_version(table=name, area=county, text=text, examples=examples, by=drafter, at=at)
        actions.submit_version(version=version, by=drafter, at=at)
        actions.approve_version(version=version, by=approver, at=at)
    actions.pass_hours(by=named(SYSTEM), at=at)
    actions.decide_again(by=named(SYSTEM), at=at)


def spring_rows(text) -> str:
    """The rows in force on the day the examples show, with open ends."""
    records = list(csv.reader(io.StringIO(text)))
    start, end = records[0].index("from"), records[0].index("until")
    rows = [r for r in records[2:] if r and _holds(r[start], r[end])]
    for row in rows:
        row[start], row[end] = "-", "-"
    return _written([*records[:2], *rows])


def _holds(start, end):
    return date.fromisoformat(start) <= SHOWN_ON and (end == "-" or date.fromisoformat(end) > SHOWN_ON)


def shifted(text, by) -> str:
    """The examples of that day, moved to the emergency's first day; those of other days belong to other rules."""
    head, *rows = list(csv.reader(io.StringIO(text)))
    at = head.index("on")
    return _written([head, *([_moved(cell, by) for cell in row] for row in rows if row and row[at] == SHOWN_ON.isoformat())])


def _moved(cell, by: timedelta):
    try:
        return (date.fromisoformat(cell) + by).isoformat()
    except ValueError:
        return cell


def _written(records):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(records)
    return out.getvalue()
