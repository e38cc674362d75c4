"""Deciding again: an order is shortened, eased or lifted only by a row of the table."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.response.isolation.actions import Housemate, complete, hand_over, order_door, redecide
from lianfang.response.isolation.models import Order, Review


def test_an_earlier_exposure_shortens(order, cast):
    redecide(order=order, facts={"exposure_on": date(2020, 3, 5)}, by=cast.cadre, at=cast.at)
    order.refresh_from_db()
    assert order.last_on == date(2020, 3, 19)


def test_another_origin_changes_the_measure(order, cast):
    redecide(order=order, facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.cadre, at=cast.at)
    assert [(o.measure, o.state) for o in Order.objects.order_by("serial")] == [
        ("home_quarantine", "replaced"),
        ("home_monitoring", "issued"),
    ]


def test_a_pass_lifts_it(order, cast):
    redecide(order=order, facts={"origin": "same_province"}, by=cast.cadre, at=cast.at)
    order.refresh_from_db()
    assert (order.state, Order.objects.count()) == ("lifted", 1)


def test_in_doubt_it_stands(order, cast):
    with pytest.raises(Refused):
        redecide(order=order, facts={"origin": "unknown"}, by=cast.cadre, at=cast.at)
    order.refresh_from_db()
    assert order.state == "issued"


def test_a_review_with_completed_facts_is_decided_by_the_table(find, cast):
    find(origin="unknown")
    complete(review=Review.objects.get(), facts={"origin": "other_province"}, by=cast.epi, at=cast.at, on=cast.on)
    assert (Review.objects.get().state, Order.objects.get().measure) == ("decided", "home_quarantine")


def test_one_act_orders_a_whole_door(order, cast):
    mates = [Housemate("吕兰", sex="f"), Housemate("周小宝", birth_on=date(2012, 5, 1), special="child")]
    order_door(order=order, housemates=mates, by=cast.cadre, at=cast.at)
    orders = Order.objects.order_by("serial")
    assert [(o.person.name, o.measure, o.serial) for o in orders] == [
        ("周建明", "home_quarantine", 1),
        ("吕兰", "home_quarantine", 2),
        ("周小宝", "home_quarantine", 3),
    ]
    assert {o.unit for o in orders} == {cast.units["502"]}
    assert orders[2].person.special_need == "child"


def test_an_arrival_long_ago_ends_it_before_it_was_issued(order, cast):
    redecide(order=order, facts={"arrival_on": date(2020, 2, 10)}, by=cast.cadre, at=cast.at)
    order.refresh_from_db()
    assert (order.state, order.from_on, order.last_on) == ("issued", date(2020, 2, 24), date(2020, 2, 24))


def test_a_replaced_order_is_offered_to_nobody(order, cast):
    offer = hand_over(order=order, unit=cast.units["梨花沟村"], reason="回村", by=cast.cadre, at=cast.at)
    redecide(order=order, facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.cadre, at=cast.at)
    offer.refresh_from_db()
    assert offer.state == "returned"
    assert not Turn.objects.filter(record=offer.pk, closed_at=None).exists()


@pytest.mark.parametrize("numbers", [["22072219890101123X"], ["22072219890101123x"], ["220722199203040018", "220722199203040018"]])
def test_nobody_is_put_on_record_twice_from_a_door(order, cast, client, numbers):
    client.force_login(cast.cadre)
    filled = {f"form-{n}-{name}": value for n, number in enumerate(numbers)
              for name, value in (("name", f"吕兰{n}"), ("id_number", number), ("special", "none"))}
    with time_machine.travel(cast.at, tick=False):
        answer = client.post(reverse("isolation:order_door", args=[order.pk]), {"form-TOTAL_FORMS": 3, "form-INITIAL_FORMS": 0, **filled})
    assert (answer.status_code, Person.objects.get(), Order.objects.count()) == (422, order.person, 1)
    assert "已经登记过" in answer.content.decode()
