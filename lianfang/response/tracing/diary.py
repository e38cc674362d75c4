"""A day as it is told, one line a stay, typed fast: 0730-0800 乘车 12路 禾A1023 6排."""
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.workflow import Refused

from .vocabulary import LINE, OFFERED, SEAT, SPOKEN

MOST = 40


@dataclass(frozen=True, slots=True)
class Told:
    """One line: from when until when, what he did, where (""  where only the kind was said), in which row."""

    from_at: datetime
    until_at: datetime
    activity: str
    place: str = ""
    row: int | None = None


def read(text: str, on: date) -> list[Told]:
    """The stays of a day as typed; Refused with every line that cannot be read, by its number."""
    found, wrong = [], []
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST:
        raise Refused(_("一天最多写 {n} 行。").format(n=MOST))
    for n, line in lines:
        try:
            found.append(_told(line, on))
        except Refused as refused:
            wrong.append(_("第 {n} 行：{why}").format(n=n, why=refused))
    if wrong:
        raise Refused("\n".join(wrong))
    if not found:
        raise Refused(_("请先写行程，一行一处。"))
    return apart(found)


def apart(found) -> list[Told]:
    """In the order of the day; nobody is at two places at once."""
    found = sorted(found, key=lambda one: one.from_at)
    for before, after in pairwise(found):
        if after.from_at < before.until_at:
            says = _("{begun} 这一处和前一处的时间重了：前一处到 {ended}。")
            raise Refused(says.format(begun=f"{after.from_at:%H:%M}", ended=f"{before.until_at:%H:%M}"))
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
        raise Refused(_("时间后面先写做什么：{words}").format(words=_("、").join(OFFERED)))
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
