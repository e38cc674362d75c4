"""From a pool to its people: in doubt they are held and called, by themselves they are cases or free; a result stands with the order."""
from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.cases.models import Case
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Alarm, Order, Result
from lianfang.response.laboratory.models import Recall, Sample
from lianfang.response.laboratory.tests.conftest import Point


@pytest.fixture
def point(cast):
    with everything():
        yield Point(cast)


def exposed(point, who, kind="close", on=None):
    facts = {"disease": "covid_19", "kind": kind, "exposure_on": on or point.cast.on, "age": 40, "special": "none", "negative": "unknown",
             "symptoms": "no"}
    isolation.decide(findings=[isolation.Finding(person_id=who.pk, unit_id=who.unit_id, facts=facts, on=point.cast.on, table="exposed")],
                     by=point.cast.epi, at=point.at)
    return Order.objects.get(person=who, closed_at=None)


def orders(**which):
    return Order.objects.filter(closed_at=None, **which)


def test_everybody_of_a_doubtful_pool_is_held_and_called_within_the_hour(point):
    point.report(point.filled(point.people), "positive")
    held = orders()
    assert {one.person_id for one in held} == {who.pk for who in point.people}
    assert {(one.measure, one.verdict.table, one.verdict.facts["kind"]) for one in held} == {("home_quarantine", "exposed", "pooled")}
    turns = Turn.objects.filter(flow="recall", closed_at=None)
    assert {(turn.role, turn.due) for turn in turns} == {("village_cadre", point.later(hours=1))} and turns.count() == 10
    assert {one.outcome.open() for one in Sample.objects.all()} == {"pending"} and not Case.objects.exists()


def test_by_himself_negative_he_is_free_and_positive_he_is_a_case(point):
    point.report(point.filled(point.people), "grey")
    first, *others = point.people
    for n, who in enumerate(point.people, 1):
        tube = point.filled([who], 1, point.later(minutes=20 + n))
        point.report(tube, "positive" if who is first else "negative", point.later(hours=3))
    assert list(Case.objects.values_list("person_id", "channel", "disease")) == [(first.pk, "own_testing", "covid_19")]
    assert [one.person_id for one in orders()] == [first.pk] and Alarm.objects.filter(order__person=first, kind="test").exists()
    assert set(Order.objects.filter(person__in=others).values_list("state", flat=True)) == {"lifted"}
    assert set(Recall.objects.values_list("state", flat=True)) == {"settled"}  # which of the two it was lies sealed
    assert not Turn.objects.filter(flow="recall", closed_at=None).exists()


def test_a_single_positive_goes_to_the_clinic_at_once_and_becomes_one_case_only(point):
    who = point.people[0]
    for hours in (0, 5):
        point.report(point.filled([who], 1, point.later(hours=hours), "fever_clinic"), "positive", point.later(hours=hours + 1))
    assert orders().get().measure == "refer_fever_clinic" and Case.objects.count() == 1


def test_in_doubt_again_he_is_sampled_again_and_an_invalid_tube_binds_nobody(point):
    who = point.people[0]
    point.report(point.filled(point.people[:2], 5), "invalid")
    assert not orders().exists() and Recall.objects.filter(state="due").count() == 2
    point.report(point.filled([who], 1, point.later(minutes=30)), "grey", point.later(hours=2))
    recall = Recall.objects.get(person=who)
    assert (recall.state, recall.again_id) == ("due", None)


@pytest.mark.parametrize(("outcome", "told", "not_told"), [("positive", "管控令已经下了", "不用隔离"),
                                                           ("invalid", "不用隔离", "先不要出门")])
def test_who_calls_is_told_to_keep_in_only_those_an_order_keeps(point, browse, outcome, told, not_told):
    point.report(point.filled(point.people[:2], 5), outcome)
    recall = Recall.objects.get(person=point.people[0])
    shown = browse(point.cast.cadre).get(reverse("laboratory:recall", args=[recall.pk])).content.decode()
    assert told in shown and not_told not in shown


def test_a_contacts_negative_stands_with_his_order_and_frees_him_of_nothing_else(point):
    order = exposed(point, who := point.people[0])
    point.report(point.filled([who], 1, reason="contact"), "negative")
    kept = Result.objects.get(order=order)
    assert (kept.outcome.open(), kept.taken_on) == ("negative", point.cast.on) and orders().get().pk == order.pk


def test_who_was_only_monitored_is_monitored_on_when_the_pool_is_cleared(point):
    who = add_people(people=[draft_person(unit_id=point.cast.units["601"].pk, name="冯小雨", at=point.at)], by=point.cast.grid,
                     at=point.at)[0]
    facts = {"disease": "measles", "kind": "close", "exposure_on": point.cast.on - timedelta(days=1), "age": 40, "special": "none",
             "negative": "unknown", "symptoms": "no"}
    isolation.decide(findings=[isolation.Finding(person_id=who.pk, unit_id=who.unit_id, facts=facts, on=point.cast.on, table="exposed")],
                     by=point.cast.epi, at=point.at)
    before = orders(person=who).get()
    point.report(point.filled([who, *point.people[:4]], 5), "positive")
    assert orders(person=who).get().measure == "home_quarantine"
    point.report(point.filled([who], 1, point.later(minutes=40)), "negative", point.later(hours=2))
    after = orders(person=who).get()
    assert (after.measure, after.until_on) == ("home_monitoring", before.until_on)
