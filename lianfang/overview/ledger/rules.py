"""What the ledger's tables say: which cut-off stands for a day, by when a change is confirmed, how far back records are looked at again."""
from datetime import timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import day_of

EDITIONS = ("morning", "evening")


@lru_cache(maxsize=512)
def _row(table, what, on, _edition):
    return decisions.decide(table, {"figures": "all"} if table == "ledger_days" else {"what": what}, on=on).result


def edition_of_day(on) -> str:
    """The edition whose cut-off stands for a day."""
    return _row("ledger_days", "", on, decisions.edition())["edition"]


def term(what, on) -> int:
    """So many days, or minutes."""
    return _row("ledger_terms", what, on, decisions.edition())["number"]


def turn_times(state, record, at):
    """(due, to the township, to the county): confirmed within the table's minutes; raised to nobody."""
    return at + timedelta(minutes=term(state.clock, day_of(at))), None, None
