"""Two people at once: the second is told, nothing is recorded twice."""
from copy import copy

import pytest
from django.db import transaction

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import (
    Reading,
    approve_deviation,
    deviate,
    hand_over,
    leave_county,
    record_checks,
    redecide,
    serve,
    stop_deviation,
)
from lianfang.response.isolation.models import Check, Handover, Held, Order, Review
from tests.at_once import only_on_postgresql, the_second


def test_the_second_to_fill_a_check_is_told(order, cast):
    first = Check.objects.get(order=order, half="am")
    second = copy(first)
    record_checks(readings=[Reading(first, 36.5)], by=cast.grid, at=cast.at)
    with pytest.raises(Refused, match="已经有人办了"):
        record_checks(readings=[Reading(second, 37.9)], by=cast.cadre, at=cast.at)
    first.refresh_from_db()
    assert (first.temperature, second.state, Line.objects.filter(verb="isolation.record_check").count()) == (36.5, "due", 1)


def test_of_two_at_one_door_neither_is_recorded_when_one_was_already(order, cast):
    morning, evening = Check.objects.filter(order=order).order_by("due")
    stale, at = copy(morning), moment(cast.on, "16:30")
    record_checks(readings=[Reading(morning, 36.5)], by=cast.grid, at=at)
    with pytest.raises(Refused, match="已经有人办了"):
        record_checks(readings=[Reading(evening, 36.6), Reading(stale, 37.9)], by=cast.cadre, at=at)
    assert list(Check.objects.filter(order=order).order_by("due").values_list("temperature", "state")) == [(36.5, "done"), (None, "due")]


def test_of_many_none_is_served_when_one_was_already(order, cast):
    stale = copy(order)
    serve(orders=[order], by=cast.grid, at=cast.at)
    with pytest.raises(Refused):
        serve(orders=[stale], by=cast.cadre, at=cast.at)
    assert Line.objects.filter(verb="isolation.serve").count() == 1


def test_what_has_ended_meanwhile_is_not_offered(order, cast):
    stale = copy(order)
    leave_county(orders=[order], by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="已结束"):
        hand_over(order=stale, unit=cast.units["梨花沟村"], reason="回村", by=cast.cadre, at=cast.at)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_offer_at_once_the_second_is_told(find, cast):
    only_on_postgresql()
    find()
    order = Order.objects.get()

    def offer():
        return hand_over(order=order, unit=cast.units["梨花沟村"], reason="回村", by=cast.cadre, at=cast.at)

    assert "已经转交" in str(the_second(offer, offer))
    assert Handover.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_exception_goes_its_way_outside_any_other_transaction(order, cast):
    asked = deviate(order=order, measure="home_monitoring", reason="medical_care", evidence="县医院诊断证明", by=cast.cadre, at=cast.at)
    approve_deviation(deviation=asked, by=cast.officer, at=cast.at)
    assert Order.objects.get(closed_at=None).measure == "home_monitoring"
    stop_deviation(deviation=asked, by=cast.supervisor, at=cast.at)
    assert Order.objects.get(closed_at=None).measure == order.measure


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_on_somebody_new_at_once_one_order_comes(find):
    only_on_postgresql()
    named(SYSTEM)
    assert not isinstance(the_second(find, find), Exception)
    assert Order.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_do_not_know_at_once_one_review_comes(find):
    only_on_postgresql()

    def doubt():
        return find(arrival_on="unknown", origin="unknown", origin_risk="unknown")

    named(SYSTEM)
    assert not isinstance(the_second(doubt, doubt), Exception)
    assert Review.objects.filter(state="open").count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_moves_two_at_once_is_held_where_only_one_more_was_free(find, cast):
    only_on_postgresql()
    drafted = draft_person(unit_id=cast.units["601"].pk, name="吕春", at=cast.at)
    [neighbour] = people.add_people(people=[drafted], by=cast.officer, at=cast.at)
    find()
    find(someone=neighbour)
    with transaction.atomic():
        journal.write([line("isolation.issue", kind="order", record=None, by=cast.cadre.pk, at=cast.at, subject=uuid7())
                       for _n in range(19)])

    def move(order):
        return lambda: redecide(order=order, facts={"origin_risk": "high"}, by=cast.cadre, at=cast.at)

    the_second(*map(move, Order.objects.order_by("serial")))
    assert (Held.objects.get().before, sorted(Order.objects.values_list("state", flat=True))) == (20, ["issued", "issued", "replaced"])
