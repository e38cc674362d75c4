"""A secretary's own Word template: checked, kept by number, taken back; the page and the PDF stay as they are, and the page says so."""
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from lianfang.ground.documents import is_own, put_version
from lianfang.ground.workflow import Refused
from lianfang.overview.papers import actions, queries
from lianfang.overview.papers.models import Edition
from lianfang.overview.papers.papers.weekly import printed
from lianfang.overview.papers.queries.editions import title_of
from lianfang.overview.situation import actions as situation
from tests.reading import text, word_text

from .conftest import LATER, ON

PLACE = "papers/press.docx"


def template(*paragraphs) -> bytes:
    """A document of these paragraphs."""
    paper, out = Document(), io.BytesIO()
    for one in paragraphs:
        paper.add_paragraph(one)
    paper.save(out)
    return out.getvalue()


OURS = template("青禾发布", "{{ title }}", "{%p for part in parts %}", "{%p for one in part.paragraphs %}", "{{ one }}", "{%p endfor %}",
                "{%p endfor %}")


def keep(desk, content=OURS, by="officer", why="改了抬头"):
    return actions.keep_edition(place=PLACE, content=content, why=why, by=desk.cast.accounts[by], at=LATER)


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """A home of its own: what is put into force is a file there."""
    settings.HOME = tmp_path


@pytest.fixture
def one(desk):
    """A release."""
    desk.book(managed=(26, 9))
    told = {"unit": desk.county, "on": ON, "title": "通报", "by": desk.cast.officer, "at": LATER}
    return actions.draft_paper(kind="press", words="在管【在管】人。", **told)


def test_an_edited_template_changes_word_alone_and_can_be_taken_back(desk, one, client):
    keep(desk)
    paper = printed(one, is_drill=False)
    assert word_text(paper.docx()) == "青禾发布通报在管35人。" and "青禾发布" not in text(paper.pdf())
    client.force_login(desk.cast.officer)
    assert "网页和 PDF 是标准格式" in client.get(reverse("papers:paper", args=[one.pk])).content.decode()
    keep(desk, template("第二版 {{ title }}"))
    actions.roll_back(place=PLACE, number=1, why="还是第一版", by=desk.cast.officer, at=LATER)
    assert "青禾发布" in word_text(paper.docx())
    actions.roll_back(place=PLACE, number=0, why="标准", by=desk.cast.officer, at=LATER)
    assert "青禾发布" not in word_text(paper.docx()) and "校验码" in word_text(paper.docx())
    assert [(each.number, bool(each.digest)) for each in queries.editions_of(PLACE)] == [(4, False), (3, True), (2, True), (1, True)]


def test_what_was_put_into_the_folder_by_hand_is_not_lost(desk):
    put_version(queries.places()[PLACE], template("手工放的 {{ title }}"))
    keep(desk)
    assert [(each.number, each.why) for each in queries.editions_of(PLACE)] == [(2, "改了抬头"), (1, "原来放在 papers 文件夹里的")]


def test_what_is_wrong_is_named_and_nothing_is_kept(desk):
    with pytest.raises(Refused, match="没有“tilte”这个占位符；这里可以用：below、drill、issued、issuer、notes、parts、title"):
        keep(desk, template("{{ tilte }}"))
    with pytest.raises(Refused, match="不能用"):
        keep(desk, template("{{ title.__class__.__mro__ }}"))
    with pytest.raises(Refused):
        keep(desk, by="township")
    with pytest.raises(Refused, match="改了什么"):
        keep(desk, why=" ")
    with pytest.raises(Refused, match="没有第 9 版"):
        actions.roll_back(place=PLACE, number=9, why="x", by=desk.cast.officer, at=LATER)
    assert not Edition.objects.exists()


def test_it_is_handed_in_on_a_page(desk, client):
    client.force_login(desk.cast.officer)
    there = reverse("papers:edition", args=["papers", "press"])
    assert client.get(reverse("papers:edition", args=["papers", "nothing"])).status_code == 404
    wrong = client.post(there, {"file": SimpleUploadedFile("t.docx", template("{{ tilte }}")), "why": "抬头"})
    assert wrong.status_code == 422 and "tilte" in wrong.content.decode()
    assert client.post(there, {"file": SimpleUploadedFile("t.docx", OURS), "why": "抬头"}).status_code == 302
    assert client.get(reverse("papers:edition_file", args=["papers", "press", 1])).content == OURS
    assert client.post(reverse("papers:roll_back", args=["papers", "press"]), {"number": 0, "why": "标准"}).status_code == 302
    assert Edition.objects.count() == 2 and not is_own(queries.places()[PLACE])
    assert "本县第" not in client.get(reverse("papers:editions")).content.decode()


def test_every_paper_with_a_word_template_has_a_name():
    assert [place for place in queries.places() if title_of(place) == place] == []


def test_the_daily_bulletins_page_says_so_too(desk, client):
    issue = situation.freeze(unit=desk.county, cut_off_at=LATER, by=desk.cast.officer, at=LATER)
    client.force_login(desk.cast.officer)
    page = reverse("situation:bulletin", args=[issue.pk])
    assert "本县改过的模板" not in client.get(page).content.decode()
    kept = {"place": "situation/bulletin.docx", "content": template("{{ title }}{{ issue }}"), "why": "只留抬头"}
    actions.keep_edition(by=desk.cast.officer, at=LATER, **kept)
    assert "本县改过的模板" in client.get(page).content.decode()
    assert word_text(client.get(f"{page}bulletin.docx").content).startswith("疫情防控日报第1期（晚）")
