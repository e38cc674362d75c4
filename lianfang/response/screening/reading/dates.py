"""Reads days in the styles offices use, with and without a year, and says no to days that never were."""

import datetime
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

from lianfang.registers.people.typed.cells import BLANKS, ZERO_WIDTH, is_nothing

from .vocabulary import days

Day = datetime.date
EXCEL_EPOCH = Day(1899, 12, 30)
SERIALS = range(20_000, 80_000)  # 1954 to 2119
HALF_A_YEAR = datetime.timedelta(days=183)

_STRAY = str.maketrans({**dict.fromkeys(ZERO_WIDTH), **dict.fromkeys(BLANKS, " "), "。": ".", "—": "-", "–": "-"})


class Impossible(Exception):
    """No day can be meant by this."""


class Dates:
    """Reads the cells of one column; what one text means is worked out once."""

    def __init__(self, on: Day, year: int | None, earliest: Day, latest: Day) -> None:
        self.on, self.year, self.earliest, self.latest = on, year, earliest, latest
        self._known: dict[Any, Day | Impossible | None] = {}

    def read(self, value: Any) -> Day | None:
        """The day, None for an empty cell; raises Impossible."""
        try:
            found = self._known[value]
        except KeyError:
            found = self._known[value] = self._found(value)
        if isinstance(found, Impossible):
            raise found
        return found

    def _found(self, value: Any) -> Day | Impossible | None:
        if is_nothing(value):
            return None
        try:
            day = parse(value, self.on, self.year)
        except (ValueError, OverflowError):
            return Impossible()
        return day if self.earliest <= day <= self.latest else Impossible()


def parse(value: Any, on: Day, year: int | None) -> Day:
    """The day a cell means; ValueError when it means none."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, Day):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(value)
    return _of_text(value, on, year) if isinstance(value, str) else _of_number(value, on, year)


def stated_year(words: Iterable[str]) -> int | None:
    """The year that a title names: 2020年, 二〇二〇年, or 2020.2.6."""
    text = unicodedata.normalize("NFKC", " ".join(words)).translate(days.CHINESE_DIGITS)
    found = next((found for style in days.YEARS if (found := style.search(text))), None)
    return int(found[1]) if found else None


def commonest_year(values: Iterable[Any], on: Day) -> int | None:
    """The year most cells state, of those that state one."""
    years: Counter[int] = Counter()
    for value, times in Counter(values).items():
        try:
            if _states_year(value):
                years[parse(value, on, None).year] += times
        except (ValueError, OverflowError):
            continue
    return years.most_common(1)[0][0] if years else None


def _states_year(value: Any) -> bool:
    if isinstance(value, str):
        text = _tidy(value)
        return any(style.fullmatch(text) for style in days.WITH_YEAR)
    return not (isinstance(value, float) and value < 13)


def _tidy(value: str) -> str:
    text = unicodedata.normalize("NFKC", value.translate(_STRAY)).strip(" '\"")
    return days.LOOSE_END.sub("", days.LOOSE.sub(r"\1", text.replace(*days.FIRST_MONTH)))


def _of_text(value: str, on: Day, year: int | None) -> Day:
    text = _tidy(value)
    if found := days.FULL.fullmatch(text) or days.COMPACT.fullmatch(text):
        return Day(int(found[1]), int(found[2]), int(found[3]))
    if found := days.AMERICAN.fullmatch(text):
        return Day(int(found[3]), int(found[1]), int(found[2]))
    if found := days.SERIAL.fullmatch(text):
        return _of_serial(int(found[1]))
    if found := days.NO_YEAR.fullmatch(text) or days.NO_YEAR_COMPACT.fullmatch(text):
        return _without_year(int(found[1]), int(found[2]), on, year)
    return _of_short_year(text, on)


def _of_short_year(text: str, on: Day) -> Day:
    """20.1.31 and 1/31/20: of the readings that are days, the one nearer to the day of decision."""
    readings = []
    if found := days.SHORT.fullmatch(text) or days.SHORT_COMPACT.fullmatch(text):
        readings.append((int(found[1]), int(found[2]), int(found[3])))
    if found := days.SHORT_AMERICAN.fullmatch(text):
        readings.append((int(found[3]), int(found[1]), int(found[2])))
    possible = []
    for short, month, day in readings:
        try:
            possible.append(Day(2000 + short if 2000 + short <= on.year + 1 else 1900 + short, month, day))
        except ValueError:
            continue
    if not possible:
        raise ValueError(text)
    return min(possible, key=lambda day: abs(day - on))


def _of_number(value: float, on: Day, year: int | None) -> Day:
    if int(value) in SERIALS:
        return _of_serial(int(value))
    if 1 < value < 13:
        return _of_decimal(str(value), on, year)
    digits = str(int(value))
    if value != int(value) or len(digits) != 8:
        raise ValueError(value)
    return _of_text(digits, on, year)


def _of_decimal(shown: str, on: Day, year: int | None) -> Day:
    """1.31 typed as a number; 1.3 could have been 1.30, so it is only taken where that is no day (2.3)."""
    month, _point, day = shown.partition(".")
    found = _without_year(int(month), int(day), on, year)
    if len(day) == 1:
        try:
            _without_year(int(month), int(day) * 10, on, year)
        except ValueError:
            return found
        raise ValueError(shown)
    return found


def _of_serial(number: int) -> Day:
    if number not in SERIALS:
        raise ValueError(number)
    return EXCEL_EPOCH + datetime.timedelta(days=number)


def _without_year(month: int, day: int, on: Day, year: int | None) -> Day:
    """In the sheet's year (or the one before, if that lies far ahead); else the last such day up to the day of decision."""
    if year is not None:
        found = Day(year, month, day)
        return found if found - on <= HALF_A_YEAR else Day(year - 1, month, day)
    Day(2020, month, day)  # a leap year: what is no day here never is
    for back in range(9):
        try:
            found = Day(on.year - back, month, day)
        except ValueError:
            continue
        if found <= on:
            return found
    raise ValueError(f"{month}-{day}")
