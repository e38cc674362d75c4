"""Rows of three lists are put together by number first; a rule never joins two different numbers."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.three_lists import told
from lianfang.response.doorstep.matching import Row, matched
from lianfang.response.doorstep.matching.matcher import near

N1, N2 = "220722199001010010", "430102198505050055"


def groups(*rows):
    return sorted(sorted(group) for group in matched(list(rows)))


@pytest.mark.parametrize(("a", "b"), [
    (Row(0, 1, "周明远", N1), Row(1, 9, "周明选", N1)),  # one number, whatever the name and the door
    (Row(0, 1, "周明远", N1), Row(2, 1, "周明远")),  # no number, one door
    (Row(0, 1, "周明远", N1), Row(1, 2, "周明远", N1[:9] + "3" + N1[10:])),  # a digit of the birth mistyped
    (Row(0, 1, "周明远", N1), Row(1, 2, "周明远", N1[:15] + "1" + N1[16:])),  # another digit mistyped
    (Row(0, 1, "包·乌云", N1), Row(2, 1, "包乌云")),  # dots
    (Row(0, 1, "周明远", N1), Row(2, 1, "周明选", "", "19900101")),  # a sign of the name, one door and birth
])
def test_one_person(a, b):
    assert groups(a, b) == [[0, 1]]


@pytest.mark.parametrize(("a", "b"), [
    (Row(0, 1, "周明远", N1), Row(2, 1, "周明远", N2)),  # one name at one door, two numbers
    (Row(0, 1, "周明远", N1), Row(1, 2, "周明远")),  # a name alone
    (Row(0, 1, "周明远"), Row(0, 1, "吕春")),
])
def test_two_people(a, b):
    assert groups(a, b) == [[0], [1]]


def test_two_of_one_name_and_birth_are_not_guessed():
    twins = Row(0, 1, "王强", N1), Row(0, 2, "王强", "999999199001019999"), Row(1, 3, "王强", "", "19900101")
    assert [2] in groups(*twins)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.sampled_from(["甲", "乙", "丙"]), st.sampled_from(["", N1, N2])),
                max_size=12))
def test_each_row_is_in_one_group_and_no_group_goes_by_two_numbers(told):
    rows = [Row(*one) for one in told]
    found = matched(rows)
    assert sorted(at for group in found for at in group) == list(range(len(rows)))
    assert all(near(rows[a].number, rows[b].number) for group in found for a in group for b in group)


def test_typing_slips_are_seen_through():
    """The target of the benchmark, on a tenth of its rows."""
    found = told(20_000)
    assert found["precision"] >= 0.995 and found["recall"] >= 0.985
