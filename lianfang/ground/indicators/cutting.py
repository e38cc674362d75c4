"""Cut-offs: the moments at which a county's figures are frozen; whoever keeps their table hands them in, and whoever freezes asks here."""
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from ..accounts.models import Assignment
from ..days import day_of
from ..units.models import Unit

LATE = timedelta(hours=12)  # what was cut off longer ago is no news: the next cut-off has come, and a person may still freeze it by hand
_known: list[Callable] = []


def hand_in(latest: Callable) -> None:
    """Take over `latest(at, count)`: the last cut-offs not after a moment, the newest first, each with `edition` and `at`."""
    _known[:] = [latest]


def cut_off(at) -> tuple[str, datetime] | None:
    """The last cut-off not after a moment: its edition and when it was; None where nobody keeps a table of them."""
    found = next(iter(_known[0](at, 1)), None) if _known else None
    return (found.edition, found.at) if found else None


def to_freeze(at) -> Iterator[tuple[Unit, str, datetime]]:
    """Every county that has a duty officer, with the edition and the moment of the last cut-off; nothing once that passed long ago."""
    found = cut_off(at)
    if found is None or at - found[1] > LATE:
        return
    on_duty = Assignment.objects.in_force(day_of(at)).filter(role="duty_officer", unit__parent=None).values("unit_id")
    for county in Unit.objects.filter(pk__in=on_duty):
        yield county, *found
