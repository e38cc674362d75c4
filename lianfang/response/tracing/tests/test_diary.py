"""A day's diary, one line a stay: every usual way to write a time is read, and what cannot be read is named by its line."""
from datetime import date

import pytest
from django.utils import translation

from lianfang.ground.days import SHANGHAI
from lianfang.ground.workflow import Refused
from lianfang.response.tracing import diary

ON = date(2020, 3, 8)


def times(text):
    return [tuple(f"{moment.astimezone(SHANGHAI):%d %H:%M}" for moment in (one.from_at, one.until_at)) for one in diary.read(text, ON)]


@pytest.mark.parametrize("typed", ["0730-0800 乘车 12路", "7:30-8:00 乘车 12路", "7：30—8：00 乘车 12路", "730至800 乘车 12路",
                                   "7点30到8点 乘车 12路", "7:30～8 乘车 12路", "07:30 - 08:00，乘车 12路"])
def test_times_as_people_write_them(typed):
    assert times(typed) == [("08 07:30", "08 08:00")]


def test_to_midnight_and_over_it():
    assert times("1830-2400 在家") == [("08 18:30", "09 00:00")]
    assert times("22:00-次日6:00 在家") == times("2200-0600 在家") == [("08 22:00", "09 06:00")]


def test_what_where_and_which_row():
    [one] = diary.read("0730-0800 公交 12路 禾A1023 第6排", ON)
    assert (one.activity, one.place, one.row) == ("transport", "12路 禾A1023", 6)
    [home] = diary.read("1830-2400 在家", ON)
    assert (home.activity, home.place) == ("home", "")


def test_the_lines_stand_in_the_order_of_the_day_and_blank_ones_say_nothing():
    assert times("1200-1300 吃饭 同福酒家\n\n0800-1200 上班 供销社\n") == [("08 08:00", "08 12:00"), ("08 12:00", "08 13:00")]


def test_a_line_begins_another_day_or_several_alike():
    assert times("0800-0900 在家\n9日\n1000-1100 在家\n3月11日到12号：\n1200-1300 在家") == [
        ("08 08:00", "08 09:00"), ("09 10:00", "09 11:00"), ("11 12:00", "11 13:00"), ("12 12:00", "12 13:00")]
    assert {one.from_at.astimezone(SHANGHAI).date() for one in diary.read("12月30日-1日\n0800-0900 在家", date(2021, 1, 2))} == {
        date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1)}


def test_a_day_written_out_is_read_back_as_it_was():
    told = diary.read("0730-0800 乘车 12路 禾A1023 6排\n1830-2400 在家", ON)
    assert diary.written(told) == "0730-0800 乘车 12路 禾A1023 6排\n1830-2400 在家"
    with translation.override("en"):
        assert diary.read(diary.written(told), ON) == told


@pytest.mark.parametrize(("typed", "why"), [
    ("2月30日\n0800-0900 在家", "第 1 行：没有这一天"), ("9日到7日\n0800-0900 在家", "第 1 行：日子的先后不对"),
    ("乘车 12路", "第 1 行：先写几点到几点"), ("0730-0800 飞 12路", "第 1 行：时间后面先写做什么"),
    ("0730-0800 吃饭", "第 1 行：写上在哪里"), ("0730-0730 在家", "第 1 行：结束要晚于开始"), ("0730-2430 在家", "没有 24:30"),
    ("0800-0900 在家\n2561 上班 甲厂", "第 2 行"), ("", "请先写行程"), ("0800-1000 在家\n0930-1100 上班 甲厂", "时间重了")])
def test_what_cannot_be_read_is_named_by_its_line(typed, why):
    with pytest.raises(Refused, match=why):
        diary.read(typed, ON)


def test_all_wrong_lines_are_named_at_once():
    with pytest.raises(Refused) as refused:
        diary.read("甲\n0800-0900 在家\n乙", ON)
    assert "第 1 行" in str(refused.value) and "第 3 行" in str(refused.value) and "第 2 行" not in str(refused.value)


def test_a_day_has_no_more_lines_than_one_can_read():
    with pytest.raises(Refused, match="最多"):
        diary.read("0800-0801 在家\n" * (diary.MOST + 1), ON)
