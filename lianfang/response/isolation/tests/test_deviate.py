"""An exception to the table: a reason of the list, evidence, two people of two units, an end; then the table holds again."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import (
    approve_deviation,
    deviate,
    expire_deviations,
    leave_county,
    make_good,
    refuse_deviation,
    see_deviation,
    stop_deviation,
)
from lianfang.response.isolation.models import Deviation, Order
from tests.cast import OPENED, PASSWORD

ASKED = {"measure": "home_monitoring", "reason": "medical_care", "evidence": "县医院诊断证明 2020-0311"}
PRESSED = {"next": ""}


@pytest.fixture
def friend(cast):
    """Another cadre of the same community."""
    account = Account(login="friend", name="丁友")
    account.set_password(PASSWORD)
    account.save()
    Assignment.objects.create(account=account, role="village_cadre", unit=cast.units["丰禾社区"], from_on=OPENED)
    return account


def test_asked_for_an_appeal_the_chain_goes_back_to_the_appeal(order, cast):
    appealed = Line.objects.latest("id").pk
    make_good(order=order.pk, way="exception", by=cast.township, at=cast.at, because=appealed, **ASKED)
    asked = Deviation.objects.select_related("verdict").get()
    told = Line.objects.get(verb="isolation.deviate")
    assert order.because != appealed and {asked.because, asked.verdict.because, told.because} == {appealed}


@pytest.fixture
def asked(order, cast):
    return deviate(order=order, by=cast.cadre, at=cast.at, **ASKED)


@pytest.fixture
def granted(asked, cast):
    approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    return asked


def open_order():
    return Order.objects.get(closed_at=None)


def later(cast, hours):
    return cast.at + timedelta(hours=hours)


def test_asking_changes_nothing_and_is_the_countys_turn(asked, order):
    assert open_order() == order
    turn = Turn.objects.get(record=asked.pk, closed_at=None)
    assert (turn.role, asked.evidence.open()) == ("duty_officer", ASKED["evidence"])


@pytest.mark.parametrize("changed", [
    {"reason": "bank_depositor"}, {"measure": "central_quarantine"}, {"measure": "home_quarantine"}, {"evidence": "  "},
    {"measure": "none_asked", "reason": "site_full"},
])
def test_without_a_row_or_evidence_it_is_refused(order, cast, changed):
    with pytest.raises(Refused):
        deviate(order=order, by=cast.cadre, at=cast.at, **ASKED | changed)
    assert not Deviation.objects.exists()


@pytest.mark.parametrize("part", ["far_cadre", "far_township", "leader", "supervisor", "grid"])
def test_only_who_manages_there_may_ask(order, cast, part):
    with pytest.raises(Refused, match="不归您"):
        deviate(order=order, by=cast.accounts[part], at=cast.at, **ASKED)


def test_one_alone_is_refused(asked, order, cast):
    with pytest.raises(Refused, match="两个人"):
        approve_deviation(deviation=asked, by=cast.cadre, at=cast.at)
    assert open_order() == order and Deviation.objects.get().state == "asked"


def test_two_of_one_unit_are_refused(asked, friend, order, cast):
    with pytest.raises(Refused, match="同一个单位"):
        approve_deviation(deviation=asked, by=friend, at=cast.at)
    assert open_order() == order


def test_a_second_post_in_the_same_unit_is_the_same_unit(asked, cast):
    Assignment.objects.create(account=cast.township, role="village_cadre", unit=cast.units["丰禾社区"], from_on=OPENED)
    with pytest.raises(Refused, match="同一个单位"):
        approve_deviation(deviation=asked, by=cast.township, at=cast.at)


def test_the_database_refuses_one_alone(granted, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Deviation.objects.update(approved_by=cast.cadre)


def test_approved_the_other_measure_stands_and_the_supervisor_sees_it_the_same_day(granted, order, cast):
    other = open_order()
    assert (other.measure, other.deviation, other.verdict, other.until_on) == ("home_monitoring", granted, order.verdict, order.until_on)
    assert granted.expires_at == later(cast, 72)
    turn = Turn.objects.get(record=granted.pk, closed_at=None)
    assert (turn.role, turn.due.date()) == ("supervisor", cast.at.date())


def test_over_the_table_holds_again(granted, order, cast):
    assert expire_deviations(by=named(SYSTEM), at=later(cast, 71)) == 0
    assert expire_deviations(by=named(SYSTEM), at=later(cast, 72)) == 1
    back = open_order()
    assert (back.measure, back.deviation, back.base_on, back.until_on) == ("home_quarantine", None, order.base_on, order.until_on)
    assert back.because == Line.objects.get(verb="isolation.expire_deviation").id
    assert expire_deviations(by=named(SYSTEM), at=later(cast, 90)) == 0


def test_the_supervisor_may_stop_it_before_its_time(granted, cast):
    see_deviation(deviation=granted, by=cast.supervisor, at=cast.at)
    stop_deviation(deviation=granted, by=cast.supervisor, at=later(cast, 3))
    assert open_order().measure == "home_quarantine"


def test_set_free_for_a_day_and_bound_again(order, cast):
    asked = deviate(order=order, by=cast.township, at=cast.at, measure="none_asked", reason="family_death", evidence="死亡证明 031")
    approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    assert not Order.objects.filter(closed_at=None).exists() and Order.objects.get().state == "set_aside"
    expire_deviations(by=named(SYSTEM), at=later(cast, 24))
    assert open_order().measure == "home_quarantine"


def test_who_is_free_otherwise_is_not_bound_again(granted, cast):
    leave_county(orders=[open_order()], by=cast.cadre, at=later(cast, 1))
    expire_deviations(by=named(SYSTEM), at=later(cast, 72))
    assert not Order.objects.filter(closed_at=None).exists()


def test_the_county_asks_the_township(order, cast):
    asked = deviate(order=order, by=cast.epi, at=cast.at, **ASKED)
    assert Turn.objects.get(record=asked.pk, closed_at=None).role == "township_cadre"
    with pytest.raises(Refused, match="同一个单位"):
        approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    approve_deviation(deviation=asked, by=cast.township, at=cast.at)
    assert asked.state == "standing"


def test_not_granted_the_order_stands_and_may_be_asked_for_again(asked, order, cast):
    with pytest.raises(Refused, match="已经有一个例外"):
        deviate(order=order, by=cast.township, at=cast.at, **ASKED)
    refuse_deviation(deviation=asked, by=cast.officer, at=cast.at)
    deviate(order=order, by=cast.township, at=cast.at, **ASKED)
    assert open_order() == order


def test_the_pages_from_asking_to_the_supervisors_look(order, cast, client):
    client.force_login(cast.cadre)
    assert "申请例外" in client.get(reverse("home:person", args=[order.person_id])).content.decode()
    assert client.post(reverse("isolation:deviate", args=[order.pk]), ASKED).status_code == 302
    asked = Deviation.objects.get()
    page = reverse("isolation:approve_deviation", args=[asked.pk])
    answer = client.post(page, PRESSED)
    assert answer.status_code == 422 and "不能批准自己的申请" in answer.content.decode()
    client.force_login(cast.officer)
    body = client.get(page).content.decode()
    assert "县医院诊断证明" not in body and "填理由看依据" in body and "丁立春" in body
    assert client.post(page, PRESSED).status_code == 302
    client.force_login(cast.supervisor)
    assert "看过了" in client.get(reverse("isolation:see_deviation", args=[asked.pk])).content.decode()
    assert client.post(reverse("isolation:see_deviation", args=[asked.pk]), PRESSED).status_code == 302
    assert "督查已看" in client.get(reverse("isolation:deviations")).content.decode()
    assert Deviation.objects.get().state == "watched"
