"""Every night it is planned who is to be tested: from the day before, once, and again at the interval where a test was let go."""
from datetime import timedelta

from lianfang.ground.days import day_start
from lianfang.ground.workflow.models import Turn
from lianfang.response.testing import actions
from lianfang.response.testing.models import DueTest, Member


def test_it_is_on_the_list_from_the_day_before_once(house):
    one = house.enrol("medical_staff")
    assert house.plan(house.later(hours=143)) == 0
    assert (house.plan(house.later(hours=144)), house.plan(house.later(hours=145))) == (1, 0)
    due = house.open(one)
    assert due.due_at == house.later(hours=168) and Turn.objects.filter(record=due.pk, closed_at=None).count() == 1


def test_what_is_let_go_comes_again_at_the_interval(house):
    one = house.enrol("medical_staff")
    house.plan(house.later(hours=150))
    actions.drop_test(due=house.open(one), why="away", by=house.cast.cadre, at=house.later(hours=170))
    assert house.again(one).due_at == house.later(hours=170 + 336) and house.plan(house.later(hours=180)) == 0
    assert house.plan(house.later(hours=170 + 330)) == 1


def test_overdue_and_in_time_are_persons_and_tests_are_tests(house):
    from lianfang.ground import indicators

    one, other = house.enrol(), house.enrol("medical_staff", "李树生", 1)
    house.note(one)
    house.note(one, taken=house.later(hours=2))
    house.plan(house.later(hours=167))
    codes = ("must_test", "tested_in_time", "test_overdue", "must_tests_today", "must_unfit_today")

    def figures(**time):
        return tuple(indicators.values(codes, "/", house.later(**time)).values())

    assert figures(hours=3) == (2, 1, 0, 2, 0)
    assert figures(hours=169) == (2, 1, 1, 0, 0) and house.open(other).due_at == house.later(hours=168)


def test_a_changed_table_moves_what_is_open(house):
    """From 2020-04-18 on another row holds of the same group: the hours are the same, the plan stays; who has no row any more is let go."""
    one = house.enrol("contact")
    assert house.open(one).due_at == house.later(hours=24)
    late = day_start(house.cast.on) + timedelta(days=1100)
    assert house.plan(late) == 0
    assert not DueTest.objects.filter(closed_at=None).exists() and Member.objects.get().due_at is None
