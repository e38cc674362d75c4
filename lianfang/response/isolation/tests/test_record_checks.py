"""Checks: planned ahead, recorded at the door, alarming by the fever table, raised when missed."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import Reading, dismiss, plan_checks, record_checks, refer
from lianfang.response.isolation.models import Alarm, Check, Need

NEXT = date(2020, 3, 11)


@pytest.fixture
def check(order, cast):
    plan_checks(on=NEXT, by=cast.officer, at=moment(date(2020, 3, 10), "18:00"))
    return Check.objects.get(order=order, on=NEXT, half="am")


def test_a_days_checks_are_planned_once(check, cast):
    assert plan_checks(on=NEXT, by=cast.officer, at=moment(NEXT, "00:05")) == 0
    assert Check.objects.filter(on=NEXT).count() == 2


def test_a_normal_reading_closes_the_turn_and_alarms_nobody(check, cast):
    record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=moment(NEXT, "08:00"))
    assert (check.state, check.is_alarming, Alarm.objects.count()) == ("done", False, 0)
    assert Turn.objects.get(record=check.pk).closed_by == cast.grid.pk


@pytest.mark.parametrize(("temperature", "symptoms"), [(37.3, []), (36.5, ["cough"]), (36.5, ["dry_throat"]), (36.5, ["fever"])])
def test_fever_or_any_of_the_three_symptoms_alarms_within_the_hour(check, cast, temperature, symptoms):
    at = moment(NEXT, "08:00")
    record_checks(readings=[Reading(check, temperature, symptoms)], by=cast.grid, at=at)
    alarm = Alarm.objects.get()
    assert Turn.objects.get(record=alarm.pk).due - at == timedelta(hours=1)


def test_a_slip_of_the_finger_is_measured_again(check, cast):
    with pytest.raises(Refused, match=r"26\.5"):
        record_checks(readings=[Reading(check, 26.5)], by=cast.grid, at=moment(NEXT, "08:00"))
    check.refresh_from_db()
    assert check.state == "due"


def test_a_check_is_recorded_once(check, cast):
    record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=moment(NEXT, "08:00"))
    with pytest.raises(Refused):
        record_checks(readings=[Reading(check, 36.6)], by=cast.grid, at=moment(NEXT, "08:01"))


@pytest.mark.parametrize(("half", "early", "opens"), [("am", "05:59", "06:00"), ("pm", "15:59", "16:00")])
def test_a_check_is_filled_only_once_it_has_opened(check, cast, half, early, opens):
    one = Check.objects.get(on=NEXT, half=half)
    with pytest.raises(Refused, match=f"3月11日 {opens}"):
        record_checks(readings=[Reading(one, 36.5)], by=cast.grid, at=moment(NEXT, early))
    one.refresh_from_db()
    assert (one.state, one.temperature) == ("due", None)
    record_checks(readings=[Reading(one, 36.5)], by=cast.grid, at=moment(NEXT, opens))
    assert one.state == "done"


def test_tomorrows_check_is_not_filled_the_evening_before(check, cast):
    with pytest.raises(Refused):
        record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=moment(cast.on, "18:01"))


def test_a_need_at_the_door_is_caused_by_its_check_and_is_the_minders_turn(check, cast):
    record_checks(readings=[Reading(check, 36.5, need="medicine", wish="降压药 2 盒")], by=cast.grid, at=moment(NEXT, "08:00"))
    need = Need.objects.get()
    assert (need.kind, need.wish.open(), need.order_id, need.because) == ("medicine", "降压药 2 盒", check.order_id,
                                                                         Line.objects.get(verb="isolation.record_check").pk)
    assert Turn.objects.get(record=need.pk).account == cast.grid


def test_a_need_of_somebody_not_measured_leaves_the_check_open(check, cast):
    done = record_checks(readings=[Reading(check, None, need="food", wish="白菜")], by=cast.grid, at=moment(NEXT, "08:00"))
    check.refresh_from_db()
    assert (done, check.state, Need.objects.count()) == ([], "due", 1)


def test_when_a_need_fails_nothing_is_recorded(check, cast, monkeypatch):
    monkeypatch.setattr("lianfang.response.isolation.actions.checks.ask_all", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        record_checks(readings=[Reading(check, 36.5, need="food", wish="白菜")], by=cast.grid, at=moment(NEXT, "08:00"))
    assert (Check.objects.get(pk=check.pk).state, Turn.objects.get(record=check.pk).closed_at) == ("due", None)


def test_a_missed_check_goes_to_the_township_next_morning_and_then_to_the_county(check, cast):
    system = named(SYSTEM)
    evening = Check.objects.get(on=NEXT, half="pm")
    escalate(at=moment(NEXT, "23:59"), by=system)
    assert Turn.objects.filter(record=evening.pk).count() == 1
    escalate(at=moment(date(2020, 3, 12), "10:00"), by=system)
    raised = Turn.objects.get(record=evening.pk, closed_at=None)
    assert (raised.role, raised.owner_unit, raised.due) == ("township_cadre", cast.units["禾阳街道"], evening.due)
    escalate(at=moment(date(2020, 3, 13), "10:00"), by=system)
    assert Turn.objects.get(record=evening.pk, closed_at=None).role == "duty_officer"


def test_a_referral_ends_the_order_in_hospital(check, cast, order):
    record_checks(readings=[Reading(check, 38.4, ["cough"])], by=cast.grid, at=moment(NEXT, "08:00"))
    refer(alarm=Alarm.objects.get(), answer="县医院发热门诊", by=cast.township, at=moment(NEXT, "08:30"))
    order.refresh_from_db()
    assert (order.state, Check.objects.get(on=NEXT, half="pm").state) == ("in_hospital", "lapsed")


def test_an_alarm_is_ruled_out_only_with_a_reason(check, cast):
    record_checks(readings=[Reading(check, 37.4)], by=cast.grid, at=moment(NEXT, "08:00"))
    with pytest.raises(Refused):
        dismiss(alarm=Alarm.objects.get(), answer=" ", by=cast.township, at=moment(NEXT, "08:30"))


def test_a_referral_answers_every_alarm_of_the_order(check, cast):
    evening = Check.objects.get(on=NEXT, half="pm")
    for one, hour in ((check, "08:00"), (evening, "18:00")):
        record_checks(readings=[Reading(one, 38.4)], by=cast.grid, at=moment(NEXT, hour))
    refer(alarm=Alarm.objects.order_by("raised_at").first(), answer="县医院发热门诊", by=cast.township, at=moment(NEXT, "18:30"))
    assert set(Alarm.objects.values_list("state", flat=True)) == {"referred"}
    assert not Turn.objects.filter(flow="alarm", closed_at=None).exists()
