"""An alarm never outlives its order unseen: it stands in the way of an end at home, or goes on with the next order."""

from datetime import date, timedelta

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import (
    Finding,
    Sampled,
    admit,
    ask,
    decide,
    dismiss,
    leave_county,
    record_death,
    record_results,
    redecide,
    serve,
)
from lianfang.response.isolation.models import Alarm, Need, Order

from .conftest import FACTS


@pytest.fixture
def alarm(order, cast):
    serve(orders=[order], by=cast.grid, at=cast.at)
    record_results(results=[Sampled(order, cast.on, "unclear", "县医院 0317")], by=cast.grid, at=cast.at)
    return Alarm.objects.get()


def correct(order, cast, **facts):
    redecide(order=order, facts=facts, by=cast.cadre, at=cast.at, evidence="车票")


def leave(order, cast):
    leave_county(orders=[order], by=cast.cadre, at=cast.at)


@pytest.mark.parametrize(
    "end",
    [
        leave,
        lambda order, cast: correct(order, cast, origin="same_province"),
        lambda order, cast: correct(order, cast, arrival_on=date(2020, 2, 10)),
        lambda order, cast: correct(order, cast, arrival_on=date(2020, 2, 10), origin="same_province", origin_risk="medium"),
    ],
    ids=["leave_county", "lift", "expire", "replaced by one already over"],
)
def test_no_order_ends_at_home_while_an_alarm_is_open(alarm, order, cast, end):
    with pytest.raises(Refused, match="告警没有处置"):
        end(order, cast)
    order.refresh_from_db()
    assert (order.state, order.until_on, Order.objects.count()) == ("running", date(2020, 3, 25), 1)
    dismiss(alarm=alarm, answer="复测阴性", by=cast.township, at=cast.at)
    end(order, cast)
    assert not Order.objects.filter(closed_at=None).exists()


@pytest.mark.parametrize(("end", "verb", "state"), [(admit, "refer", "referred"), (record_death, "lapse_alarm", "lapsed")])
def test_hospital_and_death_answer_it_and_say_so(alarm, order, cast, end, verb, state):
    [ended] = end(orders=[order], by=cast.cadre, at=cast.at + timedelta(minutes=5))
    alarm.refresh_from_db()
    assert (alarm.state, alarm.answered_at) == (state, cast.at + timedelta(minutes=5))
    assert Line.objects.get(verb=f"isolation.{verb}").because == ended.id
    assert set(Turn.objects.filter(closed_at=None).values_list("flow", flat=True)) == {"easing"}


def test_what_is_open_goes_on_with_the_order_that_replaces_it(alarm, order, cast):
    need = ask(order=order, kind="medicine", wish="降压药", by=cast.grid, at=cast.at)
    due = dict(Turn.objects.filter(record__in=[alarm.pk, need.pk]).values_list("record", "due"))
    correct(order, cast, origin_risk="high")
    later = Order.objects.get(closed_at=None)
    assert (later.measure, Alarm.objects.get().order, Need.objects.get().order) == ("central_quarantine", later, later)
    turns = Turn.objects.filter(record__in=due, closed_at=None)
    assert dict(turns.values_list("record", "due")) == due, "the hour runs on"


def test_a_stricter_finding_takes_it_along_too(alarm, order, find, cast):
    find(origin_risk="high", at=cast.at + timedelta(minutes=30))
    later = Order.objects.get(closed_at=None)
    assert (Alarm.objects.get().order, Turn.objects.get(record=alarm.pk, closed_at=None).due) == (later, cast.at + timedelta(hours=1))


def test_two_findings_about_one_person_at_once_make_one_order(person, cast):
    def found(**facts):
        return Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS | facts, on=cast.on)

    decide(findings=[found(), found(exposure_on=date(2020, 3, 15)), found(origin_risk="high")], by=cast.officer, at=cast.at)
    assert [(o.measure, o.state) for o in Order.objects.order_by("serial")] == [
        ("home_quarantine", "replaced"),
        ("central_quarantine", "issued"),
    ]
