"""Declaring oneself before one comes: the page, the code on it, and who else may see it: nobody."""
import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lianfang.entry.admission.throttle import limits
from lianfang.ground.accounts.models import Session, Tries
from lianfang.ground.journal.models import Line
from tests.reading import svg_mark

PAGE, CODE = "/entry/", "/entry/code"
SAID = {"name": "章秋水", "id_number": "420106198503120011", "phone": "138 0000 5678", "origin": "广东深圳", "goes": "here",
        "destination": "禾阳街道丰禾社区", "purpose": "work"}


@pytest.fixture(autouse=True)
def _morning(cast):
    with time_machine.travel(cast.at, tick=False):
        yield


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def declared(client, **said):
    return client.post(PAGE, {**SAID, **said})


def written(answer):
    return re.search(r"E[0-9A-Z]{3}(-[0-9A-Z]{4}){3}", answer.content.decode())[0]


def test_declared_then_shown_as_a_mark_without_a_name(cast):
    himself = Client()
    assert declared(himself)["Location"] == CODE
    page = himself.get(CODE)
    assert svg_mark(re.search('class="qr".*?(<svg.*?</svg>)', page.content.decode(), re.DOTALL)[1]) == [written(page)]
    assert "3月10日 24 时" in words(page) and "章" not in words(page) and page["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("said", "told"), [
    ({"name": " "}, "请填写“姓名”"), ({"id_number": "420106198503120012"}, "校验位不符"), ({"id_number": ""}, "请填写“证件号码”"),
    ({"phone": "1380000"}, "电话有 7 位"), ({"origin": ""}, "请填写“从哪里来”"), ({"goes": ""}, "请选择“到哪里去”"),
    ({"destination": ""}, "请填写“详细地方”"), ({"purpose": "emergency"}, "来做什么")])
def test_what_is_wrong_is_said_at_its_place_and_nothing_is_kept(cast, said, told):
    answer = declared(Client(), **said)
    assert answer.status_code == 422 and told in words(answer)
    assert not Line.objects.filter(verb="checkpoints.declare_entry").exists()


def test_it_says_what_for_by_which_document_and_how_long(cast):
    said = words(Client().get(PAGE))
    assert "最小范围原则" in said and "3月10日 24 时" in said and "1 天" in said and "不是通行证" in said
    english = Client(headers={"accept-language": "en"})
    english.post(reverse("ui:language"), {"language": "en", "next": PAGE})
    assert "no permit" in words(english.get(PAGE))


def test_only_this_browser_sees_the_code_until_it_is_over(cast):
    himself, other = Client(), Client()
    declared(himself)
    assert other.get(CODE)["Location"] == PAGE
    code = written(himself.get(CODE))
    assert other.get(f"{CODE}?code={code}")["Location"] == PAGE and other.get(f"{CODE}/{code}").status_code == 404
    with time_machine.travel(cast.at + timedelta(hours=15), tick=False):
        assert himself.get(CODE)["Location"] == PAGE + "?over"
        assert "已经过期" in words(himself.get(PAGE + "?over"))
    [cookie] = [one for name, one in himself.cookies.items() if "entry" in name]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not Session.objects.exists()


def test_a_cookie_that_is_not_ours_opens_nothing(cast):
    client = Client()
    client.cookies["entry"] = "E123-4567-89AB-CDEF"
    assert client.get(CODE)["Location"].startswith(PAGE)


def test_the_register_of_people_is_not_asked_whoever_declares(cast):
    with CaptureQueriesContext(connection) as asked:
        declared(Client())
    assert not [one for one in asked if "people_" in str(one["sql"])]


def test_an_address_that_declares_too_many_waits(cast):
    client = Client()
    assert declared(client).status_code == 302
    Tries.objects.update(failures=limits("entry", cast.at).free - 1)  # as if as many had declared from here as may
    assert [declared(client).status_code for _n in range(2)] == [302, 429]
    assert "先等一等" in words(declared(client))
    assert declared(Client(REMOTE_ADDR="10.0.0.9")).status_code == 302
    with time_machine.travel(cast.at + timedelta(minutes=1, seconds=1), tick=False):
        assert declared(client).status_code == 302


def test_it_is_refused_from_another_site(cast):
    assert Client(enforce_csrf_checks=True).post(PAGE, SAID).status_code == 403
