"""Planning: a day once, a day whose morning is over with its morning missed, and the days of a stopped server."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import plan_checks
from lianfang.response.isolation.models import Check, Order

FIRST = date(2020, 3, 10)  # the day of decision; the server stops in its evening, after tomorrow was planned
LAST, BACK = date(2020, 3, 11), date(2020, 3, 14)


@pytest.fixture
def stopped(order, cast):
    """Planned up to the 11th; nothing ran until the 14th."""
    plan_checks(on=LAST, by=cast.officer, at=moment(FIRST, "18:00"))
    return order


def days(order):
    return list(Check.objects.filter(order=order, on__gt=FIRST).order_by("on", "half").values_list("on", "half"))


def both(*ons):
    return [(on, half) for on in ons for half in ("am", "pm")]


def test_the_days_of_a_stopped_server_are_planned_when_it_is_back(stopped, cast):
    assert plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:00")) == 6
    assert days(stopped) == both(LAST, date(2020, 3, 12), date(2020, 3, 13), BACK)


def test_they_are_planned_once(stopped, cast):
    plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:00"))
    assert plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:01")) == 0
    assert plan_checks(on=BACK + timedelta(days=1), by=cast.officer, at=moment(BACK, "18:00")) == 2


def test_they_are_missed_and_go_to_the_township(stopped, cast):
    plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:00"))
    escalate(at=moment(BACK, "09:01"), by=named(SYSTEM))
    gone = Check.objects.filter(on=date(2020, 3, 12))
    raised = Turn.objects.filter(record__in=gone.values("pk"), closed_at=None)
    assert {turn.role for turn in raised} == {"township_cadre"}
    assert all(turn.due < moment(BACK, "09:00") for turn in raised)


def test_a_planning_killed_in_a_missed_day_goes_on_there(stopped, cast, monkeypatch):
    monkeypatch.setattr("lianfang.response.isolation.actions.planning.CHUNK", 1)
    other = _beside(stopped, cast)
    plan_checks(on=date(2020, 3, 12), by=cast.officer, at=moment(date(2020, 3, 12), "09:00"))
    Check.objects.filter(order=other, on=date(2020, 3, 12)).delete()  # its chunk was not done yet
    plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:00"))
    assert days(other) == days(stopped)


def test_an_order_that_came_after_those_days_missed_nothing(cast, find):
    find(at=moment(BACK, "11:00"))
    plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "12:00"))
    assert list(Check.objects.values_list("on", "half")) == [(BACK, "pm")]


def test_an_order_over_in_those_days_has_no_checks_after_its_last(stopped, cast):
    Order.objects.filter(pk=stopped.pk).update(until_on=date(2020, 3, 13))
    plan_checks(on=BACK, by=cast.officer, at=moment(BACK, "09:00"))
    assert days(stopped) == both(LAST, date(2020, 3, 12))


def _beside(order, cast):
    """Another order like this one."""
    [person] = people.add_people(people=[draft_person(unit_id=order.unit_id, name="周小雨", at=cast.at)], by=cast.officer, at=cast.at)
    other = Order.objects.get(pk=order.pk)
    other.pk, other.person_id, other.serial = uuid7(), person.pk, order.serial + 1
    other.save(force_insert=True)
    return other
