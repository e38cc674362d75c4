"""What the table of sites says, and by when a turn there is due."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of, moment
from lianfang.ground.workflow.rising import rising

RULES, CLOCKS = "site_rule", "site_clocks"


def ruling(code, on, path="/"):
    """The row of a rule in force on a day at a place, with its document and clause."""
    return decisions.decide(RULES, {"rule": code}, on=on, unit=path)


def rule(code, at, path="/") -> dict:
    """What that row says."""
    return ruling(code, day_of(at), path).result


def needed(code, n, at, path="/") -> int:
    """How many a rule asks for of n: so many for each `per` begun, or so many whatever n is; of nobody, nobody."""
    row = rule(code, at, path)
    if not n:
        return 0
    return -(-n * row["count"] // row["per"]) if code == "reserve" else row["count"] * (-(-n // row["per"]) if row["per"] else 1)


def minutes(code, at, path="/") -> timedelta:
    """The minutes a rule gives."""
    return timedelta(minutes=rule(code, at, path)["within"])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a record that has come into a state."""
    row = decisions.decide(CLOCKS, {"clock": state.clock}, on=day_of(at)).result
    if state.clock == "round":
        due = record.due
    else:
        due = moment(record.until_on, row["due"]) if row["within"] is None else at + timedelta(minutes=row["within"])
    return rising(due, row)
