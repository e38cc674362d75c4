"""The last days of a unit: managed at each day's end, and how many came and went."""
from dataclasses import dataclass
from datetime import date, timedelta

from lianfang.ground.accounts.scope import widened
from lianfang.ground.days import day_of, day_start
from lianfang.ground.units.fields import Reach
from lianfang.response.isolation import queries as isolation

DAYS = 14


@dataclass(slots=True)
class Day:
    """One day: managed at its end (today: up to the moment), new and ended during it, and how many more were moved here than away."""

    on: date
    managed: int
    new: int
    ended: int
    moved: int = 0


def trend(unit, at, managed, days=DAYS) -> list[Day]:
    """Day by day up to a moment at which so many were managed; counted back, so that the last day is the board's own figure."""
    last = day_of(at)
    changes = isolation.came_and_went(widened(Reach(unit.path)), day_start(last - timedelta(days=days - 1)), at)
    found = []
    for back in range(days):
        on = last - timedelta(days=back)
        new, ended, moved = changes.get(on, (0, 0, 0))
        found.append(Day(on, managed, new, ended, moved))
        managed += ended - new - moved
    return found[::-1]
