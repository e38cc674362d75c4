"""Deciding again: an order is shortened, eased or lifted only by a row of the table."""

from copy import copy
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import ask, complete, hand_over, redecide
from lianfang.response.isolation.models import Check, Easing, Order, Review

TICKET = "车票 D123"


def test_an_earlier_exposure_shortens(order, cast):
    redecide(order=order, facts={"exposure_on": date(2020, 3, 5)}, by=cast.cadre, at=cast.at, evidence=TICKET)
    order.refresh_from_db()
    assert order.last_on == date(2020, 3, 19)


def test_another_origin_changes_the_measure(order, cast):
    redecide(order=order, facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.cadre, at=cast.at, evidence=TICKET)
    assert [(o.measure, o.state) for o in Order.objects.order_by("serial")] == [
        ("home_quarantine", "replaced"),
        ("home_monitoring", "issued"),
    ]


def test_a_pass_lifts_it(order, cast):
    redecide(order=order, facts={"origin": "same_province"}, by=cast.cadre, at=cast.at, evidence=TICKET)
    order.refresh_from_db()
    assert (order.state, Order.objects.count()) == ("lifted", 1)


def test_what_is_typed_in_words_is_read_in_words(order, cast, client):
    """不明, as the page says it may be written."""
    client.force_login(cast.cadre)
    address = reverse("isolation:redecide", args=[order.pk])
    with time_machine.travel(cast.at, tick=False):
        page = client.get(address)
        typed = {bound.name: bound.initial if bound.initial is not None else "" for bound in page.context["form"]}
        assert typed["exposure_on"] == "不明" and 'value="unknown"' not in page.content.decode().split("exposure_on")[1].split(">")[0]
        assert client.post(address, {**typed, "origin": "same_province", "origin_risk": "medium", "evidence": "车票"}).status_code == 302
    assert Order.objects.get(closed_at=None).measure == "home_monitoring"
    assert Order.objects.get(closed_at=None).verdict.facts["exposure_on"] == "unknown"


def test_in_doubt_it_stands(order, cast):
    with pytest.raises(Refused):
        redecide(order=order, facts={"origin": "unknown"}, by=cast.cadre, at=cast.at, evidence=TICKET)
    order.refresh_from_db()
    assert order.state == "issued"


def test_a_day_that_is_still_to_come_binds_nobody_and_is_said_to_be_wrong(order, cast):
    for fact in ("exposure_on", "arrival_on"):
        with pytest.raises(Refused, match="今天以后"):
            redecide(order=order, facts={fact: cast.on + timedelta(days=300)}, by=cast.cadre, at=cast.at, evidence=TICKET)
    order.refresh_from_db()
    assert order.last_on == date(2020, 3, 24)


def test_a_review_with_completed_facts_is_decided_by_the_table(find, cast):
    find(origin="unknown")
    complete(review=Review.objects.get(), facts={"origin": "other_province"}, by=cast.epi, at=cast.at, on=cast.on)
    assert (Review.objects.get().state, Order.objects.get().measure) == ("decided", "home_quarantine")


def test_an_arrival_long_ago_records_it_over_with_the_verdict_as_cause(order, cast):
    ask(order=order, kind="food", wish="大米", by=cast.grid, at=cast.at)
    verdict = redecide(order=order, facts={"arrival_on": date(2020, 2, 10)}, by=cast.cadre, at=cast.at, evidence=TICKET)
    order.refresh_from_db()
    assert (order.state, order.from_on, order.last_on, order.verdict) == ("expired", date(2020, 2, 24), date(2020, 2, 24), verdict)
    assert order.closed_at == cast.at
    assert set(Turn.objects.filter(closed_at=None).values_list("flow", flat=True)) == {"easing"}
    assert not Check.objects.exclude(state="lapsed").exists()
    ended, decided = Line.objects.get(verb="isolation.expire"), Line.objects.get(verb="isolation.decide", record=verdict.pk)
    assert (ended.because, ended.data) == (decided.id, {"until": "2020-02-25", "was": "2020-03-25"})


def test_another_measure_that_is_over_already_takes_its_place_closed(order, cast):
    facts = {"origin": "same_province", "origin_risk": "medium", "arrival_on": date(2020, 2, 10)}
    redecide(order=order, facts=facts, by=cast.cadre, at=cast.at, evidence=TICKET)
    assert list(Order.objects.order_by("serial").values_list("state", flat=True)) == ["replaced", "over"]
    assert set(Turn.objects.filter(closed_at=None).values_list("flow", flat=True)) == {"easing"}


def test_a_replaced_order_is_offered_to_nobody(order, cast):
    offer = hand_over(order=order, unit=cast.units["梨花沟村"], reason="回村", by=cast.cadre, at=cast.at)
    redecide(order=order, facts={"origin": "same_province", "origin_risk": "medium"}, by=cast.cadre, at=cast.at, evidence=TICKET)
    offer.refresh_from_db()
    assert offer.state == "returned"
    assert not Turn.objects.filter(record=offer.pk, closed_at=None).exists()


def test_what_it_was_before_is_read_when_nobody_else_can_change_it(order, cast):
    stale = copy(order)
    redecide(order=order, facts={"exposure_on": date(2020, 3, 5)}, by=cast.cadre, at=cast.at, evidence=TICKET)
    redecide(order=stale, facts={"exposure_on": date(2020, 3, 3)}, by=cast.cadre, at=cast.at, evidence=TICKET)
    assert list(Easing.objects.order_by("pk").values_list("until_on", flat=True)) == [date(2020, 3, 25), date(2020, 3, 20)]


def test_evidence_is_asked_where_it_eases_and_only_there(order, cast, client):
    client.force_login(cast.cadre)
    address = reverse("isolation:redecide", args=[order.pk])
    with time_machine.travel(cast.at, tick=False):
        form = client.get(address).context["form"]
        typed = {bound.name: bound.initial if bound.initial is not None else "" for bound in form}
        assert "evidence" not in typed
        eases = {**typed, "origin": "same_province", "origin_risk": "medium"}
        asked = client.post(address, eases)
        assert asked.status_code == 422 and "谁出的证明" in str(asked.context["form"].errors["evidence"])
        assert Order.objects.get().closed_at is None and not Easing.objects.exists()
        assert client.post(address, {**typed, "origin_risk": "high"}).status_code == 302 and not Easing.objects.exists()
        address = reverse("isolation:redecide", args=[Order.objects.get(closed_at=None).pk])
        assert client.post(address, {**eases, "evidence": TICKET}).status_code == 302
    assert Easing.objects.get().evidence.open() == TICKET
