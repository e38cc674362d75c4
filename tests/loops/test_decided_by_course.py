"""Who leaves a hospital, carries it without being ill, or leaves a post at risk, is put to the table of the exposed at once."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.response.cases import actions as cases
from lianfang.response.cases.tests.conftest import Team
from lianfang.response.isolation.models import Order, Review
from lianfang.response.testing import actions as testing
from lianfang.response.testing.models import Member
from lianfang.response.testing.tests.conftest import House

OUT = date(2020, 3, 10)


@pytest.fixture
def team(cast):
    with everything():
        yield Team(cast)


def investigated(team, **said):
    one = team.take_in(**{name: value for name, value in said.items() if name == "disease"})
    cases.report(case=one, said=team.said(**said), by=team.cast.epi, at=team.at)
    team.investigate(one)
    return one


def test_who_leaves_the_hospital_is_watched_from_that_day_as_the_edition_says(team):
    one = investigated(team)
    assert not Order.objects.exists()
    cases.discharge(case=one, on=OUT, by=team.cast.epi, at=team.at)
    order, told = Order.objects.get(), Line.objects.get(verb="cases.discharge")
    assert (order.person_id, order.measure, order.base_on, order.days) == (one.person_id, "home_quarantine", OUT, 14)
    assert (order.verdict.facts["kind"], order.verdict.because) == ("discharged", told.pk)


def test_a_disease_of_which_the_table_says_nothing_asks_nobody(team):
    cases.discharge(case=investigated(team, disease="measles"), on=OUT, by=team.cast.epi, at=team.at)
    assert not Order.objects.exists() and not Review.objects.exists()


def test_a_carrier_is_held_from_his_sampling_and_only_a_card_that_makes_him_one_says_so(team):
    one = investigated(team, klass="carrier", severity="asymptomatic")
    order = Order.objects.get()
    assert (order.measure, order.base_on, order.verdict.facts["kind"]) == ("central_quarantine", date(2020, 3, 8), "asymptomatic")
    cases.correct(case=one, said=team.said(klass="carrier", severity="asymptomatic", group="worker"), reason="换了单位", by=team.cast.epi,
                  at=team.later(hours=1))
    assert Line.objects.filter(verb="isolation.decide").count() == 1
    other = team.take_in(name="高原", id_number="220722197605140030")
    said = {"name": "高原", "id_number": "220722197605140030"}
    cases.report(case=other, said=team.said(**said), by=team.cast.epi, at=team.at)
    cases.correct(case=other, said=team.said(klass="carrier", **said), reason="没有症状", by=team.cast.epi, at=team.later(hours=1))
    assert Order.objects.get(person=other.person_id).measure == "central_quarantine"


def test_who_was_no_case_is_looked_at_and_what_he_is_under_stands_until_then(team):
    one = investigated(team, klass="carrier", severity="asymptomatic")
    cases.rule_out(case=one, why="复核两次阴性，标本弄错", by=team.cast.epi, at=team.later(hours=1))
    review = Review.objects.get()
    assert (review.person_id, review.order.measure, review.order.closed_at) == (one.person_id, "central_quarantine", None)


@pytest.mark.parametrize(("group", "why", "measures"), [
    ("high_risk_post", "post", ["home_quarantine"]), ("high_risk_post", "moved", []), ("medical_staff", "post", [])])
def test_who_leaves_a_post_at_risk_is_put_to_the_table_that_day(cast, group, why, measures):
    at = moment(date(2022, 7, 1), "09:00")
    with everything():
        house = House(cast)
        member = house.enrol(group, at=at)
        testing.leave(people=[member.person_id], group=group, why=why, by=cast.officer, at=at + timedelta(days=2))
        assert Member.objects.get().left_at and [order.measure for order in Order.objects.all()] == measures
        assert [(order.base_on, order.days) for order in Order.objects.all()] == [(date(2022, 7, 3), 7)] * len(measures)
