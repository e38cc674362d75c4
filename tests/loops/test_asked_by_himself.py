"""On his own page, or at the desk for him, somebody appeals and corrects; whoever answers does it on a page; both see each step."""
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lianfang.entry.portal.tests.test_door import bound, code_of, inside, knock, words
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.journal.numbers import number_of
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.response.isolation.models import Order
from lianfang.response.redress.actions import pass_up, uphold
from lianfang.response.redress.models import Appeal, Correction
from tests.reading import text
from tests.samples.redress import PHOTO

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
CODES = ("asked", "open", "late", "above", "changed", "upheld", "withdrawn")
LATER = timedelta(hours=3)


@pytest.fixture
def order(cast):
    return bound(cast, "周建明", "220722198901011238", "502")


@pytest.fixture(autouse=True)
def _morning(cast):
    with time_machine.travel(cast.at + timedelta(hours=1), tick=False), everything():
        yield


def browser(account):
    client = Client()
    client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
    return client


def photo(content=PHOTO, name="票.png"):
    return SimpleUploadedFile(name, content, "image/png")


def appeals(client, said="我是从邻县回来的", **more):
    return client.post(reverse("portal:appeal"), {"words": said} | more)


def own(client):
    return words(client.get(reverse("portal:own")))


def test_he_appeals_on_his_page_and_reads_the_clock_the_steps_and_the_answer(order, cast):
    client = inside(order)
    assert "我要申诉" in own(client)
    assert appeals(client, photo=photo())["Location"] == reverse("portal:own") + "?done=appeal"
    said = own(client)
    assert "申诉 2020-1 号：居家隔离" in said and "待乡镇答复" in said and "3月13日 24:00 前" in said and "附照片一张" in said
    one, township = Appeal.objects.get(), browser(cast.township)
    page = township.post(reverse("redress:read_appeal", args=[one.pk]), {"reason": "turn"}, follow=True)
    assert "我是从邻县回来的" in words(page) and "外省" in words(page) and order.verdict.clause in words(page)
    shown = township.post(reverse("redress:appeal_photo", args=[one.pk]))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"], shown.content) == ("image/png", "nosniff", PHOTO)
    told = {name: str(value) for name, value in order.verdict.facts.items()} | {"origin": "same_province", "symptoms": "no", "worker": "no"}
    answer = township.post(reverse("redress:facts", args=[one.pk]), told | {"reason": "核对了车票"})
    assert answer.status_code == 302, words(answer)
    said = own(client)
    assert "已改正" in said and "核对了车票" in said and "您现在没有管控措施" in said and "岳小满" not in said
    assert "禾阳街道 乡镇（街道）干部 看了您提的申诉、更正或照片 办理本件" in said


def test_what_nobody_answered_went_up_and_both_see_it(order, cast):
    client = inside(order)
    appeals(client)
    with time_machine.travel(moment(date(2020, 3, 14), "08:00"), tick=False):
        pass_up(by=cast.officer, at=moment(date(2020, 3, 14), "00:00"))
        said = own(inside(order))
        assert "待县答复" in said and "转县答复" in said
        page = words(browser(cast.supervisor).get(reverse("redress:appeals")))
        assert re.search("转到县里 1", page) and re.search("还没答复 1", page)
        one = Appeal.objects.get()
        assert "转到县里" in words(browser(cast.township).get(reverse("redress:appeal", args=[one.pk])))
        assert browser(cast.supervisor).get(reverse("redress:appeal", args=[one.pk])).status_code == 403


@pytest.mark.parametrize(("content", "said"), [(SVG, "只收照片"), (b"\xff\xd8\xff" + b"x" * 9, "打不开"), (b"", "空")])
def test_evidence_that_is_no_photo_is_refused_and_nothing_is_kept(order, content, said):
    answer = appeals(inside(order), photo=photo(content, "photo.png"))
    assert (answer.status_code, said in words(answer)) == (422, True)
    assert not Appeal.objects.exists()


def test_a_photo_too_large_is_refused(order, settings):
    settings.PHOTO_BYTES = 64
    assert "太大" in words(appeals(inside(order), photo=photo(PHOTO * 4)))


def test_what_is_written_is_text_wherever_it_is_read(order, cast):
    appeals(inside(order), said="<script>alert(1)</script>{{ 7|add:7 }}")
    one = Appeal.objects.get()
    read = browser(cast.township).post(reverse("redress:read_appeal", args=[one.pk]), {"reason": "turn"}, follow=True)
    for page in (inside(order).get(reverse("portal:own")), read):
        assert "<script>alert(1)" not in page.content.decode() and "&lt;script&gt;" in page.content.decode()


def test_a_second_sending_of_the_same_form_is_no_second_appeal(order):
    client = inside(order)
    appeals(client)
    assert "正在办" in words(appeals(client))
    assert Appeal.objects.count() == 1


def test_what_is_anybody_elses_is_not_there(order, cast):
    other, theirs = bound(cast, "覃望舒", "220722199202022345", "601"), Client()
    assert knock(theirs, code_of(other), "19920202").status_code == 302
    appeals(theirs)
    one = Appeal.objects.get()
    assert inside(order).post(reverse("portal:withdraw", args=[one.pk])).status_code == 404
    assert browser(cast.far_township).get(reverse("redress:appeal", args=[one.pk])).status_code == 404
    assert Client().post(reverse("portal:withdraw", args=[one.pk]))["Location"] == reverse("portal:enter")
    assert theirs.post(reverse("portal:withdraw", args=[one.pk]))["Location"].endswith("?done=withdrawn")
    assert Appeal.objects.get().state == "withdrawn"


def test_a_form_from_another_site_appeals_for_nobody(order):
    client = Client(enforce_csrf_checks=True)
    client.cookies["visit"] = inside(order).cookies["visit"].value
    assert appeals(client).status_code == 403


def test_a_correction_is_mended_by_his_village_in_one_act_and_told_to_him(order, cast):
    client = inside(order)
    client.post(reverse("portal:correct"), {"field": "phone", "right": "139 0000 5678", "words": "换了号"})
    one = Correction.objects.get()
    assert Turn.objects.get(record=one.pk).role == "village_cadre"
    cadre, address = browser(cast.cadre), reverse("redress:correction", args=[one.pk])
    assert cadre.post(address, {"value": "139", "reason": "打过去核实了"}).status_code == 422
    assert Correction.objects.get().state == "open"
    assert cadre.post(address, {"value": "13900005678", "reason": "打过去核实了"}).status_code == 302
    assert Person.objects.get(pk=order.person_id).phone.open() == "13900005678"
    told = Line.objects.get(verb="people.amend")
    assert told.because == Line.objects.get(verb="redress.correct").pk
    said = own(client)
    assert "已更正" in said and "打过去核实了" in said and "139＊＊＊＊5678" in said


def test_what_stays_as_it_is_stays_with_a_reason(order, cast):
    client = inside(order)
    client.post(reverse("portal:correct"), {"field": "name", "right": "周健明"})
    one, cadre = Correction.objects.get(), browser(cast.cadre)
    assert cadre.post(reverse("redress:leave_as_is", args=[one.pk]), {"reason": ""}).status_code == 422
    cadre.post(reverse("redress:leave_as_is", args=[one.pk]), {"reason": "身份证上就是建"})
    assert "身份证上就是建" in own(client) and Person.objects.get(pk=order.person_id).name == "周建明"


def test_at_the_desk_a_cadre_types_it_in_with_a_receipt_and_does_not_answer_it(order, cast):
    cadre = browser(cast.cadre)
    code = re.search("[0-9A-Z]{4}(-[0-9A-Z]{1,4})+", text(cadre.post(reverse("desk:form", args=[order.person_id, "pdf"])).content))[0]
    assert cadre.post(reverse("desk:find"), {"code": code.lower()})["Location"] == reverse("desk:person", args=[order.person_id])
    assert browser(cast.far_cadre).post(reverse("desk:find"), {"code": code}).status_code == 422
    cadre.post(reverse("desk:appeal", args=[order.person_id]), {"channel": "paper", "words": "我没有出过省"})
    one = Appeal.objects.get()
    assert (one.asked_by, one.channel, Line.objects.get(verb="redress.appeal").by) == (cast.cadre, "paper", cast.cadre.pk)
    assert cadre.get(reverse("desk:receipt", args=[order.person_id, one.pk])).status_code == 405
    slip = text(cadre.post(reverse("desk:receipt", args=[order.person_id, one.pk])).content)
    assert "2020-1" in slip and "3月13日24时" in slip and "周" not in slip
    assert f"编号{number_of(Line.objects.get(verb='portal.print_receipt'))}" in slip and cast.cadre.name not in slip
    said = own(inside(order))
    assert "纸面，由干部代填" in said and "丰禾社区 村（社区）干部 打印了纸表 开具告知书或证明" in said
    assert "丰禾社区 村（社区）干部 打印了回执" in said


def test_the_same_order_is_appealed_again_at_the_county(order, cast):
    client = inside(order)
    appeals(client)
    browser(cast.township).post(reverse("redress:uphold", args=[Appeal.objects.get().pk]), {"reason": "车票是外省的"})
    assert "维持" in own(client) and Order.objects.get().closed_at is None
    appeals(client)
    assert Appeal.objects.get(ended_at=None).state == "open_above"


def test_a_photo_never_lies_in_clear_in_a_temporary_file_and_a_flood_is_cut_off(order, monkeypatch):
    monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda *_, **__: pytest.fail("a file in clear"))
    monkeypatch.setattr("lianfang.ground.sheets.uploads.BoundedPhoto.most", 6 * 1024 ** 2)
    monkeypatch.setattr("lianfang.ground.sheets.uploads.BoundedPhoto.heard", 9 * 1024 ** 2)
    client = inside(order)
    assert "太大" in words(appeals(client, photo=photo(PHOTO + b"x" * 8 * 1024 ** 2)))
    assert appeals(client, photo=photo(PHOTO + b"x" * 10 * 1024 ** 2)).status_code == 400
    assert not Appeal.objects.exists()
    assert appeals(client, photo=photo(PHOTO + b"x" * 5 * 1024 ** 2)).status_code == 302


def test_each_figure_above_the_list_opens_what_it_counts_at_any_moment(order, cast):
    appeals(inside(order))
    one, client = Appeal.objects.get(), browser(cast.leader)
    later = cast.at + timedelta(hours=3)
    with time_machine.travel(later, tick=False):
        uphold(appeal=one, reason="依据齐全", by=cast.township, at=later)
    with time_machine.travel(later + timedelta(hours=1), tick=False):
        for at, upheld, waits in ((later - timedelta(minutes=1), 0, 1), (later, 1, 0), (cast.at, 0, 0)):
            page = client.get(reverse("redress:appeals"), {"at": at.isoformat()})
            shown = {code: (n, address) for (label, n, address, _tone), code in zip(page.context["figures"], CODES, strict=True)}
            assert (shown["upheld"][0], shown["open"][0], shown["asked"][0]) == (upheld, waits, upheld + waits)
            for n, address in shown.values():
                assert client.get(reverse("redress:appeals") + address).context["table"].count == n, address
