"""Dates, moments and numbers as official paper writes them."""
from datetime import UTC, date, datetime

import pytest

from lianfang.ground.days import moment
from lianfang.ground.documents import wording

EIGHTEENTH = date(2020, 3, 18)


def test_days():
    assert wording.day_words(EIGHTEENTH) == "2020年3月18日"
    assert wording.short_day_words(EIGHTEENTH) == "3月18日"
    assert wording.until_words(date(2020, 3, 23)) == "2020年3月23日24时"


@pytest.mark.parametrize(("clock", "words"), [
    ("18:45", "3月18日18时45分"), ("19:00", "3月18日19时"), ("00:05", "3月18日0时5分"), ("24:00", "3月18日24时"),
])
def test_moments(clock, words):
    assert wording.moment_words(moment(EIGHTEENTH, clock)) == words


def test_midnight_belongs_to_the_day_that_ends_even_at_new_year():
    assert wording.moment_words(moment(date(2020, 1, 1), "00:00")) == "12月31日24时"


def test_moments_are_told_in_local_time():
    at = datetime(2020, 3, 18, 10, 45, tzinfo=UTC)
    assert (wording.moment_words(at), wording.clock_words(at), wording.stamp_words(at)) == ("3月18日18时45分", "18:45", "2020-03-18 18:45")


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")])
def test_headings_are_counted_in_chinese(number, words):
    assert wording.numeral(number) == words


@pytest.mark.parametrize("number", [0, 100, -1])
def test_headings_have_an_end(number):
    with pytest.raises(ValueError):
        wording.numeral(number)


@pytest.mark.parametrize(("now", "before", "words"), [(1206, 1232, "减 26"), (37, 2, "增 35"), (5, 5, "持平"), (123456, 0, "增 123456")])
def test_changes_are_told_in_words(now, before, words):
    assert wording.change_words(now, before) == words
