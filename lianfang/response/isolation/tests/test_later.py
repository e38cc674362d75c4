"""Two findings of one person: the stricter measure holds for the days of its own row; a milder one that ends later takes over then."""
from datetime import date, timedelta

import pytest

from lianfang.ground.days import moment
from lianfang.response.isolation.actions import record_results, redecide, release, serve
from lianfang.response.isolation.actions.results import Sampled
from lianfang.response.isolation.models import Order

LATER = date(2020, 3, 14)
STRICT = {"origin_risk": "high"}
MILD = {"origin": "same_province", "origin_risk": "medium", "arrival_on": LATER}


def open_order():
    return Order.objects.get(closed_at=None)


@pytest.fixture
def strict(find, cast):
    """Central quarantine, and four days later a milder finding that ends four days later."""
    find(**STRICT)
    order = open_order()
    find(on=LATER, at=moment(LATER, "09:00"), **MILD)
    return order


def test_a_milder_row_does_not_lengthen_the_stricter_measure(strict):
    now = open_order()
    assert (now.pk, now.measure, now.until_on, now.verdict_id) == (strict.pk, "central_quarantine", strict.until_on, strict.verdict_id)
    assert now.later["measure"] == "home_monitoring" and now.later["until_on"] > str(strict.until_on)


def test_released_it_takes_over_until_its_own_end(strict, cast):
    on = strict.until_on
    at = moment(on, "09:00")
    serve(orders=[open_order()], by=cast.cadre, at=cast.at)
    order = open_order()
    found = [Sampled(order, order.day_of_number(n), "negative", "报告单") for n in order.test_days]
    record_results(results=found, by=cast.epi, at=at)
    Order.objects.update(release=["period_over", "tests_negative"])
    release(orders=[open_order()], by=cast.cadre, at=at)
    now = open_order()
    assert (now.measure, now.base_on, now.last_on) == ("home_monitoring", LATER, LATER + timedelta(days=14))
    assert now.verdict.result["measure"] == "home_monitoring"


def test_the_stricter_found_later_replaces_and_the_milder_goes_on_after_it(find, cast):
    find(**MILD, on=LATER, at=moment(LATER, "09:00"))
    mild = open_order()
    find(on=LATER, at=moment(LATER, "10:00"), **STRICT)
    now = open_order()
    assert (now.measure, now.later["until_on"]) == ("central_quarantine", str(mild.until_on))


def test_moved_to_another_measure_it_is_not_forgotten(strict, cast):
    redecide(order=open_order(), facts={"special": "pregnant"}, by=cast.cadre, at=moment(LATER, "10:00"), evidence="车票")
    assert (open_order().measure, open_order().later["measure"]) == ("home_quarantine", "home_monitoring")


def test_the_same_measure_still_goes_on_to_the_later_end(find, cast):
    find()
    first = open_order()
    find(on=LATER, at=moment(LATER, "09:00"), arrival_on=LATER)
    assert (open_order().pk, open_order().until_on, open_order().later) == (first.pk, LATER + timedelta(days=15), None)
