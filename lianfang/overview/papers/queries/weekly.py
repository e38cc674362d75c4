"""The figures of a weekly bulletin: those of its last day beside those a week before, and each of its days."""
from dataclasses import dataclass
from datetime import timedelta

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything
from lianfang.ground.indicators import Booked

DAYS = 7
ROWS = ("ever", "ended", "managed", "monitoring", "home", "central", "isolated", "isolated_abroad", "overdue", "unmanaged", "gate_vehicles",
        "zero_due", "zero_missing")
DAILY = ("managed", "new_today", "released_today", "symptoms_today", "zero_missing")


@dataclass(frozen=True, slots=True)
class Week:
    """A week: the book of its last day, that of a week before, and of each day with figures, the earliest first."""

    last: Booked
    before: Booked | None
    days: list


@everything()
def week_until(county, on) -> Week | None:
    """The week that ends with a day; None where no figures stand for that day."""
    last = indicators.book_of_day(county, on)
    if last is None:
        return None
    days = [indicators.book_of_day(county, on - timedelta(days=back)) for back in range(DAYS - 1, 0, -1)]
    return Week(last, indicators.book_of_day(county, on - timedelta(days=DAYS)), [*filter(None, days), last])


def figures_of(week) -> list[tuple]:
    """(book, code) of everything the weekly bulletin tells, each once."""
    county = week.last.unit.pk
    found = [(book, code) for book in (week.last, week.before) if book for code in ROWS]
    found += [(book, code) for book in week.days for code in DAILY]
    return [(book, code) for book, code in {(book.cut_off_at, code): (book, code) for book, code in found}.values()
            if code in book.stands.get(county, {})]
