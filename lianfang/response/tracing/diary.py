"""A day as it is told, one line a stay, typed fast: 0730-0800 乘车 12路 禾A1023 6排."""
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from lianfang.ground.days import SHANGHAI
from lianfang.ground.workflow import Refused

SPOKEN = {"在家": "home", "家": "home", "回家": "home", "上班": "work", "单位": "work", "上课": "work", "学校": "work", "干活": "work",
          "吃饭": "meal", "聚餐": "meal", "早饭": "meal", "午饭": "meal", "晚饭": "meal", "娱乐": "fun", "打牌": "fun", "唱歌": "fun",
          "串门": "visit", "做客": "visit", "探视": "visit", "走亲戚": "visit", "看病": "medical", "就诊": "medical", "乘车": "transport",
          "坐车": "transport", "公交": "transport", "火车": "transport", "打车": "transport", "购物": "shop", "买菜": "shop", "买东西": "shop",
          "办事": "shop", "户外": "outdoor", "散步": "outdoor", "其他": "other"}
OFFERED = ("在家", "上班", "上课", "吃饭", "娱乐", "串门", "看病", "乘车", "购物", "户外", "其他")
CLOCK = r"(\d{1,2})[:：点.]?([0-5]\d)?分?"
LINE = re.compile(rf"{CLOCK}\s*(?:-|–|—|~|～|至|到)\s*(次日)?{CLOCK}(?!\d)[\s，,、]*(.*)")
SEAT = re.compile(r"(?:^|\s)第?(\d{1,3})排(?=\s|$)")
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
    for before, after in zip(found, found[1:], strict=False):
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
    activity = SPOKEN.get(word)
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
