"""Bulk: more than the table allows by one account within an hour binds nobody until two others have let it through."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Membership, Person
from lianfang.response.isolation.actions import Finding, Housemate, agree_held, decide, let_through, order_door, redecide, refuse_held
from lianfang.response.isolation.models import Held, Order

from .conftest import FACTS


def mates(count, start=0):
    return [Housemate(f"储户{n}", phone=f"139{n:08d}") for n in range(start, start + count)]


@pytest.fixture
def batch(order, cast):
    """Thirty depositors at one door, by one act of a cadre."""
    order_door(order=order, housemates=mates(30), by=cast.cadre, at=cast.at)
    return Held.objects.get()


def test_thirty_by_one_act_are_held_and_nobody_is_bound_nor_recorded(batch, cast):
    assert not Person.objects.filter(name__startswith="储户").exists() and not Membership.objects.filter(category="housemate").exists()
    assert (Order.objects.count(), batch.people, batch.before, batch.wanted_by) == (1, 30, 0, cast.cadre)
    assert Turn.objects.get(record=batch.pk, closed_at=None).role == "supervisor"


def test_up_to_the_tables_number_is_not_held(order, cast):
    order_door(order=order, housemates=mates(20), by=cast.cadre, at=cast.at)
    assert (Order.objects.count(), Held.objects.count()) == (21, 0)


def test_in_small_acts_the_next_beyond_it_is_held_and_after_an_hour_it_is_not(order, cast):
    for n in range(4):
        order_door(order=order, housemates=mates(5, n * 5), by=cast.cadre, at=cast.at + timedelta(minutes=n))
    order_door(order=order, housemates=mates(1, 90), by=cast.cadre, at=cast.at + timedelta(minutes=30))
    assert (Order.objects.count(), Held.objects.get().before) == (21, 20)
    order_door(order=order, housemates=mates(1, 95), by=cast.cadre, at=cast.at + timedelta(minutes=64))
    assert Order.objects.count() == 22


def test_who_is_moved_between_measures_by_hand_counts_who_is_freed_does_not(order, cast):
    order_door(order=order, housemates=mates(20), by=cast.cadre, at=cast.at)
    redecide(order=order, facts={"origin_risk": "high"}, by=cast.cadre, at=cast.at, evidence="车票")
    order.refresh_from_db()
    assert (order.state, Held.objects.get().people) == ("issued", 1)
    redecide(order=order, facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.cadre, at=cast.at, evidence="车票")
    order.refresh_from_db()
    assert (order.state, Held.objects.count()) == ("issued", 2), "to a milder measure, too"
    redecide(order=order, facts={"origin": "same_province"}, by=cast.cadre, at=cast.at, evidence="车票")
    order.refresh_from_db()
    assert order.state == "lifted"


def test_a_run_of_the_table_is_not_held(cast):
    found = [draft_person(unit_id=cast.units["601"].pk, name=f"返乡{n}", at=cast.at) for n in range(30)]
    made = people.add_people(people=found, by=cast.officer, at=cast.at)
    decide(findings=[Finding(p.pk, p.unit_id, FACTS, cast.on) for p in made], by=named(SYSTEM), at=cast.at)
    assert (Order.objects.count(), Held.objects.count()) == (30, 0)


def test_two_let_it_through_and_the_table_decides_on_each(batch, cast):
    agree_held(batch=batch, by=cast.supervisor, at=cast.at)
    with pytest.raises(Refused, match="另一位"):
        let_through(batch=batch, by=cast.supervisor, at=cast.at)
    assert Order.objects.count() == 1
    let_through(batch=batch, by=cast.leader, at=cast.at)
    assert (Order.objects.count(), batch.state) == (31, "let")
    assert Person.objects.filter(name__startswith="储户").count() == 30 == Membership.objects.filter(category="housemate").count()
    batch.refresh_from_db()
    assert batch.request.open() == "", "what was typed does not stay"


def test_refused_nobody_is_bound(batch, cast):
    refuse_held(batch=batch, by=cast.supervisor, at=cast.at)
    batch.refresh_from_db()
    assert batch.request.open() == "" and not Person.objects.filter(name__startswith="储户").exists()
    assert Order.objects.count() == 1 and not Turn.objects.filter(record=batch.pk, closed_at=None).exists()


@pytest.mark.parametrize("part", ["cadre", "officer", "township"])
def test_nobody_else_lets_it_through(batch, cast, part):
    with pytest.raises(Refused):
        agree_held(batch=batch, by=cast.accounts[part], at=cast.at)


def test_the_supervisor_sees_the_list_and_presses(batch, cast, client):
    client.force_login(cast.supervisor)
    page = reverse("isolation:held", args=[batch.pk])
    body = client.get(page).content.decode()
    assert "丁立春" in body and "30" in body and "居家隔离" in body
    assert client.post(page, {"act": "agree"}).status_code == 302
    answer = client.post(page, {"act": "let"}).content.decode()
    assert "请另一位来放行" in answer
    client.force_login(cast.leader)
    assert client.post(page, {"act": "let"}).status_code == 302
    assert "已放行" in client.get(reverse("isolation:held_lists")).content.decode()


def test_a_press_nobody_knows_refuses_no_list(batch, cast, client):
    client.force_login(cast.supervisor)
    answer = client.post(reverse("isolation:held", args=[batch.pk]), {"act": "drop"})
    batch.refresh_from_db()
    assert (answer.status_code, batch.state, batch.ended_at) == (400, "held", None)


def test_who_decides_again_by_hand_is_told_that_it_is_held(order, cast, client, monkeypatch):
    monkeypatch.setattr("lianfang.response.isolation.views.steps.now", lambda: cast.at)
    order_door(order=order, housemates=mates(20), by=cast.cadre, at=cast.at)
    client.force_login(cast.cadre)
    told = {"origin_risk": "high", "evidence": "行程"}
    page = client.post(reverse("isolation:redecide", args=[order.pk]), told, follow=True).content.decode()
    assert Held.objects.get().people == 1
    assert "名单已扣下" in page and "已按措施表重新判定" not in page
