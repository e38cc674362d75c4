"""Calendar days of Asia/Shanghai, and the moments on them."""
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment; the only clock, read at the edge and passed in."""
    return datetime.now(UTC)


def day_of(at: datetime) -> date:
    """The calendar day of a moment."""
    return at.astimezone(SHANGHAI).date()


def today() -> date:
    """The calendar day of this moment."""
    return day_of(now())


def moment(on: date, clock: str) -> datetime:
    """"18:45" on a day; "24:00" is the next day's beginning."""
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(on + timedelta(days=hour // 24), time(hour % 24, minute), SHANGHAI)


def day_start(on: date) -> datetime:
    """The first moment of a day; a day is the half-open time up to the next one's."""
    return datetime.combine(on, time(), SHANGHAI)


def end_words(at: datetime) -> str:
    """2020-03-10 23:00, of a moment at which something ends: midnight is 24:00 of the day before."""
    local = at.astimezone(SHANGHAI)
    return f"{local:%Y-%m-%d %H:%M}" if local.time() != time() else f"{local.date() - timedelta(days=1)} 24:00"


def end_clock(at: datetime) -> str:
    """The same without its day: 23:00, or 24:00."""
    return end_words(at)[-5:]


def day_end(on: date) -> datetime:
    """The first moment after a day."""
    return day_start(on + timedelta(days=1))
