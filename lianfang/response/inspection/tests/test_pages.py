"""The pages: a team put together, a round planned and scored on a phone, a dispute, the bulletin; who sees what."""
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.days import moment
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions
from lianfang.response.inspection.models import CaseFile, Checklist, Commendation, Dispute, Problem, Round, Sheet, Team, Visit
from tests import reading

from .test_problem import photo


def at(name, *args):
    return reverse(f"inspection:{name}", args=args)


@pytest.fixture
def early(cast, monkeypatch):
    """The pages' clock stands where the cast's does; a test moves it."""
    clock = {"at": cast.at}
    for module in ("shared", "overview", "teams", "checklists", "rounds", "visits", "sheets", "problems", "written", "markets", "cadres"):
        monkeypatch.setattr(f"lianfang.response.inspection.views.{module}.now", lambda: clock["at"], raising=False)
    return clock


def posted(client, url, **sent):
    """The answer to a form; what it complains of where it does not lead on."""
    answer = client.post(url, sent)
    assert answer.status_code == 302, re.findall(r'wrong-text[^>]*>(.*?)</p>|error-summary.*?</ul>', answer.content.decode(), re.S)
    return answer


def test_a_team_is_put_together_and_sent_out(cast, browse, somebody, early):
    page = browse(cast.supervisor)
    chief, strict = somebody("高局长", "inspector"), somebody("纪严", "inspector")
    sent = {"unit": cast.units["青禾县"].pk, "kind": "inspection", "name": "督查一组", "head": chief.pk, "rank": "section",
            "discipline0": strict.pk, "member0": cast.supervisor.pk}
    refused = page.post(at("compose_team"), sent)
    assert refused.status_code == 422 and "科局级" in refused.content.decode() and not Team.objects.exists()
    posted(page, at("compose_team"), **sent | {"rank": "bureau"})
    team = Team.objects.get()
    posted(page, at("plan_visit"), unit=cast.units["丰禾社区"].pk, team=team.pk, on=cast.on.isoformat(), shy="yes")
    visit, head = Visit.objects.get(), browse(chief)
    assert "丰禾社区" in head.get(reverse("home:home")).content.decode(), "it is the head's turn"
    assert "不打招呼" in head.get(at("visit", visit.pk)).content.decode()
    assert browse(cast.township).get(at("visit", visit.pk)).status_code == 404
    assert "还没有检查记录" in browse(cast.cadre).get(at("sheets")).content.decode()
    posted(head, at("visit", visit.pk), people="3", note="卡点有人", photo=SimpleUploadedFile("a.jpg", photo()))
    assert "卡点有人" in head.get(at("visit", visit.pk)).content.decode()
    posted(head, at("raise_problem", visit.pk), topic="gates", grade="usual", words="夜间无人", more="1")
    assert "卡点有人" in browse(cast.cadre).get(at("sheet", Sheet.objects.get().pk)).content.decode(), "now the unit sees it"
    assert "夜间无人" in browse(cast.cadre).get(at("problem", Problem.objects.get().pk)).content.decode()


def test_a_problem_goes_through_all_hands_and_a_referral_shows_on_no_page_but_its_own(cast, browse, visited, second, head, early):
    one = actions.raise_problem(unit=visited.unit, topic="gates", grade="usual", words="夜间无人", sheet=visited, by=head, at=cast.at)
    cadre, board = browse(cast.cadre), browse(second)
    assert cadre.get(at("close_problem", one.pk)).status_code == 403
    assert cadre.post(at("fix_problem", one.pk), {"words": "改了", "photo": SimpleUploadedFile("a.jpg", b"text")}).status_code == 422
    posted(cadre, at("fix_problem", one.pk), words="排了两班")
    posted(board, at("reopen_problem", one.pk), words="夜里没有人")
    posted(cadre, at("fix_problem", one.pk), words="加了夜班")
    posted(board, at("open_case", one.pk), number="案1", note="涉嫌失职")
    posted(board, at("close_problem", one.pk), words="去看过")
    for page in (cadre, browse(cast.officer)):
        shown = page.get(at("problem", one.pk)).content.decode()
        assert "已销号" in shown and "案卷" not in shown and "移送" not in shown and page.get(at("cases")).status_code == 403
    assert "案1" in board.get(at("cases")).content.decode()
    assert "涉嫌失职" in board.get(at("case", CaseFile.objects.get().pk)).content.decode()
    assert f"{at('problems')}?figure=inspection_closed" in cadre.get(at("index")).content.decode()


def test_a_round_is_scored_on_a_phone_disputed_published_and_printed(cast, browse, crossed, villages, early, second):
    board = browse(cast.supervisor)
    blank = board.get(at("blank")).content
    assert [sheet.name for sheet in sheets.read(blank)] == ["survey", "choices", "settings"]
    posted(board, at("take_checklist"), file=SimpleUploadedFile("a.xlsx", blank), topic="environment")
    posted(board, at("open_round"), unit=cast.units["青禾县"].pk, title="环境每日评比", kind="mutual", period="day", level="village",
           from_on=cast.on.isoformat(), checklist=Checklist.objects.get().pk)
    one = Round.objects.get()
    posted(board, at("plan_round", one.pk), teams=[team.pk for team in crossed], shy="no")
    for visit in Visit.objects.select_related("head", "place"):
        page, is_near = browse(visit.head), visit.place.name == "丰禾社区"
        assert "净化" in page.get(at("visit", visit.pk)).content.decode()
        if is_near:
            wrong = page.post(at("visit", visit.pk), {"people": "2", "c0-clean": "21", "c0-light": "9", "c0-signs": "10"})
            assert wrong.status_code == 422 and "20" in wrong.content.decode()
        posted(page, at("visit", visit.pk), people="2", **{"c0-clean": "10" if is_near else "18", "c0-light": "9", "c0-signs": "10"})
    early["at"] = moment(cast.on, "17:00")
    posted(board, at("close_scoring", one.pk))
    cadre = browse(cast.cadre)
    shown = cadre.get(at("round", one.pk)).content.decode()
    assert "您单位的名次" in shown and "丰禾社区" in shown and "石桥村" not in shown
    sheet = Sheet.objects.get(unit__name="丰禾社区")
    assert "10/20" in cadre.get(at("sheet", sheet.pk)).content.decode()
    posted(cadre, at("dispute", sheet.pk), words="下午清过了")
    early["at"] = moment(cast.on, "17:30")
    posted(browse(second), at("uphold", Dispute.objects.get().pk), points="95", words="属实")
    assert board.post(at("publish", one.pk), {"number": "通报1号"}).status_code == 422
    assert cadre.post(at("print_bulletin", one.pk, "pdf")).status_code == 404
    early["at"] = moment(cast.on, "18:00")
    posted(board, at("publish", one.pk), number="通报1号")
    assert "石桥村" in cadre.get(at("round", one.pk)).content.decode()
    paper = cadre.post(at("print_bulletin", one.pk, "pdf"))
    text = reading.text(paper.content)
    assert "通报1号" in text and "石桥村" in text and "成立并改分1件" in text.replace(" ", "")
    assert cadre.post(at("print_bulletin", one.pk, "docx")).content.startswith(b"PK")
    assert Turn.objects.open().filter(record=one.pk).count() == 0
    near = Sheet.objects.get(unit__name="望河社区")
    assert "排在前列" in board.get(at("lists") + "?period=day").content.decode()
    posted(board, at("commend", near.unit_id), batch="第一批", number="表彰1号", deeds="环境整治", evidence=near.pk)
    assert Commendation.objects.get().evidence_kind == "sheet"


def test_coverage_and_focus_are_told_and_the_report_is_printed(cast, browse, visited, early):
    board = browse(cast.supervisor)
    page = board.get(at("coverage") + "?bare=1").content.decode()
    assert "没有人查" in page and "望河社区" in page and "丰禾社区" not in page
    assert "查了 1 次" in board.get(at("coverage") + "?level=township&period=month").content.decode()
    assert "03-" in page and board.get(at("coverage") + "?kind=nonsense&period=once").status_code == 200
    assert "复工复产" in browse(cast.cadre).get(at("focus") + "?on=2020-03-10").content.decode()
    assert browse(cast.cadre).get(at("focus") + "?on=no-day").status_code == 404
    sent = {"since": "2020-03-01", "last": "2020-03-10"}
    text = reading.text(board.post(at("print_report", "pdf"), sent).content).replace(" ", "")
    assert "共检查1次（其中暗访1次），3人次" in text and "望河社区" in text
    assert io.BytesIO(board.post(at("print_report", "docx"), sent).content).read(2) == b"PK"
    assert board.post(at("print_report", "pdf"), {"since": "2020-03-10", "last": "2020-03-01"}).status_code == 422


def test_a_complaint_and_an_assessment_go_through_their_pages(cast, browse, somebody, early):
    village, town, board = browse(cast.cadre), browse(cast.township), browse(cast.supervisor)
    posted(village, at("take_complaint"), unit=cast.units["丰禾社区"].pk, kind="price", channel="visit", words="口罩涨价",
           contact="门口小店")
    key = Turn.objects.get(flow="complaint").record
    assert "口罩涨价" not in village.get(at("complaint", key)).content.decode() and "口罩涨价" in town.get(at("complaint",
                                                                                                      key)).content.decode()
    posted(town, at("answer_complaint", key), words="退款了")
    posted(board, at("close_complaint", key))
    seats = {"head": somebody("部长", "inspector").pk, "discipline0": somebody("纪委", "inspector").pk, "member0": cast.supervisor.pk}
    posted(board, at("compose_team"), unit=cast.units["青禾县"].pk, kind="assessment", name="考察组", rank="bureau", **seats)
    posted(board, at("record_assessment"), unit=cast.units["丰禾社区"].pk, cadre=cast.cadre.pk, team=Team.objects.get().pk,
           on=cast.on.isoformat(), way="talk", seen="连续值守二十天")
    mine = Turn.objects.get(flow="cadre_assessment").record
    assert "连续值守" in village.get(at("assessment", mine)).content.decode() and town.get(at("assessment", mine)).status_code == 404
    posted(village, at("reply_assessment", mine), words="是二十二天")
    assert "二十二天" in board.get(at("assessment", mine)).content.decode()


def test_a_page_says_the_day_of_the_county(cast, browse, early):
    told = {"unit": cast.units["禾阳街道"], "kind": "price", "by": cast.township, "at": moment(cast.on, "06:30")}  # the day before in UTC
    complaint = actions.take_complaint(channel="hotline", words="口罩涨价", contact="", **told)
    case = actions.open_market_case(number="市监案〔2020〕9号", words="涨价", **told)
    for page, record in (("complaint", complaint), ("market_case", case)):
        assert f"{cast.on} 06:30" in browse(cast.officer).get(at(page, record.pk)).content.decode()
