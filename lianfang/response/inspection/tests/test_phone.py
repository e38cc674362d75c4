"""A team's phone carries its own visits and nobody else's, and sends each whole once there is a signal: taken or refused as a whole."""
import json
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.actions import take_held
from lianfang.ground.outbox.models import Conflict, Photo, Sent
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions
from lianfang.response.inspection.actions import Seat
from lianfang.response.inspection.models import Problem, Sheet, Visit

from .conftest import SCORED, checklist_sheet

ACTION = "inspection.finish_visit"


@pytest.fixture
def visit(cast, team):
    """An unannounced visit to the near village that was planned before."""
    return actions.plan_visit(team=team, place=cast.units["丰禾社区"], on=cast.on, is_unannounced=True, by=cast.supervisor, at=cast.at)


@pytest.fixture(autouse=True)
def _then(cast):
    """It is the evening of the day of the visit; nothing ticks."""
    with time_machine.travel(cast.at + timedelta(hours=3), tick=False):
        yield


@pytest.fixture
def gates(cast):
    """A checklist of gates: why nobody stands there is asked where nobody does, and must be answered then."""
    rows = [("integer", "guards", "几个人值守", "Guards", ". >= 0 and . <= 20", "", "yes", ""),
            ("text", "why", "为什么没有人", "Why nobody", "", "", "yes", "${guards} = '0'")]
    return lambda version="1", at=cast.at: actions.take_checklist(content=checklist_sheet("gate", rows, version), topic="gates",
                                                                  by=cast.supervisor, at=at)


def carried(client):
    """What a phone carries of inspections."""
    return client.get("/api/v1/carry").json()["sections"]["inspection"]["rows"]


def problem(**more):
    return {"topic": "gates", "grade": "at_once", "spot": "村口卡点", "words": "夜间无人", **more}


def entry(cast, visit, at=None, **said):
    """A visit as a phone sends it, made an hour after it was planned."""
    data = {"record": str(visit.pk), "people": 3, "answers": {}, "note": "看了卡点", **said}
    return {"id": str(uuid7()), "seq": 1, "action": ACTION, "at": (at or cast.at + timedelta(hours=1)).isoformat(), "data": data}


def sent(cast, client, *entries):
    """The receipt of the last of them."""
    body = {"sent_at": (cast.at + timedelta(hours=3)).isoformat(), "entries": entries}
    answer = client.post("/api/v1/outbox", json.dumps(body), content_type="application/json")
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["receipts"][-1]


def test_a_visit_is_on_the_phones_of_its_team_alone(cast, visit, head, somebody, browse, checklist):
    rows = carried(browse(head))
    [row] = rows["visits"]
    assert (row["id"], row["place"]["name"], row["place"]["around"], row["is_unannounced"]) == (str(visit.pk), "丰禾社区", "禾阳街道", True)
    [turn] = [one for one in browse(head).get("/api/v1/carry").json()["sections"]["turns"]["rows"] if one["record"] == str(visit.pk)]
    assert turn["action"] == ACTION and "gates" in row["topics"]
    for other in (cast.cadre, cast.township, cast.grid, cast.officer, cast.supervisor, somebody("别组", "inspector")):
        told = browse(other).get("/api/v1/carry").content.decode()
        assert str(visit.pk) not in told and "督查一组" not in told, other.name
    far = {"place": cast.units["望河社区"], "on": cast.on + timedelta(days=9)}
    later = actions.plan_visit(team=visit.team, by=cast.supervisor, at=cast.at, **far)
    assert str(later.pk) not in str(carried(browse(head))), "the phone must be heard of before that day"
    actions.drop_visit(visit=visit, by=cast.supervisor, at=cast.at)
    assert carried(browse(head)) == {"visits": [], "lists": []}


def test_a_visit_comes_whole_once_with_its_problems_and_the_photo_of_each(cast, visit, head, browse):
    whole, own = str(uuid7()), str(uuid7())
    one = entry(cast, visit, photo=whole, problems=[problem(photo=own), problem(topic="duty", grade="usual", spot="", words="值班表过期")])
    phone = browse(head)
    assert [sent(cast, phone, one)["state"] for _again in range(2)] == ["taken", "taken"]
    sheet, visit = Sheet.objects.get(), Visit.objects.get()
    assert (visit.state, sheet.people, sheet.note.open(), sheet.done_at) == ("done", 3, "看了卡点", cast.at + timedelta(hours=1))
    first, second = Problem.objects.order_by("topic").reverse()
    assert (first.words.open(), second.words.open(), first.unit, first.sheet) == ("村口卡点：夜间无人", "值班表过期", sheet.unit, sheet)
    assert first.found_at == sheet.done_at and first.due == cast.at + timedelta(hours=5), "its term begins when the unit can hear of it"
    shown = {str(photo.pk): (photo.record, photo.unit) for photo in Photo.objects.select_related("unit")}
    assert shown == {whole: (sheet.pk, sheet.unit), own: (first.pk, sheet.unit)}


def test_one_wrong_answer_and_nothing_of_it_is_taken_until_it_is_put_right(cast, gates, visit, head, browse):
    asked = str(gates().pk)
    assert [one["id"] for one in carried(browse(head))["lists"]] == [asked]
    wrong = entry(cast, visit, answers={asked: {"guards": "0"}}, problems=[problem()])
    told = sent(cast, browse(head), wrong)
    assert told["state"] == "refused" and "gate 表 · 为什么没有人：请填写" in told["says"]
    assert not Sheet.objects.exists() and not Problem.objects.exists()
    assert json.loads(Sent.objects.get().content.open())["problems"][0]["words"] == "夜间无人"
    right = entry(cast, visit, answers={asked: {"guards": "0", "why": "换班"}}, problems=[problem()]) | {"mends": wrong["id"]}
    assert sent(cast, browse(head), right)["state"] == "taken" and Problem.objects.count() == 1
    assert json.loads(Sheet.objects.get().answers.open()) == {asked: {"guards": 0, "why": "换班"}}


def test_a_checklist_may_be_asked_as_it_stood_when_the_phone_took_it_along_and_no_other(cast, gates, visit, head, browse):
    strange = actions.take_checklist(content=checklist_sheet("face", SCORED), topic="environment", by=cast.supervisor, at=cast.at)
    old = gates(at=cast.at + timedelta(minutes=5))
    new = gates("2", at=cast.at + timedelta(minutes=30))
    assert [one["id"] for one in carried(browse(head))["lists"]] == [str(new.pk)]
    for wrong in ({str(strange.pk): {"clean": 1, "light": 1}}, {str(old.pk): {"guards": 2}, str(new.pk): {"guards": 2}}):
        told = sent(cast, browse(head), entry(cast, visit, answers=wrong))
        assert told["state"] == "refused" and "换成现在的检查表" in told["says"]
    assert sent(cast, browse(head), entry(cast, visit, answers={str(old.pk): {"guards": 2}}))["state"] == "taken"
    assert Sheet.objects.get().forms == [str(old.pk)]


def test_whom_another_was_faster_than_adds_his_problems_and_changes_nothing_else(cast, visit, head, team, browse):
    other = team.members.get(duty="member").account
    assert sent(cast, browse(head), entry(cast, visit, problems=[problem()]))["state"] == "taken"
    second = entry(cast, visit, note="我也看了", problems=[problem(words="没有台账")])
    told = sent(cast, browse(other), second)
    assert told["state"] == "refused" and "高局长在" in told["says"] and "只补报问题" in told["says"]
    assert sent(cast, browse(other), entry(cast, visit, adds=True))["says"].startswith("没有要补报的问题")
    added = entry(cast, visit, note="我也看了", adds=True, problems=[problem(words="没有台账")]) | {"mends": second["id"]}
    assert sent(cast, browse(other), added)["state"] == "taken"
    assert Sheet.objects.get().note.open() == "看了卡点" and Problem.objects.filter(found_by=other).count() == 1


def test_a_visit_that_was_dropped_is_refused_and_goes_to_the_one_planned_anew(cast, visit, head, browse):
    actions.drop_visit(visit=visit, by=cast.supervisor, at=cast.at)
    first = entry(cast, visit)
    told = sent(cast, browse(head), first)
    assert told["state"] == "refused" and "取消了" in told["says"]
    anew = actions.plan_visit(team=visit.team, place=visit.place, on=cast.on, by=cast.supervisor, at=cast.at)
    assert sent(cast, browse(head), entry(cast, anew) | {"mends": first["id"]})["state"] == "taken" and Sheet.objects.get().visit == anew


def test_who_left_the_team_is_looked_at_above_and_a_stranger_is_refused(cast, visit, head, team, somebody, browse):
    stranger = sent(cast, browse(somebody("别组", "inspector")), entry(cast, visit))
    assert stranger["state"] == "refused" and "不是您这个组的" in stranger["says"]
    assert sent(cast, browse(cast.township), entry(cast, visit))["says"] == "这条记录不在您的辖区里，或者已经不在了。"
    others = [Seat(one.account, one.rank, one.duty) for one in team.members.order_by("pk")[1:]]
    told = {"by": cast.supervisor, "at": cast.at}
    actions.compose_team(unit=visit.unit, kind="inspection", name="督查二组", seats=[Seat(head, "bureau", "head"), *others], **told)
    actions.reseat_team(team=team, seats=[Seat(somebody("卫科长"), "bureau", "head"), *others], **told)
    told = sent(cast, browse(head), entry(cast, visit, problems=[problem(photo=str(uuid7()))]))
    assert told["state"] == "conflict" and "不在这个组" in told["says"] and not Sheet.objects.exists()
    conflict = Conflict.objects.get()
    assert conflict.unit == visit.unit and Turn.objects.open().get(record=conflict.pk).role == "duty_officer", "never where it is about"
    page = reverse("outbox:conflict", args=[conflict.pk])
    seen = browse(cast.officer).post(page, {"act": "look"}).content.decode()
    assert "村口卡点" in seen and "督查一组" in seen and browse(cast.cadre).get(page).status_code == 404
    take_held(conflict=conflict, by=cast.officer, at=cast.at + timedelta(hours=3))
    assert Sheet.objects.get().people == 3 and Photo.objects.get().record == Problem.objects.get().pk


def test_a_round_that_was_closed_meanwhile_takes_the_visit_and_counts_it_not(cast, checklist, team, head, browse):
    one = actions.open_round(unit=cast.units["青禾县"], kind="inspection", period="day", level="village", title="每日评比", from_on=cast.on,
                             last_on=cast.on, checklist=checklist, by=cast.supervisor, at=cast.at)
    visits = actions.plan_round(round=one, teams=[team], is_unannounced=True, by=cast.supervisor, at=cast.at)
    near, far = visits[:2]
    said = {"answers": {str(checklist.pk): {"clean": 20, "light": 10}}}
    assert sent(cast, browse(head), entry(cast, near, **said))["verdict"] is None
    actions.close_scoring(round=one, by=cast.supervisor, at=moment(cast.on, "12:00"))
    told = sent(cast, browse(head), entry(cast, far, **said))
    assert told["state"] == "taken" and "不计入排名" in told["verdict"]["note"]
    assert [(sheet.score, sheet.round_id is None) for sheet in Sheet.objects.order_by("done_at", "pk")] == [(10_000, False), (10_000, True)]
