"""The pages of the case team, from the first word to the printed card; and what nobody else is shown."""
import io
import zipfile

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.journal.models import Line
from lianfang.response.cases.models import Card, Case, Revisit
from tests.reading import text

from .conftest import ID

WORD = {"channel": "hospital", "source": "县医院", "disease": "covid_19", "diagnosed_at": "2020-03-10T08:30", "onset_on": "2020-03-08",
        "name": "周建明", "sex": "f", "id_kind": "id_card", "id_number": ID, "phone": "13800005678"}
CARD = {"disease": "covid_19", "klass": "confirmed", "onset_on": "2020-03-08", "diagnosed_at": "2020-03-10T08:30", "sex": "f",
        "id_kind": "id_card", "belongs": "county", "group": "trade", "reporter": "青禾县医院", "address": "向阳小区"}


@pytest.fixture(autouse=True)
def _then(cast):
    with time_machine.travel(cast.at, tick=False):
        yield


@pytest.fixture
def page(cast, client):
    client.force_login(cast.epi)
    return client


def body(answer):
    return answer.content.decode()


def test_from_the_first_word_to_the_closed_case(team, page):
    answer = page.post(reverse("cases:take_in"), {**WORD, "unit": team.cast.units["丰禾社区"].pk}, follow=True)
    one = Case.objects.get()
    assert "周＊明" in body(answer) and "周建明" not in body(answer) and ID not in body(answer) and "填报告卡" in body(answer)
    assert "楼栋里没有这个门牌" not in body(answer)
    assert page.post(reverse("cases:report", args=[one.pk]), {**CARD, "reporter": ""}).status_code == 422
    assert "请填写" in body(page.post(reverse("cases:report", args=[one.pk]), {**CARD, "onset_on": ""}))
    page.post(reverse("cases:report", args=[one.pk]), CARD)
    assert Card.objects.get().id_number.open() == ID
    one.refresh_from_db()
    team.answered(one)
    page.post(reverse("cases:investigate", args=[one.pk]), {"origin": "local", "summary": "家庭聚集"})
    answer = page.post(reverse("cases:discharge", args=[one.pk]), {"on": "2020-03-10"}, follow=True)
    assert "已出院，待复诊" in body(answer) and "2020-03-24" in body(answer)
    first = Revisit.objects.earliest("due_on")
    assert "还没有到" in body(page.post(reverse("cases:revisit", args=[first.pk]), {"found": "well"}))
    assert page.post(reverse("cases:drop_revisit", args=[first.pk]), {"said": "转外地"}).status_code == 302


def test_an_address_that_is_no_door_is_kept_and_said_so(team, page):
    sent = {**WORD, "unit": team.cast.units["丰禾社区"].pk, "address": "河边第三排平房"}
    assert "楼栋里没有这个门牌" in body(page.post(reverse("cases:take_in"), sent, follow=True))
    assert Case.objects.get().person.address.open() == "河边第三排平房"


def test_a_correction_leaves_what_it_does_not_show_as_it_was(team, page):
    one = team.report()
    url = reverse("cases:correct", args=[one.pk])
    form = body(page.get(url))
    assert ID not in form and "向阳小区" not in form and "周建明" not in form
    page.post(url, {**CARD, "klass": "carrier", "birth_on": "1981-03-12", "address": "", "reason": "无症状"})
    card = Card.objects.get(edition=2)
    assert (card.klass, card.name.open(), card.id_number.open()) == ("carrier", "周建明", ID)
    assert card.address.open().startswith("丰禾社区")
    assert "没有要订正" in body(page.post(url, {**CARD, "klass": "carrier", "birth_on": "1981-03-12", "address": "", "reason": "再"}))


def test_what_lies_sealed_opens_for_a_reason(team, page):
    one = team.report()
    there = reverse("cases:case", args=[one.pk])
    assert ID not in body(page.get(there))
    answer = page.post(reverse("cases:read", args=[one.pk]), {"reason": "investigate"}, follow=True)
    assert ID in body(answer) and "周建明" in body(answer) and Line.objects.get(verb="cases.read_card").data == {"reason": "investigate"}
    assert ID in body(page.get(reverse("cases:correct", args=[one.pk])))


def test_a_wrong_number_is_named(team, page):
    one = team.take_in()
    assert "身份证" in body(page.post(reverse("cases:report", args=[one.pk]), {**CARD, "id_number": ID[:-1] + "1"}))


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_card_on_paper_says_everything_and_leaves_a_line(team, page, form):
    one = team.report(guardian="", remark="第一例")
    answer = page.post(reverse("cases:print_card", args=[one.pk, form]))
    if form == "pdf":
        said = text(answer.content)
    else:
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            said = book.read("word/document.xml").decode()
    for word in (one.number, "周建明", ID, "初次报告", "确诊病例", "第一例", "2020-03-08"):
        assert word in said, word
    assert Line.objects.get(verb="cases.print_card").subject == one.person_id


def test_the_list_narrows_and_its_sheet_is_masked(team, page):
    one = team.report()
    url = reverse("cases:cases")
    town = team.cast.units["禾阳街道"].pk
    for query, there in (({}, True), ({"disease": "measles"}, False), ({"state": "reported"}, True), ({"klass": "confirmed"}, True),
                         ({"from": "2020-03-11"}, False), ({"unit": town}, True), ({"channel": "contact"}, False)):
        assert (one.number in body(page.get(url, query))) is there, query
    [sheet] = sheets.read(b"".join(page.get(url, {"export": "xlsx"}).streaming_content))
    assert (sheet.rows[1][0], sheet.rows[1][-1]) == ("周＊明", one.number)


@pytest.mark.parametrize("part", ["leader", "township", "cadre", "grid", "post", "lab", "supervisor", "admin"])
def test_nobody_else_opens_a_case_or_learns_that_there_is_one(team, client, part):
    one = team.report()
    client.force_login(team.cast.accounts[part])
    for name in ("cases:case", "cases:correct", "cases:investigate"):
        assert client.get(reverse(name, args=[one.pk])).status_code == 403
    assert client.get(reverse("cases:cases")).status_code == 403
    for url in (reverse("home:person", args=[one.person_id]), reverse("people:people"), reverse("people:search") + "?q=zjm"):
        assert "病例 ·" not in body(client.get(url)) and ">病例<" not in body(client.get(url)), url
    flow = reverse("home:flow", args=["case"])
    assert body(client.get(flow + f"?record={one.pk}")).count("is-here") == body(client.get(flow)).count("is-here")
    listed = body(client.get(reverse("home:turns")))
    assert str(one.person_id) not in listed and one.number not in listed


def test_the_team_sees_it_on_the_persons_page(team, page):
    one = team.report()
    assert "病例 ·" in body(page.get(reverse("home:person", args=[one.person_id])))
