"""How dates, moments, counts and numbers are written on official paper (GB/T 9704, GB/T 15835); no thousands separators."""
from datetime import date, datetime

from lianfang.ground.days import SHANGHAI

DIGITS = "〇一二三四五六七八九"


def day_words(on: date) -> str:
    """2020年3月18日."""
    return f"{on.year}年{on.month}月{on.day}日"


def short_day_words(on: date) -> str:
    """3月18日, where the year stands nearby."""
    return f"{on.month}月{on.day}日"


def moment_words(at: datetime) -> str:
    """3月18日18时45分; a full hour has no minutes, and midnight is 24时 of the day that ends."""
    local = at.astimezone(SHANGHAI)
    if (local.hour, local.minute) == (0, 0):
        return f"{short_day_words(date.fromordinal(local.toordinal() - 1))}24时"
    return f"{short_day_words(local)}{local.hour}时" + (f"{local.minute}分" if local.minute else "")


def until_words(last_on: date) -> str:
    """2020年3月23日24时: the end of a measure whose last day is this one."""
    return f"{day_words(last_on)}24时"


def clock_words(at: datetime) -> str:
    """18:45, for tables and signatures."""
    return f"{at.astimezone(SHANGHAI):%H:%M}"


def stamp_words(at: datetime) -> str:
    """2020-03-18 18:45, for tables and footers."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"


def numeral(number: int) -> str:
    """一 to 九十九, for the headings of a document."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        raise ValueError("headings are counted from 1 to 99")
    lead = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return lead + (DIGITS[ones] if ones else "")


def change_words(now: int, before: int) -> str:
    """增 35, 减 26 or 持平."""
    return "持平" if now == before else f"{'增' if now > before else '减'} {abs(now - before)}"
