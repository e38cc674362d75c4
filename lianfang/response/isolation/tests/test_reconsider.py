"""What was found was somebody else's: an order because of it is decided again by what is known of the person himself."""
from datetime import date
from uuid import uuid4

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import (
    Finding,
    Housemate,
    Sampled,
    complete,
    decide,
    order_door,
    reconsider,
    record_results,
    serve,
)
from lianfang.response.isolation.models import Order, Review

from .conftest import FACTS

FOUND, BECAUSE = uuid4(), uuid4()


@pytest.fixture
def mistake(cast, person):
    """The finding of another is put down to the person, on some facts."""
    def made(**changed):
        finding = Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS | changed, on=cast.on, because=FOUND, origin="湖北武汉")
        return decide(findings=[finding], by=named(SYSTEM), at=cast.at)[0]

    return made


@pytest.fixture
def undo(cast, person):
    """It is said that it was another; gives the person's latest order, if any."""
    def undone():
        reconsider(person=person.pk, found=FOUND, by=named(SYSTEM), at=cast.at, because=BECAUSE)
        return Order.objects.order_by("-serial").first()

    return undone


def test_of_whom_nothing_is_known_the_order_is_lifted(mistake, undo, cast):
    mistake()
    assert undo().state == "lifted" and Line.objects.get(verb="isolation.lift").because == BECAUSE
    assert not Turn.objects.open().exists()


def test_who_would_have_passed_is_free(find, mistake, undo):
    find(origin="same_province")
    mistake()
    assert undo().state == "lifted"


def test_what_was_only_extended_goes_back_to_its_own_end(find, mistake, undo):
    find(exposure_on=date(2020, 3, 5))
    before = Order.objects.get()
    mistake(exposure_on=date(2020, 3, 9))
    assert Order.objects.get().until_on > before.until_on
    order = undo()
    assert (Order.objects.count(), order.until_on, order.state) == (1, before.until_on, "issued")


def test_what_was_raised_comes_down_again(find, mistake, undo):
    find(origin="same_province", origin_risk="medium")
    assert Order.objects.get().measure == "home_monitoring"
    mistake(origin_risk="high")
    assert list(Order.objects.order_by("serial").values_list("measure", "state")) == [
        ("home_monitoring", "replaced"), ("central_quarantine", "issued")]
    order = undo()
    assert (order.measure, order.state, order.origin) == ("home_monitoring", "issued", "")
    assert Order.objects.get(measure="central_quarantine").state == "replaced"


def test_the_same_measure_stands_for_his_own_reason(find, mistake, undo):
    mistake()
    find(code="yellow", origin="same_province")  # until the same day: nothing to change
    order = undo()
    assert (order.state, order.measure, order.until_on) == ("issued", "home_quarantine", date(2020, 3, 25))
    assert order.verdict.facts["origin"] == "same_province" and order.verdict.because == BECAUSE


def test_what_did_not_change_his_order_undoes_nothing(order, mistake, undo):
    mistake()
    before = order.verdict_id
    assert (undo().verdict_id, Order.objects.get().state) == (before, "issued")


def test_those_of_his_door_are_free_too(mistake, undo, cast):
    mistake()
    order_door(order=Order.objects.get(), housemates=[Housemate("吕兰"), Housemate("周小宝")], by=cast.cadre, at=cast.at)
    undo()
    assert set(Order.objects.values_list("state")) == {("lifted",)} and Order.objects.count() == 3


def test_those_bound_for_his_own_reason_are_not(order, mistake, undo, cast):
    order_door(order=order, housemates=[Housemate("吕兰")], by=cast.cadre, at=cast.at)
    mistake(exposure_on=date(2020, 3, 12))
    undo()
    assert Order.objects.get(person__name="吕兰").state == "issued"


def test_a_review_of_another_s_facts_is_dropped(mistake, undo):
    mistake(origin="unknown")
    assert Turn.objects.open().filter(flow="review").count() == 1
    undo()
    assert Review.objects.get().state == "dropped" and not Turn.objects.open().filter(flow="review").exists()


def test_his_own_doubt_is_asked_again(mistake, find, undo):
    mistake(origin="unknown")
    own = find(origin="unknown")  # no second review beside the first
    undo()
    asked = Review.objects.get(state="open")
    assert (asked.verdict, asked.order) == (own, None)


def test_what_the_table_leaves_open_is_somebody_s_review_and_decides_that_order(find, mistake, undo, cast):
    own = find(origin="unknown")
    Review.objects.update(state="decided")
    mistake()
    assert undo().state == "issued"
    review = Review.objects.get(state="open")
    assert (review.order, review.verdict) == (Order.objects.get(), own)
    assert Turn.objects.open().get(record=review.pk).role == "epidemiologist"
    complete(review=review, facts={"origin": "same_province"}, by=cast.epi, at=cast.at, on=cast.on, evidence="车票")
    assert (Order.objects.get().state, Review.objects.get(pk=review.pk).state) == ("lifted", "decided")


def test_an_alarm_stands_in_the_way_until_somebody_has_looked(mistake, undo, cast):
    mistake()
    order = Order.objects.get()
    serve(orders=[order], by=cast.grid, at=cast.at)
    record_results(results=[Sampled(order, cast.on, "unclear", "县医院 0317")], by=cast.grid, at=cast.at)
    assert undo().state == "running"
    review = Review.objects.get(state="open")
    assert review.order == order and review.verdict.facts == {}  # nothing of the other's is offered
    with pytest.raises(Refused):
        complete(review=review, facts={}, by=cast.epi, at=cast.at, on=cast.on)
    assert Review.objects.get(pk=review.pk).state == "open"
