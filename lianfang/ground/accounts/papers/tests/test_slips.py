"""Sign-in slips: ten a page, a unit a page of its own, readable by camera and by eye, thousands in little time."""
from datetime import date

import pytest

from lianfang.ground.accounts.papers import Slip, SlipSheet
from lianfang.ground.accounts.papers.slips import SHEET
from lianfang.ground.days import moment
from tests.reading import pages, printed_marks, text

NAMES = ("岳小满", "乌日娜·苏日娜·其其格·斯琴高娃", "𬭎㛃", "#panic() {{ 7*7 }}")


def sheet(count, a_unit=27, **more):
    """A sheet of so many slips, so many a unit."""
    return SlipSheet(county="青禾县联防", site="http://lianfang.example", printed_on=date(2020, 3, 18), slips=tuple(
        Slip(
            name=NAMES[number % len(NAMES)], login=f"qh{number:05d}", unit=f"丰禾社区第{number // a_unit + 1}网格", role="网格员",
            code=f"K7Q2-9F3M-{number:04d}", link=f"http://lianfang.example/s/K7Q29F3M{number:05d}",
            valid_until=moment(date(2020, 3, 21), "24:00"),
        ) for number in range(count)
    ), **more)


def test_a_slip_says_who_where_what_code_and_until_when():
    paper = text(sheet(4).pdf())
    for words in ("岳小满", "账号qh00000", "一次码K7Q2-9F3M-0000", "网格员", "丰禾社区第1网格", "3月21日24时前有效，只能用一次", "http://lianfang.example"):
        assert words in paper
    for name in NAMES:
        assert "".join(name.split()) in paper


def test_a_new_unit_begins_a_new_page():
    found = pages(sheet(24, a_unit=12).pdf())
    assert len(found) == 4
    assert "丰禾社区第1网格共12张，第2页/2页" in found[1] and "丰禾社区第2网格共12张，第1页/2页" in found[2]
    assert [page.count("账号") for page in found] == [10, 2, 10, 2]


def test_every_mark_on_a_page_is_read_by_a_phone():
    printed = sheet(10)
    assert sorted(printed_marks(SHEET, printed.words())) == [slip.link for slip in printed.slips]


@pytest.mark.parametrize("count", [0, 1, 499, 1000])
def test_parts_keep_every_slip_in_order_and_units_whole(count):
    parts = list(sheet(count).parts(most=100))
    assert [slip for part in parts for slip in part.slips] == list(sheet(count).slips)
    assert all(len(part.slips) <= 100 for part in parts)
    units = [{slip.unit for slip in part.slips} for part in parts]
    assert sum(map(len, units)) == len(set().union(*units))


def test_a_unit_too_large_for_a_part_is_a_part_of_its_own():
    assert [len(part.slips) for part in sheet(50, a_unit=25).parts(most=10)] == [25, 25]


def test_demo_slips_say_so():
    assert "演练数据" in text(sheet(1, is_drill=True).pdf())
