"""The door and the page behind it: one code, one birthday, one person; nothing else opens, and nothing stays."""
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lianfang.entry.admission.throttle import limits
from lianfang.ground import documents
from lianfang.ground.accounts.models import Session
from lianfang.ground.accounts.queries import PORTAL, SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.actions import Finding, approve_deviation, decide, deviate
from tests.architecture.test_access import ALL, GUARDED, url_of
from tests.at_once import only_on_postgresql, the_second
from tests.samples import Stage
from tests.samples.isolation import FACTS

BORN = "1989-01-01"


def bound(cast, name, number, door):
    """Somebody at a door under an order, and the order."""
    with everything():
        found = draft_person(unit_id=cast.units[door].pk, name=name, at=cast.at, id_number=number, phone="13800001234",
                             birth_on=date.fromisoformat(number[6:14]))
        [person] = people.add_people(people=[found], by=cast.officer, at=cast.at)
        decide(findings=[Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS, on=cast.on)], by=named(SYSTEM), at=cast.at)
        return isolation.open_orders_of(person.pk)[0]


@pytest.fixture
def order(cast):
    return bound(cast, "周建明", "220722198901011238", "502")


@pytest.fixture(autouse=True)
def _morning(cast):
    with time_machine.travel(cast.at + timedelta(days=2), tick=False):
        yield


def code_of(order):
    return documents.sign("D", order.year * 1_000_000 + order.serial)


def knock(client, code, birthday=BORN):
    return client.post(reverse("portal:enter"), {"code": code, "birthday": birthday})


def inside(order):
    client = Client()
    assert knock(client, code_of(order)).status_code == 302
    return client


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("birthday", ["19890101", "1989-1-1", "1989年1月1日"])
def test_code_and_birthday_open_his_own_page(order, birthday):
    client = Client()
    assert knock(client, code_of(order).lower().replace("-", " "), birthday)["Location"] == reverse("portal:own")
    said = words(client.get(reverse("portal:own")))
    assert "居家隔离" in said and "第 2 天，共 14 天" in said and "3月24日 24 时" in said
    assert "周＊明" in said and "周建明" not in said and "220722198901011238" not in said and "13800001234" not in said
    assert order.verdict.clause in said and f"第 {order.verdict.row} 行" in said
    assert "周建明" in words(client.get(reverse("portal:own"), {"name": "whole"}))


def test_the_mark_on_the_notice_leads_to_the_door_with_the_code_filled_in(order):
    page = Client().get(f"/p/{code_of(order)}")
    assert (page.status_code, code_of(order) in page.content.decode()) == (200, True)


def test_a_wrong_code_and_a_wrong_birthday_get_the_same_answer(order):
    tried = (("D0-AAAA-BBBB", BORN), (code_of(order), "1989-01-02"), (code_of(order), "x"))
    answers = [knock(Client(), *one) for one in tried]
    said = {re.sub(r'value="[^"]*"|content="[^"]*"', "", answer.content.decode()) for answer in answers}
    assert len(said) == 1 and {answer.status_code for answer in answers} == {422}


def test_a_code_tried_too_often_waits_whoever_tries_and_longer_each_time(cast, order):
    for n in range(limits("code", cast.at).free):
        assert knock(Client(REMOTE_ADDR=f"10.0.0.{n}"), code_of(order), "1990-01-01").status_code == 422
    assert knock(Client(REMOTE_ADDR="10.0.0.9"), code_of(order)).status_code == 429
    with time_machine.travel(cast.at + timedelta(days=2, minutes=1, seconds=1), tick=False):
        assert knock(Client(), code_of(order)).status_code == 302
    assert [limits("code", cast.at).wait_after(n).seconds // 60 for n in (4, 5, 6, 99)] == [0, 1, 2, 240]


def test_who_comes_in_owes_nothing_for_the_code(order):
    for _day in range(2):
        for n in range(4):
            assert knock(Client(REMOTE_ADDR=f"10.0.0.{n}"), code_of(order), "1990-01-01").status_code == 422
        inside(order)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_each_is_looked_at_after_the_one_before_was_counted(cast, order):
    only_on_postgresql()
    named(PORTAL)
    for n in range(limits("code", cast.at).free - 1):
        knock(Client(REMOTE_ADDR=f"10.0.0.{n}"), code_of(order), "1990-01-01")
    answer = the_second(lambda: knock(Client(REMOTE_ADDR="10.0.1.1"), code_of(order), "1990-01-01"),
                        lambda: knock(Client(REMOTE_ADDR="10.0.1.2"), code_of(order)))
    assert answer.status_code == 429


def test_an_address_that_tries_many_codes_waits(cast, order):
    client, free = Client(), limits("code_address", cast.at).free
    assert [knock(client, f"D0-AAAA-{n:04d}").status_code for n in range(free + 1)] == [422] * free + [429]
    assert knock(client, code_of(order)).status_code == 429
    assert knock(Client(REMOTE_ADDR="10.0.0.9"), code_of(order)).status_code == 302


def test_a_visit_ends_by_itself_and_by_the_way_out(cast, order):
    client, other = inside(order), inside(order)
    key = client.cookies["visit"].value
    client.post(reverse("portal:leave"))
    client.cookies["visit"] = key
    assert client.get(reverse("portal:own")).status_code == 302
    assert Session.objects.count() == 1
    assert other.get(reverse("portal:own"))["Cache-Control"] == "no-store"
    with time_machine.travel(cast.at + timedelta(days=2, minutes=15, seconds=1), tick=False):
        assert other.get(reverse("portal:own"))["Location"] == reverse("portal:enter") + "?over"


def test_it_passes_no_other_door(cast):
    stage = Stage(cast)
    order = bound(cast, "覃望舒", "220722198901011238", "601")
    client = inside(order)
    for address in GUARDED:
        url = url_of(address, stage)
        for ask in (client.get, client.post):
            answer = ask(url)
            if answer.status_code == 401 and address.name.startswith("api:"):
                continue
            assert answer.status_code == 405 or answer["Location"].split("?")[0] == reverse("accounts:sign_in"), url


def test_an_account_is_not_a_visit(cast, order):
    client = Client()
    client.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert client.get(reverse("portal:own"))["Location"] == reverse("portal:enter")


def test_others_are_only_counted_and_their_notices_are_not_there(cast, order):
    other = bound(cast, "覃望舒", "220722199202022345", "502")
    client = inside(order)
    said = words(client.get(reverse("portal:own")))
    assert "另有 1 人登记" in said and "覃" not in said
    assert client.post(reverse("portal:print_release", args=[f"{other.year}-{other.serial}"])).status_code == 404
    assert client.post(reverse("portal:print_release", args=[f"{order.year}-{order.serial}"])).status_code == 404


def test_nothing_is_written_by_looking(cast, order):
    himself, cadre, stage = inside(order), Client(), Stage(cast)
    cadre.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    for address in [one for one in ALL if one.name.startswith(("portal:", "desk:"))]:
        url = url_of(address, stage)
        with CaptureQueriesContext(connection) as asked:
            (himself if address.name.startswith("portal:") else cadre).get(url)
        assert [one["sql"] for one in asked if (one["sql"] or "").startswith(("INSERT", "UPDATE", "DELETE"))] == [], url


def test_he_reads_who_looked_at_him_by_role_and_unit_without_names(cast, order):
    with everything():
        people.open_person(person=order.person, reason="visit", by=cast.cadre, at=cast.at + timedelta(hours=3))
    said = words(inside(order).get(reverse("portal:own")))
    assert re.search("2020-03-10 12:00 丰禾社区 .* 上门联系本人", said)
    assert "丁立春" not in said


def test_his_coming_in_is_told_with_him_as_subject(order):
    inside(order)
    line = Line.objects.get(verb="portal.enter")
    assert (line.subject, line.by) == (order.person_id, named(PORTAL).pk)


def test_who_has_no_birthday_on_record_cannot_come_in(cast, order):
    order.person.__class__._base_manager.filter(pk=order.person_id).update(birth_on=None)
    assert knock(Client(), code_of(order), "").status_code == 422
    assert knock(Client(), code_of(order), "x").status_code == 422
    assert knock(Client(), code_of(order)).status_code == 422


@pytest.mark.parametrize(("measure", "says"), [("home_monitoring", "居家健康监测"), ("none_asked", "暂停管控")])
def test_he_reads_the_exception_he_stands_under_and_until_when(order, cast, measure, says):
    at = cast.at + timedelta(days=2)
    with everything():
        asked = deviate(order=order, measure=measure, reason="medical_care", evidence="县医院诊断证明", by=cast.cadre, at=at)
        approve_deviation(deviation=asked, by=cast.officer, at=at)
    page = inside(order).get(reverse("portal:own")).content.decode()
    assert f"例外：{says} · 需要就医或住院治疗" in page and "到期按表恢复" in page and "诊断证明" not in page


def test_on_a_neighbours_phone_no_cookie_outlives_the_visit(order):
    client = inside(order)
    client.post(reverse("ui:letters"), {"letters": "large", "next": reverse("portal:own")})
    client.post(reverse("ui:language"), {"language": "en", "next": reverse("portal:own")})
    client.get(reverse("portal:own"))
    assert {"visit", "letters", "language", "csrf"} <= set(client.cookies)
    assert all(not cookie["max-age"] and not cookie["expires"] for cookie in client.cookies.values())
    answer = client.post(reverse("portal:leave"))
    assert {name for name, cookie in client.cookies.items() if cookie.value} == set()
    assert answer["Clear-Site-Data"] == '"cache"'


def test_the_page_shuts_by_itself_when_the_visit_ends_without_a_script(cast, order):
    client = inside(order)
    assert client.get(reverse("portal:own"))["Refresh"] == "901;url=/p/me"
    with time_machine.travel(cast.at + timedelta(days=2, minutes=14), tick=False):
        assert client.get(reverse("portal:own"))["Refresh"] == "61;url=/p/me"
