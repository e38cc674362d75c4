"""A release names what made it possible: the latest of it as its cause, the rest by id; tests count for the person, whatever the order."""

from datetime import date, timedelta

import pytest

from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.response.isolation.actions import Reading, Sampled, dismiss, record_checks, record_results, redecide, release, serve, standing
from lianfang.response.isolation.models import Alarm, Check, Order

LAST = date(2020, 3, 24)
EVENING = moment(LAST, "17:00")


def lines_of(*records):
    return {line.record: line.id for line in Line.objects.filter(record__in=[r.pk for r in records]).order_by("at", "id")}


def sampled(order, cast, day, outcome="negative"):
    on = date(2020, 3, day)
    [kept] = record_results(results=[Sampled(order, on, outcome, f"第{day}号")], by=cast.grid, at=moment(on, "18:00"))
    return kept


@pytest.fixture
def measured(order, cast):
    serve(orders=[order], by=cast.grid, at=cast.at)
    check = Check.objects.get(order=order, half="am")
    record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=cast.at)
    return check


def test_the_latest_of_what_made_it_possible_is_its_cause(measured, order, cast):
    first, second = sampled(order, cast, 17), sampled(order, cast, 23)
    [told] = release(orders=[order], by=cast.cadre, at=EVENING)
    found = lines_of(first, second, measured)
    assert told.because == found[second.pk]
    assert told.data == {"with": [str(found[measured.pk]), str(found[first.pk])]}


def test_an_alarm_ruled_out_last_is_what_it_waited_for(measured, order, cast):
    doubtful, settled, last = sampled(order, cast, 20, "unclear"), sampled(order, cast, 21), sampled(order, cast, 23)
    alarm = Alarm.objects.get()
    [dismissed] = dismiss(alarm=alarm, answer="复测阴性", by=cast.township, at=EVENING - timedelta(hours=1))
    [told] = release(orders=[order], by=cast.cadre, at=EVENING)
    found = lines_of(doubtful, settled, last, measured)
    assert told.because == dismissed.id
    assert told.data == {"with": [str(found[one.pk]) for one in (measured, settled, last)]}


def test_of_two_orders_each_names_its_own(measured, order, cast, find, someone_else):
    find(someone=someone_else, origin_risk="high", special="pregnant")
    other = Order.objects.exclude(pk=order.pk).get()
    serve(orders=[other], by=cast.grid, at=cast.at)
    record_checks(readings=[Reading(Check.objects.get(order=other, half="am"), 36.6)], by=cast.grid, at=cast.at)
    for one in (order, other):
        sampled(one, cast, 17)
    last = {one.pk: sampled(one, cast, 23) for one in (order, other)}
    told = release(orders=[order, other], by=cast.cadre, at=EVENING)
    found = lines_of(*last.values())
    assert [line.because for line in told] == [found[last[order.pk].pk], found[last[other.pk].pk]]


def test_a_positive_test_under_the_order_before_stands_in_the_way_of_its_follower(measured, order, cast):
    sampled(order, cast, 12, "positive")
    redecide(order=order, facts={"origin_risk": "high"}, by=cast.cadre, at=moment(date(2020, 3, 13), "09:00"), evidence="车票")
    assert "有阳性或待复测的结果：等复测或转诊，不能解除" in standing(Order.objects.get(closed_at=None), EVENING)
