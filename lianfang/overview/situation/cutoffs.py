"""When the figures of a bulletin are cut off, and by when it is drafted, checked and signed: what the table says of a day."""
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from lianfang.ground import decisions
from lianfang.ground.days import SHANGHAI, day_of, moment

TABLE = "bulletins"
MORNING, EVENING = EDITIONS = ("morning", "evening")
NOON = 12
MADE_LATE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class CutOff:
    """A moment at which a bulletin's figures are frozen."""

    edition: str
    at: datetime


@lru_cache(maxsize=512)
def _rule(edition, on, version):
    return decisions.decide(TABLE, {"edition": edition}, on=on).result


def rule(edition, on) -> dict:
    """The edition's row in force on a day."""
    return _rule(edition, on, decisions.edition())


def latest(at, count=2) -> list[CutOff]:
    """The last cut-offs not after a moment, the newest first."""
    days = [day_of(at) - timedelta(days=back) for back in range(count // 2 + 2)]
    found = [CutOff(edition, moment(on, rule(edition, on)["cut_off"])) for on in days for edition in reversed(EDITIONS)]
    return sorted((cut for cut in found if cut.at <= at), key=lambda cut: cut.at, reverse=True)[:count]


def edition_of(at) -> str:
    """The edition that a moment belongs to: the morning's up to noon."""
    return MORNING if at.astimezone(SHANGHAI).hour < NOON else EVENING


def deadline(cut_off_at, stage):
    """By when a bulletin is drafted, checked or signed."""
    on = day_of(cut_off_at)
    return moment(on, rule(edition_of(cut_off_at), on)[stage])


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on a bulletin: the table's hour, or a quarter of an hour for one made later."""
    due = deadline(record.cut_off_at, state.clock)
    return (due if due > at else at + MADE_LATE), None, None
