"""Weekly bulletins and releases: every number from the ledger, signed; nobody named; approved by another; frozen, marked when changed."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.overview.ledger.models import Change, Changed
from lianfang.overview.papers import actions, queries
from lianfang.overview.papers.models import Paper
from lianfang.overview.papers.papers.weekly import printed
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from tests.reading import text, word_text

from .conftest import CUT, LATER, ON

WORDS = "截至【截至】，全县在管【在管】人，其中禾阳街道【禾阳街道·在管】人。"


def press(desk, words=WORDS, **changed):
    told = {"kind": "press", "unit": desk.county, "on": ON, "title": "疫情防控工作通报", "by": desk.cast.officer, "at": LATER} | changed
    return actions.draft_paper(words=words, **told)


def mended(desk, cut, code, was, value):
    """A change of the county's figure that stands."""
    one = Change.objects.create(cut=cut, unit=desk.county, reason="补报", by=desk.cast.officer, name="罗文舒", at=LATER, ended_at=LATER,
                                state="stands")
    Changed.objects.create(change=one, unit=desk.county, code=code, was=was, value=value)


def test_a_release_is_filled_from_the_ledger_and_goes_out_by_two(desk):
    desk.book(managed=(26, 9))
    one = press(desk)
    assert {(told.unit.name, told.code, told.cut_off_at, told.value) for told in one.figures.all()} == {
        ("青禾县", "managed", CUT, 35), ("禾阳街道", "managed", CUT, 26)}
    with pytest.raises(Refused, match="另一位"):
        actions.approve_paper(paper=one, by=desk.cast.officer, at=LATER)
    with pytest.raises(Refused, match="待审签"):
        actions.publish_paper(paper=one, by=desk.cast.officer, at=LATER)
    actions.approve_paper(paper=one, by=desk.cast.leader, at=LATER)
    actions.publish_paper(paper=one, by=desk.cast.officer, at=LATER)
    assert one.text == "截至3月10日18时45分，全县在管35人，其中禾阳街道26人。"
    assert (one.drafted_name, one.approved_name, one.state, one.serial) == ("罗文舒", "郑怀远", "published", "990100-P-2020-001")
    paper = printed(one, is_drill=False)
    assert all("全县在管35人" in said for said in (text(paper.pdf()), word_text(paper.docx())))


def test_what_is_not_signed_is_refused_by_name(desk):
    desk.book(is_signed=False, managed=(26, 9))
    with pytest.raises(Refused, match="2020-03-10 的数字还没有签核，不能写进材料：在管、禾阳街道 在管"):
        press(desk)
    with pytest.raises(Refused, match="2020-03-09：还没有截数"):
        press(desk, on=ON - timedelta(days=1))


@pytest.mark.parametrize(("words", "said"), [
    ("全县在管35人。", "“35人”是手工写的数"),
    ("35位居民在管【在管】人", "“35位”是手工写的数"), ("新增三例病例，在管【在管】人。", "“三例”是手工写的数"),
    ("完成率９８．５％，【在管】", "手工写的数"),
    ("今日【在馆】人。", "【在馆】不是统计台账里的指标；相近的有：【在管】"), ("【桃花镇·在管】人", "没有“桃花镇”这个单位"),
    ("【在管】人，电话13800001111", "证件号或电话“138…”"), ("大家做好防护。", "通稿里没有数"),
    ("【其中空岗】个", "【line_unwatched_county】"),
])
def test_each_thing_that_may_not_go_out_is_named(desk, words, said):
    desk.book(managed=(26, 9))
    with pytest.raises(Refused) as wrong:
        press(desk, words)
    assert said in str(wrong.value) and not Paper.objects.exists()


def test_dates_and_periods_are_no_counts(desk):
    desk.book(managed=(26, 9))
    assert press(desk, "3月10日起，24小时值班，2个小时内送达，第一时间报告，在管【managed】人。").figures.count() == 1


def test_who_is_on_the_rolls_is_not_named(desk):
    desk.book(managed=(26, 9))
    for name in ("欧阳晓春", "艾则孜·买买提"):
        people.add_people(people=[draft_person(unit_id=desk.cast.units["502"].pk, name=name, at=LATER)], by=desk.cast.officer, at=LATER)
        with pytest.raises(Refused, match="和名册里一个人的姓名一样"):
            press(desk, f"全县在管【在管】人，患者{name}已送医。")


def test_small_cells_are_left_out_and_cannot_be_counted_back(desk):
    desk.book(managed=(32, 3), central=(2, 1))
    one = press(desk, "在管【在管】人，禾阳街道【禾阳街道·在管】人，梨花沟镇【梨花沟镇·在管】人，集中隔离【集中隔离】人。")
    shown = {(told.unit.name, told.code): told.shown for told in one.figures.all()}
    assert shown == {("青禾县", "managed"): "35", ("梨花沟镇", "managed"): "（不单列）", ("禾阳街道", "managed"): "（不单列）",
                     ("青禾县", "central"): "（不单列）"}


def test_a_small_part_is_not_found_by_what_is_told_of_its_whole_in_this_paper_or_another(desk):
    desk.book(managed=(30, 20), monitoring=(2, 1), isolated=(28, 19), home=(20, 12), central=(8, 7), ever=(60, 30), ended=(30, 10))
    county = ("managed", "monitoring", "home", "central", "ever", "ended", "isolated")
    one, other = press(desk, "【managed】【monitoring】【home】【central】【ever】【ended】"), press(desk, "【isolated】")
    shown = {told.code: told.shown for paper in (one, other) for told in paper.figures.all()}
    assert {code for code in county if shown[code] == "（不单列）"} == {"monitoring", "isolated", "central"}


def test_a_draft_is_not_approved_on_figures_that_have_changed_and_a_published_one_is_marked(desk, client):
    cut = desk.book(managed=(26, 9))
    one, other = press(desk), press(desk)
    actions.approve_paper(paper=one, by=desk.cast.leader, at=LATER)
    assert [telling.title for telling in queries.tellings(desk.county, CUT)] == ["新闻通稿 2020年第1期"]
    mended(desk, cut, "managed", 35, 34)
    with pytest.raises(Refused, match="更正了：在管"):
        actions.approve_paper(paper=other, by=desk.cast.leader, at=LATER)
    actions.redraft_paper(paper=other, title="通报", words=WORDS, by=desk.cast.officer, at=LATER)
    actions.approve_paper(paper=other, by=desk.cast.leader, at=LATER)
    assert "在管34人" in other.text and "在管35人" in Paper.objects.get(pk=one.pk).text
    client.force_login(desk.cast.officer)
    page = client.get(reverse("papers:paper", args=[one.pk]))
    assert [(told.code, stands) for told, _label, stands in page.context["moved"]] == [("managed", 34)]
    assert "报的 35，台账现为 34" in page.content.decode() and "原报35，台账现为34" in text(printed(one, is_drill=False).pdf())


def test_the_week_stands_beside_the_week_before_with_each_of_its_days(desk):
    desk.book(ON - timedelta(days=7), managed=(30, 10), ever=(60, 20))
    desk.book(ON - timedelta(days=1), managed=(20, 10), new_today=(4, 0))
    desk.book(managed=(26, 9), ever=(90, 30))
    one = press(desk, kind="weekly", words="在管【在管】人。", title="疫情防控周报")
    values = printed(one, is_drill=True).values
    rows = {row["label"]: (row["now"], row["before"], row["change"]) for row in values["figures"]}
    assert rows["在管"] == ("35", "40", "减 5") and rows["累计管控"] == ("120", "80", "增 40")
    days = values["sections"][0]["paragraphs"]
    assert len(days) == 2 and days[0].startswith("3月9日：在管30，") and days[1].startswith("3月10日：在管35，")
    assert values["state"] == "演练数据　未审签" and one.previous_at == CUT - timedelta(days=7)


def test_every_number_of_the_week_must_be_signed(desk):
    desk.book(ON - timedelta(days=2), is_signed=False, managed=(1, 1))
    desk.book(managed=(26, 9))
    with pytest.raises(Refused, match="2020-03-08 的数字还没有签核，周报要用"):
        press(desk, kind="weekly", words="在管【在管】人。")


def test_two_people_hand_it_on_with_buttons(desk, client):
    desk.book(managed=(26, 9))
    client.force_login(desk.cast.officer)
    with time_machine.travel(LATER, tick=False):
        draft = reverse("papers:draft_paper", args=["press"])
        assert "【累计管控】" in client.get(draft).context["form"].initial["words"]
        assert client.post(draft, {"on": "2020-03-11", "title": "通报", "words": WORDS}).status_code == 422
        page = client.post(draft, {"on": "2020-03-10", "title": "通报", "words": WORDS})["Location"]
        assert not client.get(page).context["may_approve"]
        client.force_login(desk.cast.leader)
        client.post(f"{page}approve/")
        client.force_login(desk.cast.accounts["epi"])
        client.post(f"{page}publish/")
        shown, printed_ = client.get(page), client.get(f"{page}paper.pdf")
    assert Paper.objects.get().state == "published" and "全县在管<a" in shown.content.decode().replace("\n", "")
    assert printed_.content.startswith(b"%PDF")


def test_what_was_drafted_again_since_he_read_it_is_not_approved_unseen(desk, client):
    desk.book(managed=(26, 9))
    one = press(desk)
    client.force_login(desk.cast.leader)
    address = reverse("papers:paper", args=[one.pk])

    def seen():
        return {"seen": client.get(address).content.decode().split('name="seen" value="')[1].split('"')[0]}

    with time_machine.travel(LATER, tick=False):
        first = seen()
        later = LATER + timedelta(minutes=1)
        actions.redraft_paper(paper=one, title="通报", words=WORDS + "另有【在管】人。", by=desk.cast.officer, at=later)
        assert "又改过稿" in client.post(f"{address}approve/", first, follow=True).content.decode()
        assert Paper.objects.get().state == "drafted"
        client.post(f"{address}approve/", seen())
    assert "另有35人" in Paper.objects.get(state="approved").text


def test_published_words_stand_whatever_a_town_is_called_by_now(desk, client):
    desk.book(managed=(26, 9))
    one = press(desk)
    actions.approve_paper(paper=one, by=desk.cast.leader, at=LATER)
    client.force_login(desk.cast.officer)
    address = reverse("papers:paper", args=[one.pk])
    assert "".join(piece.text for line in client.get(address).context["lines"] for piece, _url in line) == one.text
    Unit.objects.filter(pk=desk.near.pk).update(name="禾阳镇")
    page = client.get(address)
    assert "".join(piece.text for line in page.context["lines"] for piece, _url in line) == one.text and "【" not in one.text
    assert "其中禾阳街道26人" in text(printed(one, is_drill=False).pdf())


@pytest.mark.parametrize("part", ["township", "supervisor"])
def test_who_does_not_keep_the_figures_drafts_nothing(desk, client, part):
    desk.book(managed=(26, 9))
    with pytest.raises(Refused):
        press(desk, by=desk.cast.accounts[part])
    client.force_login(desk.cast.accounts[part])
    client.post(reverse("papers:draft_paper", args=["press"]), {"on": "2020-03-10", "title": "通报", "words": WORDS})
    assert not Paper.objects.exists()

