"""What the table of sites says, and by when a turn there is due."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of

RULES = "site_rule"


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
