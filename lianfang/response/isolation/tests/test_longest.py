"""No measure binds longer than a table allows, and no day from before anybody's memory ends or begins one."""
import re
from copy import copy
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.decisions import current, shipped
from lianfang.ground.decisions.actions import Refused as NotYet
from lianfang.ground.decisions.actions import approve_version, draft_version, faults_of, submit_version
from lianfang.ground.decisions.drafting.cells import records, written
from lianfang.ground.decisions.drafting.mending import sentence
from lianfang.ground.workflow import Refused
from lianfang.response.isolation.actions import Finding, Housemate, complete, decide, make_good, order_door, redecide
from lianfang.response.isolation.actions.issue import period
from lianfang.response.isolation.models import Order, Review

from .conftest import FACTS

LONG_AGO = [date(1, 1, 1), date(2019, 3, 10), date(2020, 1, 9)]


@pytest.fixture
def version(cast):
    current.forget()
    yield draft_version(table="measure", area=cast.units["青禾县"], by=cast.officer, at=cast.at)
    current.forget()


def lengthen(version, days, tests="7;13"):
    version.text, found = re.subn(r"home_quarantine,\d+,exposure,7;13", f"home_quarantine,{days},exposure,{tests}", version.text)
    assert found
    version.save()
    return [sentence(fault, current.as_drafted(version)) for fault in faults_of(version)]


@pytest.mark.parametrize(("days", "tests", "named"), [(61, "7;13", "61 > 60"), (36500, "7;13", "36500 > 60"),
                                                   (9999999, "7;13", "9999999 > 60"),
                                                   (14, "7;99", "7;99 > 60")])
def test_a_row_that_binds_too_long_is_named_and_never_handed_in(cast, version, days, tests, named):
    said = lengthen(version, days, tests)
    assert said and all(named in one and "期限上限表" in one and "列）" in one and "第" in one for one in said)
    with pytest.raises(NotYet, match=named):
        submit_version(version=version, by=cast.officer, at=cast.at)


@pytest.mark.parametrize(("what", "days", "refused"), [("binding", 20, True), ("binding", 21, False), ("long_ago", 1, False)])
def test_the_limit_is_not_set_below_the_rows_that_hold(cast, what, days, refused):
    rows = records(shipped("longest").text)
    row = [what, str(days), "-", "-", "-", "青防指〔2020〕9号", "上限", ""]
    drafted = draft_version(table="longest", area=cast.units["青禾县"], by=cast.officer, at=cast.at, text=written([*rows[:2], row]),
                            examples=f"says,on,what,most_days\n上限,2020-03-10,{what},{days}\n")
    said = [sentence(fault, current.as_drafted(drafted)) for fault in faults_of(drafted)]
    assert bool(said) is refused and all("20 < 21" in one and "先改措施表" in one for one in said)


@pytest.mark.parametrize(("place", "from_on"), [("青禾县", "2020-09-01"), ("青禾县", ""), ("禾阳街道", "")])
def test_every_day_and_place_is_looked_at_on_which_a_row_holds(cast, version, place, from_on):
    head, types, *_rows = records(shipped("longest").text)
    limit = draft_version(table="longest", area=cast.units[place], by=cast.officer, at=cast.at, is_overlay=True)
    limit.text = written([head, types, ["binding", "29", "-", from_on or "-", "-", "青防指〔2020〕9号", "上限", ""]])
    limit.examples = f"says,on,what,most_days\n上限,{from_on or '2020-03-10'},binding,29\n"
    limit.save()
    submit_version(version=limit, by=cast.officer, at=cast.at)
    approve_version(version=limit, by=cast.epi, at=cast.at)
    current.forget()
    with time_machine.travel(cast.at, tick=False):
        assert any("30 > 29" in one for one in lengthen(version, 30))
        assert not any("29 >" in one for one in lengthen(version, 29))


def test_sixty_days_are_no_fault_of_that_kind(version):
    assert not any("上限" in one for one in lengthen(version, 60))


def test_what_was_made_long_after_it_was_handed_in_is_not_approved(cast, version):
    submit_version(version=version, by=cast.officer, at=cast.at)
    lengthen(version, 36500)
    with pytest.raises(NotYet, match="36500 > 60"):
        approve_version(version=version, by=cast.epi, at=cast.at)


@pytest.mark.parametrize("days", [61, 36500, 9999999])
def test_nothing_is_issued_by_such_a_row(cast, days):
    long = copy(current.decide("measure", FACTS, on=cast.on))
    long.result = {**long.result, "days": days}
    with pytest.raises(Refused, match=str(days)):
        period(long, cast.on)


@pytest.mark.parametrize("day", LONG_AGO)
@pytest.mark.parametrize("fact", ["exposure_on", "arrival_on"])
def test_no_day_that_cannot_be_ends_an_order(order, cast, day, fact):
    with pytest.raises(Refused, match=shipped("measure").labels.of(fact)):
        redecide(order=order, facts={fact: day}, by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match=shipped("measure").labels.of(fact)):
        make_good(order=order.pk, way="row", facts={fact: day.isoformat()}, by=cast.township, at=cast.at, because=order.because)
    assert Order.objects.get().state == "issued"


def test_sixty_days_ago_may_be(order, cast):
    redecide(order=order, facts={"arrival_on": cast.on - timedelta(days=60)}, by=cast.cadre, at=cast.at, evidence="车票")
    assert Order.objects.get().state == "expired"


def test_nor_completes_a_review(find, cast):
    find(origin="unknown")
    with pytest.raises(Refused, match="请核对年份"):
        complete(review=Review.objects.get(), facts={"origin": "other_province", "arrival_on": LONG_AGO[0]}, by=cast.epi, at=cast.at,
                 on=cast.on)
    assert Review.objects.get().state != "decided" and not Order.objects.exists()


def test_nor_binds_or_frees_a_door(order, cast):
    order.verdict.facts = order.verdict.facts | {"exposure_on": "0001-01-01"}
    order.verdict.save()
    with pytest.raises(Refused, match="请核对年份"):
        order_door(order=order, housemates=[Housemate("吕兰", phone="13900000007")], by=cast.cadre, at=cast.at)
    assert Order.objects.count() == 1


def test_what_was_known_long_ago_keeps_nobody_from_being_decided_on_again(order, cast, client):
    order.verdict.facts = order.verdict.facts | {"exposure_on": "2020-03-10", "arrival_on": "0001-01-01"}
    order.verdict.save()
    client.force_login(cast.cadre)
    address = reverse("isolation:redecide", args=[order.pk])
    with time_machine.travel(cast.at, tick=False):
        typed = {bound.name: bound.initial if bound.initial is not None else "" for bound in client.get(address).context["form"]}
        assert client.post(address, {**typed, "origin_risk": "high"}).status_code == 302
    assert Order.objects.get(closed_at=None).verdict.facts["arrival_on"] == "0001-01-01"


def test_nor_from_a_review_that_is_completed(find, cast):
    find(origin="unknown", exposure_on=LONG_AGO[0])
    complete(review=Review.objects.get(), facts={"origin": "same_province"}, by=cast.epi, at=cast.at, on=cast.on)
    assert Review.objects.get().state == "decided"


def test_the_form_says_it_beside_the_field(order, cast, client):
    client.force_login(cast.cadre)
    address = reverse("isolation:redecide", args=[order.pk])
    with time_machine.travel(cast.at, tick=False):
        form = client.get(address).context["form"]
        typed = {bound.name: bound.initial if bound.initial is not None else "" for bound in form}
        answer = client.post(address, {**typed, "arrival_on": "0001-01-01", "evidence": "车票"})
    assert answer.status_code == 422 and "请核对年份" in str(answer.context["form"].errors["arrival_on"])
    assert Order.objects.get().state == "issued"


def test_a_list_goes_on_past_a_row_that_binds_too_long_and_somebody_looks_at_it(cast, person, monkeypatch):
    monkeypatch.setattr("lianfang.response.isolation.queries.longest.most", lambda what, on, **_place: 13)
    decide(findings=[Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS, on=cast.on)], by=cast.officer, at=cast.at)
    assert not Order.objects.exists() and Review.objects.get().person_id == person.pk
