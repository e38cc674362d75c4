"""Who acts sees little; what follows from the act sees all: the outcome of a step does not hang on who takes it."""
from datetime import date

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import through
from lianfang.ground.units.fields import Reach
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import queries
from lianfang.response.isolation.actions import (
    Reading,
    Sampled,
    admit,
    hand_over,
    receive,
    record_checks,
    record_results,
    redecide,
    serve,
    standing,
)
from lianfang.response.isolation.models import Alarm, Check, Handover, Order


def within(unit):
    return through(Reach(unit.path))


@pytest.fixture
def home(cast):
    return cast.units["丰禾社区"]


@pytest.fixture
def far(cast):
    return cast.units["梨花沟村"]


@pytest.fixture
def received(order, cast, far, lane):
    """Tested positive at home, then received by the far village."""
    serve(orders=[order], by=cast.grid, at=cast.at)
    record_results(results=[Sampled(order, cast.on, "positive", "县医院 0317")], by=cast.grid, at=cast.at)
    record_checks(readings=[Reading(Check.objects.get(order=order, half="am"), 36.4)], by=cast.grid, at=cast.at)
    offer = hand_over(order=order, unit=far, reason="回村居住", by=cast.cadre, at=cast.at)
    with within(far):
        receive(handover=offer, address="东胡同5号", by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    return order


def test_order_numbers_run_through_the_county(order, find, cast, far):
    drafted = draft_person(unit_id=cast.units["梨花沟村12号"].pk, name="王五", at=cast.at)
    [neighbour] = people.add_people(people=[drafted], by=cast.officer, at=cast.at)
    with within(far):
        find(someone=neighbour)
    assert sorted(Order.objects.values_list("serial", flat=True)) == [1, 2]


def test_somebody_under_an_order_elsewhere_gets_no_second_one(order, find, far):
    with within(far):
        find()
    assert Order.objects.get() == order


def test_what_is_offered_elsewhere_is_not_offered_twice(order, cast, home, far):
    with within(home):
        hand_over(order=order, unit=far, reason="回村", by=cast.cadre, at=cast.at)
        with pytest.raises(Refused):
            hand_over(order=order, unit=far, reason="回村", by=cast.cadre, at=cast.at)


def test_an_offer_elsewhere_ends_with_the_order(order, cast, home, far):
    with within(home):
        hand_over(order=order, unit=far, reason="回村", by=cast.cadre, at=cast.at)
        admit(orders=[order], by=cast.cadre, at=cast.at)
    assert Handover.objects.get().state == "returned"
    assert set(Turn.objects.filter(closed_at=None).values_list("flow", flat=True)) == {"easing"}


def test_what_was_found_elsewhere_still_stands_in_the_way(received, cast, far):
    with within(far):
        said = standing(received, cast.at)
    assert {"有阳性或待复测的结果：等复测或转诊，不能解除", "还有告警没有处置：先在待办里处置"} <= {*said}


def test_what_was_found_before_is_seen_by_who_received_it_and_by_nobody_else(received, cast, home, far):
    with within(far):
        order = Order.objects.get()
        assert [r.outcome.open() for r in queries.results_of(order)] == ["positive"]
        assert (queries.check_summary(order)["done"], queries.check_summary(order)["highest"]) == (1, 36.4)
        assert [c.temperature for c in queries.checks_of(order) if c.state == "done"] == [36.4]
        assert queries.last_checks([order])[order.pk].temperature == 36.4
        assert {type(record) for record in queries.records_of(order.person_id).values()} >= {Alarm, Handover}
    with within(home):
        assert queries.results_of(order) == [] and queries.checks_of(order) == [] and queries.last_checks([order]) == {}
        assert queries.check_summary(order)["due"] == 0


def test_an_open_alarm_goes_with_the_order(received, cast):
    alarm = Alarm.objects.get()
    assert alarm.unit == received.unit
    assert Turn.objects.get(record=alarm.pk, closed_at=None).owner_unit == cast.units["梨花沟镇"]


def test_the_facts_of_an_order_from_elsewhere_may_be_corrected(received, cast, far):
    with within(far):
        redecide(order=received, facts={"exposure_on": date(2020, 3, 5)}, by=cast.far_cadre, at=cast.at, evidence="车票")
    received.refresh_from_db()
    assert received.last_on == date(2020, 3, 19)


def test_a_list_names_who_is_set_apart_here_and_links_only_to_whom_the_reader_may_open(order, cast, far, client):
    Order.objects.filter(pk=order.pk).update(unit=far)
    client.force_login(cast.far_cadre)
    page = client.get(reverse("isolation:orders")).content.decode()
    own = reverse("home:person", args=[order.person_id])
    assert mask_name(order.person.name) in page and own not in page and reverse("isolation:order", args=[order.pk]) not in page
    client.force_login(cast.officer)
    assert own in client.get(reverse("isolation:orders")).content.decode()
