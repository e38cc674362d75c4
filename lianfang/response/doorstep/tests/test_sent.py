"""What a phone sends from doors: a visit answers its household once, a call or a broken slip too; what it carries is its own area."""
import json
from datetime import timedelta

import pytest
from django.test import Client

from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.models import Conflict
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Call, Household, Seal, SealCheck, Visit

from .test_questions import written


@pytest.fixture
def phone(cast):
    """Somebody's phone, signed in."""
    def of(account):
        client = Client()
        client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")

        def send(*entries):
            posted = [{"id": str(pk or uuid7()), "seq": n, "action": action, "data": data, "at": at.isoformat(), "base": base, "form": None}
                      for n, (action, data, at, base, pk) in enumerate(entries)]
            answer = client.post("/api/v1/outbox", json.dumps({"sent_at": cast.at.isoformat(), "entries": posted}),
                                 content_type="application/json")
            assert answer.status_code == 200, answer.content
            return answer.json()["receipts"]

        send.client = client
        return send

    return of


def visited(record, at, base=None, pk=None, **data):
    return "doorstep.visit", {"record": str(record), "outcome": "visited", "head_count": 2} | data, at, base, pk


def test_a_visit_is_taken_once_under_its_own_id(cast, doors, campaign, phone):
    household, entry = Household.objects.get(unit=doors["101"]), uuid7()
    send = phone(cast.grid)
    for _again in range(2):
        [receipt] = send(visited(household.pk, cast.at, pk=entry))
        assert receipt["state"] == "taken" and receipt["id"] == str(entry), receipt
    assert Visit.objects.get().pk == entry
    assert Household.objects.get(unit=doors["101"]).outcome == "visited"


def test_many_doors_in_one_post_and_one_outside_the_area(cast, doors, campaign, phone):
    records = {unit: pk for pk, unit in Household.objects.values_list("pk", "unit_id")}
    receipts = phone(cast.grid)(*(visited(records[doors[n]], cast.at) for n in ("101", "102", "5", "201")))
    assert [one["state"] for one in receipts] == ["taken", "taken", "refused", "taken"] and "辖区" in receipts[2]["says"]
    assert Visit.objects.count() == 3
    assert actions.recount(campaign=campaign, by=cast.officer, at=cast.at) == {}


def test_a_call_and_a_broken_slip_are_answered_by_a_visit(cast, doors, campaign, visit, phone):
    visit(doors["101"], "nobody_home")
    [seal] = actions.print_seal(units=[doors["102"]], by=cast.grid, at=cast.at)
    send = phone(cast.grid)
    receipts = send(("doorstep.post_seal", {"record": str(seal.pk)}, cast.at, None, None),
                    ("doorstep.check_seal", {"record": str(seal.pk), "condition": "broken"}, cast.at, None, None),
                    visited(seal.pk, cast.at), visited(Call.objects.get().pk, cast.at + timedelta(seconds=1)))
    assert {one["state"] for one in receipts} == {"taken"}, receipts
    assert Seal.objects.get().state == "answered" and SealCheck.objects.get().condition == "broken"
    assert Call.objects.get().state == "made" and Household.objects.get(unit=doors["101"]).outcome == "visited"


def test_two_phones_at_one_household_keep_both_and_somebody_looks(cast, doors, campaign, phone):
    household = Household.objects.get(unit=doors["101"])
    carried = phone(cast.grid).client.get("/api/v1/carry", {"area": cast.units["丰禾第四网格"].pk}).json()["sections"]
    base = next(one["base"] for one in carried["households"]["rows"] if one["id"] == str(household.pk))
    assert phone(cast.cadre)(visited(household.pk, cast.at, base, head_count=4))[0]["state"] == "taken"
    [receipt] = phone(cast.grid)(visited(household.pk, cast.at, base))
    assert receipt["state"] == "conflict" and Visit.objects.count() == 2
    assert Conflict._base_manager.count() == 1


def test_answers_are_held_to_the_version_they_were_filled_into(cast, doors, launch, phone):
    old, new = (actions.take_questions(content=written(version=v), unit=cast.units["青禾县"], by=cast.officer, at=cast.at) for v in "12")
    campaign = launch(questions=old)
    actions.ask_anew(campaign=campaign, questions=new, by=cast.officer, at=cast.at)
    household = Household.objects.get(unit=doors["101"])
    send = phone(cast.grid)
    [wrong] = send(visited(household.pk, cast.at, questions=str(old.pk), answers={"over_sixty": 99}))
    assert wrong["state"] == "refused" and "六十岁以上" in wrong["says"]
    [taken] = send(visited(household.pk, cast.at, questions=str(old.pk), answers={"over_sixty": 1}))
    assert taken["state"] == "taken" and Visit.objects.get().is_old_form


def test_a_phone_carries_its_doors_and_what_is_asked_there(cast, doors, launch, phone):
    asked = actions.take_questions(content=written(), unit=cast.units["青禾县"], by=cast.officer, at=cast.at)
    launch(questions=asked)
    sections = phone(cast.grid).client.get("/api/v1/carry", {"area": cast.units["丰禾第四网格"].pk}).json()["sections"]
    assert len(sections["households"]["rows"]) == 4
    [campaign] = sections["campaigns"]["rows"]
    assert campaign["version"] == str(asked.pk) and [field["name"] for field in campaign["questions"]] == ["over_sixty", "pets", "which"]
    assert "doorstep.visit" in sections["forms"]["rows"] if "rows" in sections["forms"] else sections["forms"]
