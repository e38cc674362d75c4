"""A contact twice negative lets those he met go early, where the edition of the day says so (8th edition: 14 days become 7)."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order
from lianfang.response.laboratory.tests.conftest import Point
from lianfang.response.tracing import actions as tracing
from lianfang.response.tracing.models import Contact

MET = date(2021, 5, 31)


@pytest.fixture
def point(cast):
    cast.at, cast.on = moment(date(2021, 6, 1), "09:00"), date(2021, 6, 1)
    with everything():
        yield Point(cast)


@pytest.fixture
def second(point):
    """Somebody who met a close contact, under an order by the row of contacts of contacts."""
    case, close, met = point.people[:3]
    told = {"by": point.cast.epi, "at": point.at}
    index = tracing.open_index(person=case, disease="covid_19", anchor="onset", anchor_on=MET, **told)
    rings = {"index": index, "last_exposed_on": MET, "watch_until_on": MET + timedelta(days=14), "decided_by": point.cast.epi,
             "decided_at": point.at}
    via = Contact.objects.create(person=close, unit=close.unit, kind="close", **rings)
    Contact.objects.create(person=met, unit=met.unit, kind="second", ring=2, via=via, **rings)
    facts = {"disease": "covid_19", "kind": "second", "exposure_on": MET, "age": 40, "special": "none", "negative": "unknown",
             "symptoms": "no"}
    isolation.decide(findings=[isolation.Finding(met.pk, met.unit_id, facts, point.cast.on, table="exposed")], **told)
    return met


def sampled(point, days, outcome):
    at = point.later(days=days)
    point.report(point.filled([point.people[1]], 1, at, "contact"), outcome, at + timedelta(hours=6))


def days_of(person):
    return Order.objects.get(person=person, closed_at=None).days


def test_after_two_negatives_seven_days_do(point, second):
    assert days_of(second) == 14
    sampled(point, 0, "negative")
    assert days_of(second) == 14
    sampled(point, 3, "negative")
    assert days_of(second) == 7


def test_a_positive_among_them_shortens_nothing(point, second):
    sampled(point, 0, "positive")
    sampled(point, 3, "negative")
    assert days_of(second) == 14


@pytest.mark.parametrize("first", ["hand", "laboratory"])
def test_what_is_recorded_by_hand_counts_as_much_alone_or_beside_a_laboratory(point, second, first):
    close, told = point.people[1], {"by": point.cast.cadre}
    facts = {"disease": "covid_19", "kind": "close", "exposure_on": MET, "age": 40, "special": "none", "negative": "unknown",
             "symptoms": "no"}
    isolation.decide(findings=[isolation.Finding(close.pk, close.unit_id, facts, point.cast.on, table="exposed")], by=point.cast.epi,
                     at=point.at)
    own = Order.objects.get(person=close, closed_at=None)

    def by_hand(days, number):
        found = isolation.Sampled(own, point.later(days=days).date(), "negative", f"镇卫生院 {number} 号")
        isolation.record_results(results=[found], at=point.later(days=days, hours=8), **told)

    by_hand(0, 1) if first == "hand" else sampled(point, 0, "negative")
    assert days_of(second) == 14
    by_hand(0, 9)
    assert days_of(second) == 14, "another paper about the same day is no second test"
    by_hand(3, 2)
    assert days_of(second) == 7
