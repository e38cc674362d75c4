"""Days as they are told, one line a stay, typed fast: 0730-0800 乘车 12路 禾A1023 6排; a line 3月9日 begins another day."""
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.workflow import Refused

from .telling.vocabulary import HEADING, LINE, SEAT, SPOKEN, offered

MOST = 40
MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Told:
    """One line: from when until when, what he did, where (""  where only the kind was said), in which row."""

    from_at: datetime
    until_at: datetime
    activity: str
    place: str = ""
    row: int | None = None


def read(text: str, on: date) -> list[Told]:
    """The stays as typed, of a day and of those that lines like 3月9日 or 9日到11日 begin; Refused with every line that cannot be read."""
    found, wrong, days = [], [], [on]
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    for n, line in lines:
        try:
            begun = _days(line, days[-1])
            days = begun or days
            found += [] if begun else [_told(line, day) for day in days]
        except Refused as refused:
            wrong.append(_("第 {n} 行：{why}").format(n=n, why=refused))
    if wrong:
        raise Refused("\n".join(wrong))
    if not found:
        raise Refused(_("请先写行程，一行一处。"))
    if max(Counter(day_of(one.from_at) for one in found).values()) > MOST:
        raise Refused(_("一天最多写 {n} 行。").format(n=MOST))
    return apart(found)


def written(told) -> str:
    """Stays of a day as one types them."""
    words = {activity: word for word, activity in reversed(offered().items())}
    return "\n".join(" ".join(filter(None, [
        f"{_clock(one.from_at)}-{_clock(one.until_at, is_end=True)}", words[one.activity], one.place,
        _("{n}排").format(n=one.row) if one.row else ""])) for one in told)


def _clock(at, is_end=False) -> str:
    at = at.astimezone(SHANGHAI)
    return "2400" if is_end and (at.hour, at.minute) == (0, 0) else f"{at:%H%M}"


def _days(line, near) -> list[date]:
    """The days a heading begins, the nearest of that name; none where the line is no heading."""
    read = HEADING.fullmatch(line)
    if not read or not (read[1] or read[3]):
        return []
    first = _nearest(read[1], read[2], near)
    last = _nearest(read[4], read[5], first) if read[5] else first
    if not first <= last < first + timedelta(days=MOST_DAYS):
        raise Refused(_("日子的先后不对，或者太长。"))
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _nearest(month, day, near) -> date:
    months = [(near.year + years, int(month)) for years in (-1, 0, 1)] if month else [
        divmod(near.year * 12 + near.month - 1 + n, 12) for n in (-1, 0, 1)]
    found = []
    for year, which in months:
        with suppress(ValueError):
            found.append(date(year, which if month else which + 1, int(day)))
    if not found:
        raise Refused(_("没有这一天。"))
    return min(found, key=lambda one: abs((one - near).days))


def apart(found) -> list[Told]:
    """In the order of the day; nobody is at two places at once."""
    found = sorted(found, key=lambda one: one.from_at)
    for before, after in pairwise(found):
        if after.from_at < before.until_at:
            says = _("{begun} 这一处和前一处的时间重了：前一处到 {ended}。")
            raise Refused(says.format(begun=f"{after.from_at:%m-%d %H:%M}", ended=f"{before.until_at:%H:%M}"))
    return found


def _told(line, on) -> Told:
    read = LINE.fullmatch(line)
    if not read:
        raise Refused(_("先写几点到几点，如 0730-0800 乘车 12路"))
    from_hour, from_minute, next_day, to_hour, to_minute, rest = read.groups()
    begun, ended = _moment(on, from_hour, from_minute), _moment(on, to_hour, to_minute)
    if next_day or ended < begun:
        ended += timedelta(days=1)
    if not begun < ended <= begun + timedelta(days=1):
        raise Refused(_("结束要晚于开始。"))
    seat = SEAT.search(rest)
    row = int(seat[1]) if seat else None
    word, _space, place = (SEAT.sub(" ", rest) if seat else rest).strip().partition(" ")
    activity = SPOKEN.get(word.lower())
    if activity is None:
        raise Refused(_("时间后面先写做什么：{words}").format(words=_("、").join(offered())))
    place = " ".join(place.split())
    if not place and activity != "home":
        raise Refused(_("写上在哪里，如 {word} 同福酒家").format(word=word))
    return Told(begun, ended, activity, place[:60], row)


def _moment(on, hour, minute) -> datetime:
    """07:30; 24:00 is the end of the day."""
    hour, minute = int(hour), int(minute or 0)
    if hour > 24 or (hour == 24 and minute):
        raise Refused(_("没有 {time} 这个时间。").format(time=f"{hour}:{minute:02d}"))
    return datetime.combine(on, time(), SHANGHAI) + timedelta(hours=hour, minutes=minute)
