"""Leads go down to who can find the person, come back with a fixed outcome, and return to their sender in his own sheet."""
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.screening import actions, storage
from lianfang.response.screening.models import Lead
from lianfang.response.screening.queries import leads as known

from .conftest import book, numbered, row

HEADERS = ["序号", "姓名", "身份证号", "电话", "备注"]


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


@pytest.fixture
def roster(bring):
    bring(book(row(1, name="周明远")))
    known_one, unknown_one = ["甲", "周明远", numbered(1), "", "大数据推送"], ["乙", "吕春", "", "13900000077", ""]
    return bring(book(known_one, unknown_one, headers=HEADERS), kind="leads")


def test_a_lead_is_the_turn_of_whoever_is_nearest_to_the_person(roster):
    near, nobody = Lead.objects.order_by("row")
    turns = {turn.record: turn for turn in Turn.objects.open().filter(flow="lead")}
    assert turns[near.pk].unit_id == near.unit_id and turns[nobody.pk].unit_id == roster.unit_id
    assert turns[near.pk].subject == near.person_id is not None


def test_it_is_passed_on_and_answered_once(cast, roster):
    lead = Lead.objects.order_by("row").last()
    far = cast.units["梨花沟村"]
    actions.pass_lead(leads=[lead], unit=far, by=cast.cadre, at=cast.at)
    assert Turn.objects.open().get(record=lead.pk).unit_id == far.pk and lead.passed == 1
    with pytest.raises(Refused):
        actions.pass_lead(leads=[lead], unit=far, by=cast.cadre, at=cast.at)
    with pytest.raises(Refused, match="结果"):
        actions.answer_lead(leads=[lead], outcome="who knows", by=cast.far_grid, at=cast.at)
    actions.answer_lead(leads=[lead], outcome="left_county", by=cast.far_grid, at=cast.at)
    assert (lead.state, lead.outcome) == ("answered", "left_county")
    assert not Turn.objects.open().filter(record=lead.pk).exists()
    with pytest.raises(Refused):
        actions.answer_lead(leads=[lead], outcome="abroad", by=cast.far_grid, at=cast.at)


def test_the_sender_gets_his_own_sheet_with_what_was_found(cast, roster):
    first, _second = Lead.objects.order_by("row")
    actions.answer_lead(leads=[first], outcome="found_here", by=cast.grid, at=cast.at)
    [sheet] = sheets.read(known.sheet_back(roster, "某某 2020"))
    head, one, other = sheet.rows
    assert head == [*HEADERS, "核查结果", "核查单位", "核查时间", "最近一次核查"]
    assert one[:3] == ["甲", "周明远", numbered(1)] and one[5] == "找到了，在这里" and one[7] == "2020-03-10 09:00"
    assert other[:2] == ["乙", "吕春"] and other[5] == "还在核查"


def test_a_row_that_another_list_had_brought_is_answered_there_too(cast, bring, roster):
    again = bring(book(["丙", "周明远", numbered(1), "", ""], headers=HEADERS), kind="leads")
    actions.answer_lead(leads=list(Lead.objects.filter(id_blind__gt="")), outcome="abroad", by=cast.grid, at=cast.at)
    [sheet] = sheets.read(known.sheet_back(again, ""))
    assert again.created == 0 and sheet.rows[1][5] == "在境外"


def test_the_last_time_somebody_dealt_with_the_same_person_is_shown(cast, roster):
    lead = Lead.objects.order_by("row").first()
    assert known.last_checks([lead.person_id]) == {}
    actions.answer_lead(leads=[lead], outcome="found_here", by=cast.grid, at=cast.at)
    assert known.check_in_words(known.last_checks([lead.person_id])[lead.person_id]) == "2020-03-10 09:00 线索核查 · 回复"


def test_one_sheet_a_village_goes_down(cast, roster):
    actions.pass_lead(leads=[Lead.objects.order_by("row").last()], unit=cast.units["梨花沟村"], by=cast.officer, at=cast.at)
    pages = {sheet.name: sheet.rows for sheet in sheets.read(known.sheets_down(roster, ""))}
    assert "梨花沟村" in pages and len(pages) == 2
    assert [line[0] for line in pages["梨花沟村"][2:]] == ["吕春"] and pages["梨花沟村"][2][2] == "13900000077"


def test_the_sender_s_list_goes_when_the_table_says(roster):
    assert storage.SENDER.holds(roster.pk)
    actions.expire(at=now() + timedelta(days=29))
    assert storage.SENDER.holds(roster.pk)
    actions.expire(at=now() + timedelta(days=31))
    assert not storage.SENDER.holds(roster.pk) and known.sheet_back(roster, "") is None


def test_pages(cast, roster):
    lead = Lead.objects.order_by("row").first()
    client = Client()
    client.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert client.get(reverse("screening:leads")).status_code == 200
    assert "最近一次核查" in client.get(reverse("screening:lead", args=[lead.pk])).content.decode()
    assert client.post(reverse("screening:lead", args=[lead.pk]), {"unit": cast.units["梨花沟村"].pk}).status_code == 302
    assert client.post(reverse("screening:lead", args=[lead.pk]), {"outcome": "abroad"}).status_code == 302
    assert Lead.objects.get(pk=lead.pk).outcome == "abroad"
    other = Lead.objects.filter(person=None, state="open").first()
    found = client.post(reverse("screening:lead", args=[other.pk]), {"outcome": "found_here"})
    assert found.url == reverse("doorstep:whose"), "who was found is recorded, and the table decides"
    back = client.post(reverse("screening:sheet_back", args=[roster.pk]))
    assert sheets.read(io.BytesIO(b"".join(back.streaming_content)))
    assert Line.objects.filter(verb="ui.export").count() == 1
