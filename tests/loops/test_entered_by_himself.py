"""What the person enters himself goes the way it goes at his door, marked as his own; what the minder wrote is not overwritten."""
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from lianfang.entry.portal.tests.test_door import bound, inside, words
from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import Reading, plan_checks, read_again, record_checks
from lianfang.response.isolation.models import Alarm, Check, Need, Order, SecondReading
from lianfang.response.isolation.queries import own_check

DAY = timedelta(days=1)


@pytest.fixture
def order(cast):
    order = bound(cast, "周建明", "220722198901011238", "502")
    with everything():
        plan_checks(on=cast.on + DAY, by=cast.officer, at=moment(cast.on, "18:00"))
    return order


@pytest.fixture(autouse=True)
def _morning(cast):
    with time_machine.travel(moment(cast.on + DAY, "08:00"), tick=False), everything():
        yield


@pytest.fixture
def check(order, cast):
    return Check.objects.get(order=order, on=cast.on + DAY, half="am")


def tell(client, check, temperature="36.5", **more):
    return client.post(reverse("portal:check", args=[check.pk]), {"temperature": temperature, **more})


def test_his_own_reading_closes_the_check_and_says_who_told_it(order, check):
    client = inside(order)
    assert "今天的检查" in words(client.get(reverse("portal:own")))
    answer = tell(client, check)
    assert answer["Location"] == reverse("portal:own") + "?done=check"
    check.refresh_from_db()
    assert (check.state, check.temperature, check.is_own) == ("done", 36.5, True)
    assert Line.objects.get(verb="isolation.record_check").by == named(PORTAL).pk
    assert Turn.objects.get(record=check.pk).closed_by == named(PORTAL).pk
    assert "自己填的" in words(client.get(reverse("portal:own")))


@pytest.mark.parametrize("told", [{"temperature": "37.3"}, {"symptoms": ["cough"]}])
def test_fever_or_a_symptom_is_the_same_alarm_as_at_the_door(order, check, told, cast):
    answer = tell(inside(order), check, **told)
    assert answer["Location"].endswith("?done=alarm")
    assert Turn.objects.get(record=Alarm.objects.get().pk).due == moment(cast.on + DAY, "09:00")


def test_it_is_refused_before_it_opens_and_in_words_what_is_no_temperature(order, cast):
    evening = Check.objects.get(order=order, on=cast.on + DAY, half="pm")
    client, morning = inside(order), Check.objects.get(order=order, on=cast.on + DAY, half="am")
    for temperature, said in (("36.5", "16:00 起可填"), ("33", "请重新测量"), ("", "请填写"), ("x", "数字"), ("nan", "数字")):
        answer = tell(client, evening if temperature == "36.5" else morning, temperature)
        assert (answer.status_code, said in words(answer)) == (422, True), temperature
    assert not Check.objects.exclude(recorded_at=None).exists()


def test_a_double_of_the_minders_is_kept_beside_it_and_alarms_too(order, check, cast):
    record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=moment(cast.on + DAY, "07:00"))
    client = inside(order)
    assert "自己再量一次" in words(client.get(reverse("portal:own")))
    assert tell(client, check, "38.1")["Location"].endswith("?done=alarm")
    check.refresh_from_db()
    assert (check.temperature, check.is_own) == (36.5, False)
    again = SecondReading.objects.get()
    assert (again.first_id, again.temperature, again.is_own, Alarm.objects.get().temperature) == (check.pk, 38.1, True, 38.1)
    assert tell(client, check, "36.9").status_code == 422
    said = words(client.get(reverse("portal:own")))
    assert "36.5℃" in said and "38.1℃" in said and "包保人填的" in said


def test_not_after_the_next_day_and_not_when_his_order_has_ended(order, check, cast):
    record_checks(readings=[Reading(check, 36.5)], by=cast.grid, at=moment(cast.on + DAY, "07:00"))
    last = moment(cast.on + DAY, "24:00") + timedelta(days=1)
    for at, says in ((last, "3月13日 00:00"), (last + timedelta(days=300), "已经过了")):
        with pytest.raises(Refused, match=says):
            read_again(reading=Reading(check, 36.6, is_own=True), by=cast.grid, at=at)
        with time_machine.travel(at, tick=False):
            assert tell(inside(order), check).status_code == 404
            assert "自己再量一次" not in words(inside(order).get(reverse("portal:own")))
    assert own_check(order.person_id, check.pk, last - timedelta(seconds=1)) == check
    Order.objects.filter(pk=order.pk).update(state="lifted", closed_at=moment(cast.on + DAY, "08:00"))
    check.refresh_from_db()
    with pytest.raises(Refused, match="已经结束"):
        read_again(reading=Reading(check, 36.6), by=cast.grid, at=moment(cast.on + DAY, "09:00"))
    assert not SecondReading.objects.exists()


def test_anybody_elses_check_is_not_there(order, cast):
    other = bound(cast, "覃望舒", "220722199202022345", "502")
    with everything():
        plan_checks(on=cast.on + DAY, by=cast.officer, at=moment(cast.on, "18:00"))
    theirs = Check.objects.get(order=other, on=cast.on + DAY, half="am")
    assert tell(inside(order), theirs).status_code == 404
    assert tell(Client(), theirs)["Location"] == reverse("portal:enter")
    theirs.refresh_from_db()
    assert theirs.state == "due"


def test_what_he_needs_is_his_minders_turn_and_he_sees_what_became_of_it(order, cast):
    client = inside(order)
    assert client.post(reverse("portal:need"), {"kind": "medicine", "wish": "降压药 2 盒"})["Location"].endswith("?done=need")
    need = Need.objects.get()
    assert (need.wish.open(), Turn.objects.get(record=need.pk).account) == ("降压药 2 盒", order.minder)
    page = client.get(reverse("portal:own"))
    assert "买药 · 降压药 2 盒" in words(page) and "待办" in words(page)
    assert "正在办" in words(client.post(reverse("portal:need"), {"kind": "medicine", "wish": "再来一盒"}))
    assert client.post(reverse("portal:need"), {"kind": "food", "wish": "<b>米</b>"}).status_code == 302
    assert "<b>米</b>" not in client.get(reverse("portal:own")).content.decode()


def test_when_the_visit_is_over_what_was_typed_changes_nothing_and_the_door_says_why(order, check, cast):
    client = inside(order)
    with time_machine.travel(moment(cast.on + DAY, "08:16"), tick=False):
        assert tell(client, check)["Location"] == reverse("portal:enter") + "?over"
        assert "已经关上" in words(client.get(reverse("portal:enter") + "?over"))
    check.refresh_from_db()
    assert check.state == "due"


def test_a_form_from_another_site_is_refused(order, check):
    client = Client(enforce_csrf_checks=True)
    client.cookies["visit"] = inside(order).cookies["visit"].value
    assert tell(client, check).status_code == 403
