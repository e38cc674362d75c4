"""Whole names go onto a phone for a reason, of those one has something to do for, and each of them can see it."""
import json
from datetime import datetime, timedelta

import pytest
import time_machine

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line, Touched
from lianfang.registers.people.looks import looks_at

from .conftest import Phone, open_checks


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def area(cast):
    return cast.units["丰禾第四网格"].pk


def ask(phone, area, **more):
    return phone.client.post("/api/v1/names", json.dumps({"area": area, **more}), content_type="application/json")


def test_a_carry_masks_everybody_and_a_reason_names_those_of_ones_turns(phone, checks, area):
    carried = {one["id"]: one["name"] for one in phone.carry(area=area)["sections"]["people"]["rows"]}
    assert carried and all("＊" in name for name in carried.values())
    answer = ask(phone, area, reason="visit").json()
    assert answer["names"] == {str(one.person_id): one.person.name for one in checks}
    assert datetime.fromisoformat(answer["until"]) == now() + timedelta(days=1)


def test_the_journal_says_who_why_and_of_whom_and_each_can_see_it(phone, checks, cast, area):
    ask(phone, area, reason="visit")
    line = Line.objects.get(verb="people.carry")
    assert (line.by, line.unit, line.data["reason"], line.data["people"]) == (cast.grid.pk, area, "visit", 3)
    assert set(Touched.objects.filter(line=line.pk).values_list("subject", flat=True)) == {one.person_id for one in checks}
    [look] = looks_at(checks[0].person_id)
    assert (look.why, look.line.id) == ("上门联系本人", line.id) and "网格" in look.who


@pytest.mark.parametrize("more", [{}, {"reason": "curious"}, {"reason": "paper"}, {"goes_on": "x"}])
def test_without_a_reason_of_the_list_there_is_no_name(phone, checks, area, more):
    answer = ask(phone, area, **more)
    assert answer.status_code == 403 and answer.json()["mend"] == "reason" and not Line.objects.filter(verb="people.carry").exists()


def test_it_goes_on_with_the_reason_until_its_minutes_are_over_and_tells_only_what_is_new(phone, checks, cast, area):
    first = ask(phone, area, reason="visit").json()
    same = ask(phone, area, goes_on=first["goes_on"], have=first["digest"]).json()
    assert same["names"] is None and Line.objects.filter(verb="people.carry").count() == 1
    open_checks(cast, 1)
    more = ask(phone, area, goes_on=same["goes_on"], have=same["digest"]).json()
    told = Line.objects.filter(verb="people.carry").order_by("id")
    assert len(more["names"]) == 4 and [one.because for one in told] == [None, told[0].id]
    with time_machine.travel(now() + timedelta(days=1), tick=False):
        answer = ask(Phone(cast.grid), area, goes_on=more["goes_on"])
        assert answer.status_code == 403 and "再选一次" in answer.json()["says"]


def test_a_reason_of_somebody_else_or_for_another_area_is_none(phone, checks, cast, area):
    goes_on = ask(phone, area, reason="visit").json()["goes_on"]
    assert ask(Phone(cast.cadre), area, goes_on=goes_on).status_code == 403
    assert ask(Phone(cast.officer), cast.units["梨花沟村"].pk, goes_on=goes_on).status_code == 403


def test_who_may_not_open_gets_no_name_and_is_offered_no_reason(checks, cast, area):
    phone = Phone(cast.supervisor)
    assert phone.carry(area=area)["sections"]["me"]["rows"]["reasons"] == []
    assert ask(phone, area, reason="visit").status_code == 403


def test_an_area_out_of_reach_is_not_there(phone, cast):
    assert ask(phone, cast.units["梨花沟村"].pk, reason="visit").status_code == 404
