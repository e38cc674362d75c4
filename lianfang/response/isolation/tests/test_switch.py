"""Rows change by date: who is decided otherwise is listed before anybody's order changes; confirmed, let through, carried out."""
from datetime import UTC, date, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.models import Alarm, Order, Review, Switch, SwitchLine

ISSUED = datetime(2022, 11, 9, 2, 0, tzinfo=UTC)
TWENTY = datetime(2022, 11, 11, 0, 30, tzinfo=UTC)
EXPOSED = {"disease": "covid_omicron", "kind": "close", "exposure_on": date(2022, 11, 8), "age": 30, "special": "none",
           "negative": "unknown", "symptoms": "no"}
CAME = {"origin": "other_province", "origin_risk": "high", "code": "green", "temperature": 36.5, "symptoms": "no",
        "exposure_on": "unknown", "arrival_on": date(2022, 11, 9), "age": 40, "special": "none", "worker": "no"}


@pytest.fixture
def under(cast):
    """Somebody under an order of the 9th edition, by the table of the exposed or of arrivals."""
    def found(name, table="exposed", **changed):
        drafts = [draft_person(unit_id=cast.units["502"].pk, name=name, at=cast.at)]
        [person] = people.add_people(people=drafts, by=cast.officer, at=cast.at)
        facts = (EXPOSED if table == "exposed" else CAME) | changed
        decide(findings=[Finding(person.pk, person.unit_id, facts, ISSUED.date(), table=table)], by=named(SYSTEM), at=ISSUED)
        return Order.objects.filter(person=person).first()

    return found


def proposed(at=TWENTY):
    return actions.propose_switches(by=named(SYSTEM), at=at)


def run(at=TWENTY):
    return actions.run_switches(by=named(SYSTEM), at=at)


def now_of(order):
    return Order.objects.filter(person=order.person_id, closed_at=None).first()


def test_the_list_stands_before_anything_is_changed_and_the_same_day_is_not_listed_twice(under):
    close, second = under("密接甲"), under("次密接乙", kind="second", negative="no")
    before = list(Order.objects.order_by("pk").values())
    [switch] = proposed()
    assert (switch.was_on, switch.on, switch.looked, switch.people) == (date(2022, 11, 10), date(2022, 11, 11), 2, 2)
    lines = {line.order_id: line for line in SwitchLine.objects.all()}
    assert lines[close.pk].old == "central_quarantine:7+home_monitoring:3"
    assert lines[close.pk].new == "central_quarantine:5+home_quarantine:3"
    assert (lines[close.pk].fate, lines[second.pk].fate, lines[second.pk].new) == ("shorter", "pass", "pass")
    assert list(Order.objects.order_by("pk").values()) == before and proposed() == []
    assert Turn.objects.get(flow="switch", closed_at=None).due == TWENTY + timedelta(hours=8)


def test_confirmed_each_order_goes_over_and_says_why(under, cast):
    close, second, came = under("密接甲"), under("次密接乙", kind="second"), under("来人丙", "measure")
    for switch in proposed():
        actions.confirm_switch(switch=switch, by=cast.officer, at=TWENTY)
    assert run() == 3 and run() == 0
    assert (now_of(close).until_on, now_of(close).days, now_of(close).test_days) == (date(2022, 11, 14), 5, [1, 2, 3, 5])
    assert now_of(second) is None and Order.objects.get(pk=second.pk).state == "lifted"
    assert now_of(came).measure == "home_quarantine" and Order.objects.get(pk=came.pk).state == "replaced"
    decided = Line.objects.get(record=now_of(came).verdict_id, verb="isolation.decide")
    assert Line.objects.get(pk=decided.because).verb == "isolation.let_switch"
    assert set(Switch.objects.values_list("state", flat=True)) == {"applied"}
    assert "二十条" in now_of(came).verdict.document


def test_what_no_row_decides_and_whoever_has_an_alarm_are_a_persons_turn_and_stay_bound(under, cast):
    medium = under("来人丁", "measure", origin_risk="medium")
    second = under("次密接戊", kind="second")
    Alarm.objects.create(order=second, person=second.person, unit=second.unit, kind="check", raised_at=ISSUED)
    for switch in proposed():
        actions.confirm_switch(switch=switch, by=cast.officer, at=TWENTY)
    assert run() == 2 and sum(Switch.objects.values_list("undecided", flat=True)) == 1
    assert {review.order_id for review in Review.objects.filter(state="open")} == {medium.pk, second.pk}
    assert now_of(medium) == medium and now_of(second) == second
    assert Turn.objects.filter(flow="review", closed_at=None).count() == 2


def test_many_bound_more_wait_for_a_second_person_of_another_unit(under, cast):
    found = [under(f"入境{n}", "measure", origin="abroad") for n in range(3)]
    switch = proposed()[0]
    assert (switch.people, switch.bound) == (3, 0), "five days and three at home for seven and three"
    Switch.objects.update(bound=21)  # as where more than twenty were bound more
    switch.refresh_from_db()
    with pytest.raises(Refused):
        actions.confirm_switch(switch=switch, by=cast.cadre, at=TWENTY)
    actions.confirm_switch(switch=switch, by=cast.epi, at=TWENTY)
    assert (switch.state, run()) == ("confirmed", 0)
    with pytest.raises(Refused):
        actions.let_switch(switch=switch, by=cast.epi, at=TWENTY)
    actions.let_switch(switch=switch, by=cast.leader, at=TWENTY)
    assert run() == 3 and now_of(found[0]).verdict.result["then"] == "home_quarantine"


def test_refused_everybody_stays_as_he_is(under, cast):
    order = under("密接甲")
    [switch] = proposed()
    with pytest.raises(Refused):
        actions.refuse_switch(switch=switch, reason="", by=cast.officer, at=TWENTY)
    actions.refuse_switch(switch=switch, reason="own_rules", by=cast.officer, at=TWENTY)
    assert run() == 0 and now_of(order).until_on == date(2022, 11, 16) and proposed() == []


def test_on_from_where_it_broke_off_and_nobody_twice(under, cast, monkeypatch):
    orders = [under(f"来人{n}", "measure") for n in range(5)]
    [switch] = proposed()
    actions.confirm_switch(switch=switch, by=cast.officer, at=TWENTY)
    module = import_module("lianfang.response.isolation.actions.again.switch")
    monkeypatch.setattr(module, "CHUNK", 2)
    carry_all, calls = module.carry_all, []

    def stumbling(*given):
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError("the power went")
        carry_all(*given)

    monkeypatch.setattr(module, "carry_all", stumbling)
    with pytest.raises(RuntimeError):
        run()
    assert Order.objects.filter(closed_at=None, measure="home_quarantine").count() == 2
    assert run() == 3 and Order.objects.filter(measure="home_quarantine").count() == len(orders)


def test_a_later_list_takes_the_place_of_one_nobody_confirmed(under, cast):
    under("密接甲", exposure_on=date(2022, 11, 9))
    [first] = proposed()
    at = datetime(2022, 12, 7, 0, 30, tzinfo=UTC)
    [second] = proposed(at)
    first.refresh_from_db()
    assert (first.state, second.was_on, second.on) == ("overtaken", date(2022, 12, 6), date(2022, 12, 7))
    assert SwitchLine.objects.get(switch=second).fate == "over"
    actions.confirm_switch(switch=second, by=cast.officer, at=at)
    assert run(at) == 1 and not Order.objects.filter(closed_at=None).exists()


def test_the_page_counts_opens_and_masks(under, cast, client):
    under("密接甲"), under("来人王小明", "measure")
    switch = next(one for one in proposed() if one.table == "measure")
    client.force_login(cast.officer)
    page = client.get(reverse("isolation:switch", args=[switch.pk])).content.decode()
    assert "集中隔离7天" in page and "居家隔离7天" in page and "王＊＊明" not in page and "来＊＊＊明" in page and "来人王小明" not in page
    assert "?old=central_quarantine%3A7&amp;new=home_quarantine%3A7#people" in page
    compared = {"table": "exposed", "was_on": "2022-06-28", "on": "2022-12-07"}
    with time_machine.travel(TWENTY, tick=False):
        found = client.get(reverse("isolation:between"), compared).content.decode()
    assert "集中隔离7天＋居家健康监测3天" in found and "居家隔离5天" in found
    back = client.get(reverse("isolation:between"), compared | {"on": "2022-01-01"}).content.decode()
    assert "前一版的日子要早于后一版的" in back
    client.post(reverse("isolation:switch", args=[switch.pk]), {"act": "confirm"})
    switch.refresh_from_db()
    assert switch.state == "running"


def test_whose_first_stage_is_over_by_the_new_row_goes_into_its_second(under, cast):
    """Six days after the contact 7+3 gives way to 5+3: three days at home from the fifth on, not free at once."""
    early = under("密接甲", exposure_on=date(2022, 11, 5))
    [switch] = proposed()
    assert SwitchLine.objects.get().fate == "measure"
    actions.confirm_switch(switch=switch, by=cast.officer, at=TWENTY)
    run()
    now = now_of(early)
    assert (now.measure, now.base_on, now.days, now.until_on) == ("home_quarantine", date(2022, 11, 10), 3, date(2022, 11, 14))


def test_at_home_and_then_at_home_again_is_two_stages_as_well(under, cast):
    drafts = [draft_person(unit_id=cast.units["502"].pk, name="密接丙", at=cast.at)]
    [person] = people.add_people(people=drafts, by=cast.officer, at=cast.at)
    facts = EXPOSED | {"age": 9, "exposure_on": date(2022, 11, 10)}
    decide(findings=[Finding(person.pk, person.unit_id, facts, date(2022, 11, 11), table="exposed")], by=named(SYSTEM), at=TWENTY)
    first = Order.objects.get(person=person)
    Order.objects.filter(pk=first.pk).update(release=[], state="running")
    first.refresh_from_db()
    actions.release(orders=[first], by=cast.cadre, at=datetime(2022, 11, 15, 13, 0, tzinfo=UTC))
    second = now_of(first)
    assert (first.days, second.measure, second.days, second.base_on) == (5, "home_quarantine", 3, date(2022, 11, 15))
    Order.objects.filter(pk=second.pk).update(state="running")
    second.refresh_from_db()
    actions.release(orders=[second], by=cast.cadre, at=datetime(2022, 11, 18, 13, 0, tzinfo=UTC))
    assert now_of(second) is None
