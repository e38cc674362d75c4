"""The investigation form: asked by the table, kept field by field with what stood before, finished in two parts, shown behind a reason."""
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions, queries
from lianfang.response.cases.models import Exposed, Inquiry, Mended, SymptomDay

from .conftest import BASIC, FULL


def asked(team, one):
    return {question.field: question for question in queries.questions(one, team.cast.on)}


def turn(one):
    return Turn.objects.get(record=one.pk, closed_at=None)


def test_a_suspected_case_is_asked_the_first_part_a_confirmed_both(team):
    one = team.report(klass="suspected")
    assert {question.part for question in asked(team, one).values()} == {"basic"}
    one.klass = "confirmed"
    assert asked(team, one)["course"].is_required and "imaging" in asked(team, one)
    one.disease = "cholera"
    assert "imaging" not in asked(team, one)
    with pytest.raises(Refused, match="不问“胸部影像”"):
        actions.fill(case=one, said={"imaging": "normal"}, by=team.cast.epi, at=team.at)


def test_each_answer_is_kept_and_what_it_replaces_too(team):
    one = team.report()
    assert actions.fill(case=one, said={"household": 3, "chronic": "高血压"}, by=team.cast.epi, at=team.at) == ["household", "chronic"]
    assert actions.fill(case=one, said={"household": 3}, by=team.cast.epi, at=team.at) == []
    actions.fill(case=one, said={"household": 4, "chronic": "糖尿病"}, by=team.cast.officer, at=team.later(hours=1))
    told = Inquiry.objects.get()
    assert (told.household, told.chronic.open()) == (4, "糖尿病")
    assert {(row.field, row.before.open(), row.by.login) for row in Mended.objects.all()} == {
        ("household", "3", "officer"), ("chronic", "高血压", "officer")}
    assert Line.objects.filter(verb="cases.fill").latest("at").data == {"fields": ["household", "chronic"]}


def test_no_answer_that_is_none_and_no_day_to_come(team):
    one = team.report()
    for said, says in (({"mask": "seldom"}, "没有这个选项"), ({"first_visit_on": date(2020, 3, 11)}, "首次就诊日期"),
                       ({"isolated_at": team.later(hours=1, days=1)}, "隔离时间")):
        with pytest.raises(Refused, match=says):
            actions.fill(case=one, said=said, by=team.cast.epi, at=team.at)
    assert not Inquiry.objects.exists()


def test_the_parts_are_finished_in_order_and_the_report_day_counts(team):
    one = team.report()
    with pytest.raises(Refused, match="还没有填：谁说的、同住几人"):
        actions.finish_basic(case=one, by=team.cast.epi, at=team.at)
    actions.fill(case=one, said=BASIC, by=team.cast.epi, at=team.at)
    actions.finish_basic(case=one, by=team.cast.epi, at=team.later(hours=3))
    assert (one.state, turn(one).due) == ("sketched", team.later(hours=24))
    with pytest.raises(Refused, match="发病和就诊经过"):
        actions.investigate(case=one, origin="local", summary="家庭聚集", by=team.cast.epi, at=team.later(hours=4))
    actions.fill(case=one, said=FULL, by=team.cast.epi, at=team.later(hours=4))
    actions.investigate(case=one, origin="local", summary="家庭聚集", by=team.cast.officer, at=team.later(hours=5))
    told = Inquiry.objects.get()
    assert (one.state, told.basic_at, told.full_by, told.full_at) == (
        "investigated", team.later(hours=3), team.cast.officer, team.later(hours=5))


def test_a_day_is_told_once_and_an_exposure_lies_in_the_days_looked_back_on(team):
    one, on = team.report(), date(2020, 3, 9)
    for heat in ("38.2", "38.6"):
        actions.tell(case=one, told=actions.DayTold(on, Decimal(heat), ("fever", "cough")), by=team.cast.epi, at=team.at)
    [day] = queries.symptom_days(one)
    assert (day.temperature, day.codes, SymptomDay.objects.count()) == (Decimal("38.6"), ["fever", "cough"], 2)
    assert queries.looked_back(one, on) == (date(2020, 2, 23), date(2020, 3, 8))
    told = actions.ExposureTold("gathering", date(2020, 2, 20), date(2020, 2, 22), place="同福酒家")
    with pytest.raises(Refused, match="早于 2020-02-23"):
        actions.tell(case=one, told=told, by=team.cast.epi, at=team.at)
    told.until_on = date(2020, 2, 23)
    made = actions.tell(case=one, told=told, by=team.cast.epi, at=team.at)
    actions.take_back(row=made, by=team.cast.epi, at=team.at)
    assert queries.exposures_of(one) == [] and Exposed.objects.get().place.open() == "同福酒家"
    for bad in (actions.DayTold(on), actions.DayTold(on, None, ("rash",)), actions.DayTold(team.cast.on + timedelta(days=1), Decimal(37))):
        with pytest.raises(Refused):
            actions.tell(case=one, told=bad, by=team.cast.epi, at=team.at)


def test_on_screen_a_draft_keeps_what_is_right_and_nothing_shows_without_a_reason(team, client):
    one = team.report()
    actions.fill(case=one, said={"chronic": "哮喘"}, by=team.cast.epi, at=team.at)
    client.force_login(team.cast.epi)
    there, fill = (reverse(f"cases:{name}", args=[one.pk]) for name in ("inquiry", "fill"))
    with time_machine.travel(team.at, tick=False):
        assert "哮喘" not in client.get(there).content.decode()
        client.post(fill, {"part": "basic", "household": "2"})
        assert Inquiry.objects.get().household is None
        assert client.post(client.get(there).context["action"], {"reason": "investigate"}).url == there, "back to the form that asked why"
        said = {"part": "basic", "household": "2", "first_visit_on": "昨天", "informant": "self"}
        answer = client.post(fill, said, headers={"hx-request": "true"})
        assert "读不懂" in answer.content.decode() and Inquiry.objects.get().household == 2
        assert client.post(fill, said).status_code == 422
        page = client.post(reverse("cases:tell", args=[one.pk, "symptoms"]), {"on": "2020-03-09", "codes": "fever"}, follow=True)
        assert "发热" in page.content.decode() and "哮喘" in page.content.decode()
        assert "早于" in client.post(reverse("cases:tell", args=[one.pk, "exposures"]), {
            "kind": "market", "from_on": "2020-01-01", "protection": "mask"}).content.decode()
        client.post(reverse("cases:finish_basic", args=[one.pk]))
        one.refresh_from_db()
        assert one.state == "reported"
