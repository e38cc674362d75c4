"""Release: on its day, when the conditions of the row hold, with what stands in the way said in words."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import through
from lianfang.ground.days import moment
from lianfang.ground.units.fields import Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import (
    Reading,
    Sampled,
    dismiss,
    plan_checks,
    record_checks,
    record_results,
    release,
    serve,
    standing,
)
from lianfang.response.isolation.models import Alarm, Check, Order
from lianfang.response.isolation.papers.filled import release_notice

LAST = date(2020, 3, 24)
EVENING = moment(LAST, "17:00")


@pytest.fixture
def served(order, cast):
    serve(orders=[order], by=cast.grid, at=cast.at)
    return order


@pytest.fixture
def tested(served, cast):
    for day in (17, 23):
        record_results(
            results=[Sampled(served, date(2020, 3, day), "negative", "县医院检验科 第88号")],
            by=cast.grid,
            at=moment(date(2020, 3, day), "18:00"),
        )
    return served


def measure(order, cast, on, temperature=36.5, symptoms=()):
    plan_checks(on=on, by=cast.officer, at=moment(on, "00:05"))
    record_checks(
        readings=[Reading(Check.objects.get(order=order, on=on, half="am"), temperature, list(symptoms))],
        by=cast.grid,
        at=moment(on, "08:00"),
    )


def test_the_turn_falls_due_on_the_last_day(served):
    turn = Turn.objects.get(record=served.pk, closed_at=None)
    assert (turn.state, turn.due) == ("running", moment(LAST, "18:00"))


def test_it_is_released_on_its_day_when_all_conditions_hold(tested, cast):
    measure(tested, cast, LAST)
    assert standing(tested, EVENING) == []
    release(orders=[tested], by=cast.cadre, at=EVENING)
    tested.refresh_from_db()
    assert (tested.state, tested.closed_at) == ("released", EVENING)
    assert not Turn.objects.filter(subject=tested.person_id, closed_at=None).exists()


def test_what_stands_in_the_way_is_said(served, cast):
    missing = standing(served, EVENING - timedelta(days=1))
    assert len(missing) == 3 and "2020-03-24" in missing[0] and "2" in missing[1]
    assert "03-24 08:00 起可以办" in missing[0] and "03-17" in missing[1] and "先登记一次" in missing[2]
    with pytest.raises(Refused, match="期限到 2020-03-24"):
        release(orders=[served], by=cast.cadre, at=EVENING - timedelta(days=1))
    served.refresh_from_db()
    assert served.state == "running"


@pytest.mark.parametrize(("temperature", "held", "missing"), [(36.5, 3, ()), (37.8, 2, ("最近一次检查有症状", "还有告警没有处置"))])
def test_its_page_says_which_conditions_hold(tested, cast, client, temperature, held, missing):
    measure(tested, cast, LAST, temperature)
    client.force_login(cast.cadre)
    with time_machine.travel(EVENING, tick=False):
        page = client.get(reverse("isolation:release", args=[tested.pk])).content.decode()
    assert ("还不能办" in page) == bool(missing) and ('<button class="button fill ">解除</button>' in page) != bool(missing)
    assert page.count("已满足") == held and all(said in page for said in ("期满", "检测阴性", "无症状", *missing))


def test_an_open_alarm_stands_in_the_way(tested, cast):
    measure(tested, cast, LAST, temperature=37.6)
    assert any("告警" in text for text in standing(tested, EVENING))


def test_unfilled_checks_lapse(tested, cast):
    measure(tested, cast, LAST)
    release(orders=[tested], by=cast.cadre, at=EVENING)
    assert Check.objects.get(order=tested, on=LAST, half="pm").state == "lapsed"


def test_the_next_stage_follows_where_the_row_names_one(cast, find):
    find(on=date(2021, 8, 10), at=moment(date(2021, 8, 10), "09:00"), origin_risk="high", arrival_on=date(2021, 8, 10))
    first = Order.objects.get()
    serve(orders=[first], by=cast.grid, at=first.issued_at)
    for day in (11, 14, 17, 24):
        record_results(
            results=[Sampled(first, date(2021, 8, day), "negative", "第1号")], by=cast.grid, at=moment(date(2021, 8, day), "20:00")
        )
    measure(first, cast, first.last_on)
    release(orders=[first], by=cast.cadre, at=moment(first.last_on, "18:00"))
    later = Order.objects.get(closed_at=None)
    assert (first.measure, later.measure, later.days, later.test_days) == ("central_quarantine", "home_monitoring", 7, [2, 7])


def test_two_samples_of_the_first_day_do_not_stand_for_the_seventh_and_the_thirteenth(served, cast):
    measure(served, cast, LAST)
    record_results(results=[Sampled(served, cast.on, "negative", "第1号"), Sampled(served, cast.on, "negative", "第2号")],
                   by=cast.grid, at=cast.at)
    [missing] = standing(served, EVENING)
    assert "2" in missing and "第7天 03-17、第13天 03-23" in missing


def test_a_missed_test_is_made_up_later(served, cast):
    measure(served, cast, LAST)
    twice = [Sampled(served, date(2020, 3, day), "negative", f"第{day}号") for day in (23, 24)]
    record_results(results=twice, by=cast.grid, at=EVENING)
    assert standing(served, EVENING) == []


@pytest.mark.parametrize(("outcome", "stands"), [("unclear", []), ("positive", ["有阳性或待复测的结果：等复测或转诊，不能解除"])])
def test_a_doubtful_result_is_settled_by_the_next_sample_a_positive_one_is_not(tested, cast, outcome, stands):
    measure(tested, cast, LAST)
    for taken_on, found in ((date(2020, 3, 20), outcome), (date(2020, 3, 21), "negative")):
        record_results(results=[Sampled(tested, taken_on, found, "复测")], by=cast.grid, at=EVENING)
    dismiss(alarm=Alarm.objects.get(), answer="复测阴性", by=cast.township, at=EVENING)
    assert standing(tested, EVENING) == stands


def test_the_notice_names_the_negative_samples_only(tested, cast):
    measure(tested, cast, LAST)
    for taken_on, found in ((date(2020, 3, 20), "unclear"), (date(2020, 3, 21), "negative")):
        record_results(results=[Sampled(tested, taken_on, found, "复测")], by=cast.grid, at=EVENING)
    dismiss(alarm=Alarm.objects.get(), answer="复测阴性", by=cast.township, at=EVENING)
    release(orders=[tested], by=cast.cadre, at=EVENING)
    with through(Reach(cast.units["梨花沟村"].path)):
        said = [found for found in release_notice(tested, False).findings if "核酸" in found]
    assert said == [f"3月{day}日核酸检测阴性" for day in (17, 21, 23)]
