"""A letter from another county: taken in, its people a case and a contact under a measure, receipted by name, settled or taken back."""
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import Somebody
from lianfang.registers.people.queries.bound import bound
from lianfang.response.transfers import actions
from lianfang.response.transfers.models import Incoming, Layout, Named

SHEET = """名单,,,,,
人名,什么人,身份证号,手机号,村（社区）,末次接触日期,病例编号
高原,密接,110101199003070070,13800005678,丰禾社区,2020-03-08,病例7
林下,密接,110101199003070071,,,2020-03-08
程万里,邻居,,13800005679,,2020-03-08
万长河,密接,,13800005680,无名村,2020-03-08
吕春,密接,,13800005681,,2020-03-38
高原,密接,110101199003070070,13800005678,丰禾社区,2020-03-08
""".encode()
MAPPING = {"name": "人名", "kind": "什么人"}


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def told(cast):
    return {"by": cast.epi, "at": cast.at}


@pytest.fixture
def incoming(cast, told):
    letter = actions.Letter("邻县疾控中心", "田禾", "0000-5550101", cast.at - timedelta(minutes=30), "covid_19",
                            number="邻疾控函〔2020〕9号")
    return actions.take_letter(id=uuid7(), letter=letter, unit=cast.units["青禾县"], **told)


def test_its_people_become_cases_and_contacts_and_its_receipt_says_who_took_over(cast, incoming, told):
    home = cast.units["601"].pk
    people = [actions.Told(Somebody("高原", phone="13800005678", door=home), "close", exposed_on=date(2020, 3, 8), of_case="邻-7"),
              actions.Told(Somebody("林下", phone="13800005679", door=home), "case", onset_on=date(2020, 3, 8))]
    contact, ill = actions.name_people(incoming=incoming, people=people, **told)
    assert actions.name_people(incoming=incoming, people=people, **told) == []
    assert bound([contact.person_id]) == {contact.person_id} and contact.of_case == "邻-7"
    with pytest.raises(Refused, match="不写姓名"):
        actions.name_people(incoming=incoming, people=[replace(people[0], of_case="万长河")], **told)
    turn = Turn.objects.open().get(flow="case")
    assert turn.subject == ill.person_id
    assert Turn.objects.open().get(record=incoming.pk).due == incoming.came_at + timedelta(hours=2)
    escalate(at=cast.at + timedelta(hours=2), by=named(SYSTEM))
    assert Turn.objects.open().get(record=incoming.pk).role == "duty_officer"
    with pytest.raises(Refused, match="回执时间"):
        actions.send_receipt(incoming=incoming, name="沈知微", phone="0000-5550303", way="fax", sent_at=cast.at - timedelta(days=1), **told)
    actions.send_receipt(incoming=incoming, name="沈知微", phone="0000-5550303", way="fax", sent_at=cast.at, **told)
    with pytest.raises(Refused, match="2 人没有下落"):
        actions.settle(incoming=incoming, **told)
    actions.tell_found(named=contact, found="taken", **told)
    actions.tell_found(named=ill, found="missing", **told)
    actions.settle(incoming=incoming, **told)
    assert incoming.state == "settled" and not Turn.objects.open().filter(record=incoming.pk).exists()
    with pytest.raises(Refused, match="办结"):
        actions.name_people(incoming=incoming, people=people, **told)


def test_a_sheet_is_read_row_by_row_and_its_layout_remembered(incoming, told):
    with pytest.raises(Refused, match="认不出这几列"):
        actions.import_people(incoming=incoming, content=SHEET, name="名单.csv", **told)
    made = actions.import_people(incoming=incoming, content=SHEET, name="名单.csv", mapping=MAPPING, **told)
    assert (made.rows, made.taken, made.known) == (6, 1, 1) and [row for row, _why in made.faults] == [4, 5, 6, 7]
    assert "邻居" in made.faults[1][1] and "无名村" in made.faults[2][1] and "末次接触日期" in made.faults[3][1]
    assert Layout.objects.count() == 1
    again = actions.import_people(incoming=incoming, content=SHEET, name="名单.csv", **told)
    assert (again.taken, again.known) == (0, 2) and Named.objects.get().of_case == "病例7"


def test_taken_back_somebody_looks_at_what_they_are_under(cast, incoming, told):
    who = actions.Told(Somebody("高原", phone="13800005678", door=cast.units["601"].pk), "close", exposed_on=date(2020, 3, 8))
    [one] = actions.name_people(incoming=incoming, people=[who], **told)
    actions.void_letter(incoming=incoming, **told)
    assert incoming.state == "void" and Turn.objects.open().filter(flow="review", subject=one.person_id).exists()


def test_the_pages(cast, client):
    client.force_login(cast.epi, backend="lianfang.ground.accounts.sessions.AccountBackend")
    said = {"county": "邻县疾控中心", "liaison": "田禾", "phone": "0000-5550101", "came_at": f"{now():%Y-%m-%dT%H:%M}", "way": "phone",
            "disease": "covid_19", "file": SimpleUploadedFile("x.pdf", b"MZ")}
    wrong = client.post(reverse("transfers:take_letter"), said)
    assert wrong.status_code == 422 and "PDF" in wrong.content.decode()
    said["file"] = SimpleUploadedFile("x.pdf", b"%PDF-1.7")
    page = client.post(reverse("transfers:take_letter"), said, follow=True).content.decode()
    one = Incoming.objects.get()
    assert "田禾" in page and "0000-5550101" in page and one.number in page
    name = reverse("transfers:name_people", args=[one.pk])
    who = {"kind": "close", "name": "高原", "phone": "13800005678"}
    assert "末次接触" in client.post(name, who).content.decode() and not Named.objects.exists()
    who["exposed_on"] = f"{now():%Y-%m-%d}"
    assert "不写姓名" in client.post(name, who | {"of_case": "万长河"}).content.decode() and not Named.objects.exists()
    page = client.post(name, who | {"of_case": "病例7"}, follow=True).content.decode()
    assert "对方病例 病例7" in page
    assert "高＊" in page and "高原" not in page
    file = SimpleUploadedFile("名单.csv", SHEET)
    page = client.post(reverse("transfers:import_people", args=[one.pk]), {"file": file, "mapping": "姓名=人名,类别=什么人"}, follow=True)
    assert "4 行没有收下" in page.content.decode()
    receipt = reverse("transfers:send_receipt", args=[one.pk])
    client.post(receipt, {"name": "沈知微", "phone": "0000-5550303", "way": "fax", "sent_at": f"{now():%Y-%m-%dT%H:%M}"})
    for form in ("pdf", "docx"):
        assert client.post(reverse("transfers:print_receipt", args=[one.pk, form])).status_code == 200
    assert client.post(reverse("transfers:open_letter", args=[one.pk])).content == b"%PDF-1.7"
    assert "0000-5550303" in client.get(reverse("transfers:incoming", args=[one.pk])).content.decode()
