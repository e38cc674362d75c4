"""What the county's tables say of meetings: when a series sits, how long, what stands on its agenda in which order."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment

TABLES = ("meeting_series", "agenda_sections", "agenda_turns", "agenda_moves")
TYPED = "typed"


@lru_cache(maxsize=2048)
def _row(table, facts, on, _edition):
    return decisions.decide(table, dict(facts), on=on).result


def row(table, on, **facts) -> dict:
    """What a table says of these facts on a day."""
    return _row(table, tuple(facts.items()), on, decisions.edition())


def series_rule(series, on) -> dict:
    """The series' row on a day."""
    return row("meeting_series", on, series=series)


def sits_at(series, on):
    """When a series sits on a day; None on a day without it."""
    rule = series_rule(series, on)
    sits = {"day": True, "week": on.isoweekday() == rule["day"], "month": on.day == rule["day"], "never": False}[rule["every"]]
    return moment(on, rule["begins"]) if sits else None


def next_sitting(series, at):
    """When a series sits next after a moment, within some weeks; None where nobody has set a day."""
    found = (sits_at(series, day_of(at) + timedelta(days=ahead)) for ahead in range(32))
    return next((begins for begins in found if begins and begins > at), None)


def usual_due(meeting):
    """By when what a meeting decides is to be done, where nobody says otherwise: the same day."""
    on = day_of(meeting.begins_at)
    return moment(on, series_rule(meeting.series, on)["tasks_due"])


def over_at(meeting):
    """When its time is over."""
    return meeting.begins_at + timedelta(minutes=series_rule(meeting.series, day_of(meeting.begins_at))["lasts"])


def turn_times(state, meeting, at):
    """(due, to the township, to the county): it begins at its hour and is closed when its time is over; raised to nobody."""
    lasts = timedelta(minutes=series_rule(meeting.series, day_of(meeting.begins_at))["lasts"])
    begins = max(meeting.begins_at, at)
    return (begins if state.clock == "begins" else begins + lasts), None, None
