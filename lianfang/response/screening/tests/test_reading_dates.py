"""Days: every style offices use, with and without a year, and no to days that never were."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianfang.response.screening.reading import dates
from lianfang.response.screening.reading.dates import Dates, Impossible

from .reading_samples import ON

Day = datetime.date
FIRST, LAST = Day(2000, 1, 1), Day(2021, 2, 8)
DAYS = st.dates(FIRST, LAST)
WIDE = str.maketrans("0123456789./-", "０１２３４５６７８９．／－")

WITH_YEAR = {
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "points": lambda day: f"{day.year}.{day.month}.{day.day}",
    "compact": lambda day: day.strftime("%Y%m%d"),
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "chinese with blanks": lambda day: f" {day.year} 年 {day.month} 月 {day.day} 日",
    "hao": lambda day: f"{day.year}年{day.month}月{day.day}号",
    "american": lambda day: f"{day.month}/{day.day}/{day.year}",
    "full width": lambda day: f"{day.year}-{day.month:02}-{day.day:02}".translate(WIDE),
    "with time": lambda day: f"{day.isoformat()} 15:30",
    "with hour": lambda day: f"{day.year}年{day.month}月{day.day}日15时",
    "with words": lambda day: f"{day.year}.{day.month}.{day.day}晚上到家",
    "with weekday": lambda day: f"{day.year}/{day.month}/{day.day} 星期五",
    "day cell": lambda day: day,
    "moment cell": lambda day: datetime.datetime.combine(day, datetime.time(15, 30)),
    "serial": lambda day: float((day - Day(1899, 12, 30)).days),
    "serial with time": lambda day: (day - Day(1899, 12, 30)).days + 0.625,
    "serial as text": lambda day: str((day - Day(1899, 12, 30)).days),
    "compact number": lambda day: float(day.strftime("%Y%m%d")),
}
WITHOUT_YEAR = {
    "chinese": lambda day: f"{day.month}月{day.day}日",
    "chinese without day word": lambda day: f"{day.month}月{day.day}",
    "hao": lambda day: f"{day.month}月{day.day}号",
    "points": lambda day: f"{day.month}.{day.day}",
    "slashes": lambda day: f"{day.month}/{day.day}",
    "hyphens": lambda day: f"{day.month}-{day.day}",
    "four digits": lambda day: day.strftime("%m%d"),
    "with time": lambda day: f"{day.month}月{day.day}日下午",
}


def read(value, *, on: Day = ON, year: int | None = None) -> Day | None:
    return Dates(on, year, FIRST, on + datetime.timedelta(366)).read(value)


@pytest.mark.parametrize("style", WITH_YEAR)
@given(day=DAYS)
def test_styles_with_a_year(style: str, day: Day) -> None:
    assert read(WITH_YEAR[style](day)) == read(WITH_YEAR[style](day), year=1999) == day


@pytest.mark.parametrize("style", WITHOUT_YEAR)
@given(day=DAYS)
def test_styles_without_a_year_take_the_sheets_year(style: str, day: Day) -> None:
    assert read(WITHOUT_YEAR[style](day), year=day.year, on=day) == day


@pytest.mark.parametrize("style", WITHOUT_YEAR)
@given(day=DAYS)
def test_styles_without_any_year_mean_the_last_such_day(style: str, day: Day) -> None:
    found = read(WITHOUT_YEAR[style](day))
    assert found is not None and found <= ON and (found.month, found.day) == (day.month, day.day)
    assert (day.month, day.day) == (2, 29) or found > ON - datetime.timedelta(366)


def test_a_day_far_ahead_in_the_sheets_year_was_the_year_before() -> None:
    assert read("12月28日", year=2020) == Day(2019, 12, 28)
    assert read("2月20日", year=2020) == Day(2020, 2, 20)


@pytest.mark.parametrize(("text", "day"), [("20.1.31", Day(2020, 1, 31)), ("1/31/20", Day(2020, 1, 31)), ("20年1月31日", Day(2020, 1, 31))])
def test_short_years(text: str, day: Day) -> None:
    assert read(text) == day


@pytest.mark.parametrize(
    ("number", "day"), [(1.31, Day(2020, 1, 31)), (1.05, Day(2020, 1, 5)), (2.3, Day(2019, 2, 3)), (1.4, Day(2020, 1, 4))]
)
def test_month_and_day_typed_as_a_number(number: float, day: Day) -> None:
    assert read(number, year=day.year) == day


@pytest.mark.parametrize(
    "value",
    [
        "2020.2.31", "2020-02-30", "2月30日", "2.31", "2020-13-01", "13/31/2020", "31/1/2020", "2019年2月29日", "20200231", "0231",
        "31日", "2020年1月", "昨天", "正月初七", "1.20-1.25", "2020-01-31 2020-02-01", "未返乡", "1920-01-31", "2202-01-31",
        1.3, 1.1, 131.0, 0.5, -1, True, datetime.time(12, 0),
    ],
)  # fmt: skip
def test_impossible(value) -> None:
    with pytest.raises(Impossible):
        read(value, year=2020)


@pytest.mark.parametrize("value", ["", None, " ", "无", "/", "-", "不详", "\u3000"])
def test_nothing_stated(value) -> None:
    assert read(value) is None


@given(st.text(max_size=20) | st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_whatever_comes_in_a_day_in_range_or_nothing_comes_out(value) -> None:
    try:
        found = read(value)
    except Impossible:
        return
    assert found is None or FIRST <= found <= ON + datetime.timedelta(366)


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青禾县2020年返乡人员登记表", 2020),
        ("二〇二〇年二月返乡人员", 2020),
        ("填报日期：2020.2.6", 2020),
        ("2019-2020年度", 2020),
        ("返乡人员 2021", 2021),
        ("返乡人员登记表", None),
        ("电话 04382020123", None),
        ("和平村2015人返乡名单", None),
    ],
)
def test_the_year_in_a_title(title: str, year: int | None) -> None:
    assert dates.stated_year([title]) == year


def test_the_commonest_year_counts_cells_that_state_one() -> None:
    values = ["1月31日", "2019-12-30", Day(2020, 1, 20), "2020.1.21", 43861.0, "1.31", "bad", "", 1.31]
    assert dates.commonest_year(values, ON) == 2020
    assert dates.commonest_year(["1月31日", ""], ON) is None
