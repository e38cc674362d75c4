"""What somebody says in an appeal or a correction is read by who answers it, and the person sees who read it."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.entry.portal import throttle
from lianfang.entry.portal.tests.test_door import bound, code_of, inside
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.looks import looks_at
from lianfang.response.isolation.actions import ask
from lianfang.response.redress import actions
from lianfang.response.redress.models import Appeal, Correction
from tests.samples.redress import PHOTO

from .test_asked_by_himself import appeals, browser, photo


@pytest.fixture
def order(cast):
    return bound(cast, "周建明", "220722198901011238", "502")


@pytest.fixture(autouse=True)
def _morning(cast):
    with time_machine.travel(cast.at + timedelta(hours=1), tick=False), everything():
        yield


@pytest.fixture
def appeal(order):
    appeals(inside(order), said="我家隔壁有人作证", photo=photo(PHOTO))
    return Appeal.objects.get()


def read(client, appeal, reason="turn"):
    return client.post(reverse("redress:read_appeal", args=[appeal.pk]), {"reason": reason}, follow=True).content.decode()


def test_who_may_answer_reads_the_words_for_a_reason_and_that_is_written_down(appeal, cast):
    client = browser(cast.township)
    page = client.get(reverse("redress:appeal", args=[appeal.pk]))
    assert "我家隔壁有人作证" not in page.content.decode() and page.context["read_form"].initial == {"reason": "turn"}
    assert client.post(reverse("redress:appeal_photo", args=[appeal.pk]))["Location"] == reverse("redress:appeal", args=[appeal.pk])
    for wrong in ("", "curious"):
        assert "我家隔壁有人作证" not in read(client, appeal, wrong)
    assert not Line.objects.filter(verb="redress.look").exists()
    assert "我家隔壁有人作证" in read(client, appeal)
    assert Line.objects.get(verb="redress.look").by == cast.township.pk
    assert [look.why for look in looks_at(appeal.person_id) if look.line.verb == "redress.look"] == ["办理本件"]


def test_it_stays_open_to_him_alone_while_its_minutes_last_on_the_pages_where_he_answers(appeal, cast):
    client, at = browser(cast.township), cast.at + timedelta(hours=1)
    read(client, appeal)
    pages = [reverse(f"redress:{page}", args=[appeal.pk]) for page in ("appeal", "uphold", "agree_exception")]
    for later, status in ((timedelta(minutes=29), True), (timedelta(minutes=30), False)):
        with time_machine.travel(at + later, tick=False):
            assert ["我家隔壁有人作证" in client.get(page).content.decode() for page in pages] == [status] * 3
            refused = client.post(pages[1], {"reason": " "})
            assert (refused.status_code, "我家隔壁有人作证" in refused.content.decode()) == (422, status)
    assert "我家隔壁有人作证" not in browser(cast.leader).get(pages[0]).content.decode()


def test_whose_turn_it_is_not_has_another_reason(appeal, cast):
    client = browser(cast.officer)
    page = client.get(reverse("redress:appeal", args=[appeal.pk]))
    assert "turn" not in dict(page.context["read_form"].fields["reason"].choices)
    assert "我家隔壁有人作证" not in read(client, appeal) and "我家隔壁有人作证" in read(client, appeal, "appeal")
    with pytest.raises(Refused, match="轮到"):
        people.read_words(record=appeal, verb="redress.look", flow="appeal", reason="turn", by=cast.officer, at=cast.at)


def test_a_correction_and_a_need_are_read_the_same_way(order, cast):
    one = actions.claim(person=order.person, field="phone", right="13900005678", words="换了号", channel="self", by=cast.grid, at=cast.at)
    need = ask(order=order, kind="medicine", wish="降压药两盒", by=cast.grid, at=cast.at)
    for client, way, pk, said in ((browser(cast.cadre), "correction", one.pk, ("13900005678", "换了号")),
                                  (browser(cast.grid), "need", need.pk, ("降压药两盒",))):
        loop = "isolation" if way == "need" else "redress"
        page = client.get(reverse(f"{loop}:{way}", args=[pk])).content.decode()
        assert not [word for word in said if word in page]
        page = client.post(reverse(f"{loop}:read_{way}", args=[pk]), {"reason": "turn"}, follow=True).content.decode()
        assert [word for word in said if word in page] == list(said)
        assert Line.objects.get(record=pk, data__reason="turn")
    assert "降压药" not in browser(cast.grid).get(reverse("home:home")).content.decode()


@pytest.mark.parametrize("part", ["far_township", "grid", "cadre", "epi"])
def test_nobody_else_reads_the_words_or_sees_the_photo(appeal, cast, part):
    client = browser(getattr(cast, part))
    assert "我家隔壁有人作证" not in client.get(reverse("redress:appeal", args=[appeal.pk])).content.decode()
    assert client.post(reverse("redress:appeal_photo", args=[appeal.pk])).status_code in (403, 404)
    assert not Line.objects.filter(verb="redress.look").exists()


def test_who_decided_does_not_read_who_accuses_him(appeal, cast):
    Appeal.objects.update(deciders=[cast.township.pk])
    client = browser(cast.township)
    page = client.get(reverse("redress:appeal", args=[appeal.pk])).content.decode()
    assert "我家隔壁有人作证" not in page and "只有答复的人能看" in page
    assert client.post(reverse("redress:appeal_photo", args=[appeal.pk])).status_code == 403


def test_who_typed_a_correction_in_does_not_answer_it(order, cast):
    one = actions.claim(person=order.person, field="birth_on", right="1931-01-01", words="", channel="paper", by=cast.township, at=cast.at)
    for act in (actions.leave_as_is, actions.correct):
        with pytest.raises(Refused, match="代填"):
            act(correction=Correction.objects.get(pk=one.pk), reason="核实过", by=cast.township, at=cast.at)
    actions.leave_as_is(correction=Correction.objects.get(pk=one.pk), reason="核实过", by=cast.cadre, at=cast.at)


def test_he_sees_when_his_own_page_was_opened(order):
    inside(order)
    [look] = [look for look in looks_at(order.person_id) if look.line.verb == "portal.enter"]
    assert "码" in look.who


def test_a_code_typed_in_wide_letters_is_the_same_code(order):
    code = code_of(order)
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in code.lower())
    assert throttle.code_key(wide) == throttle.code_key(code)


@pytest.mark.parametrize("address", [
    "/tables/measure/measure.csv?version=²", "/tables/measure/table.xlsx?version=99999999999999999999",
    "/statistics/?on=0001-01-01",
    "/statistics/?on=9999-12-31", "/statistics/acts/?on=0001-01-01",
    "/statistics/public/?month=0001-01", "/statistics/public/?month=9999-12"])
def test_days_and_numbers_that_cannot_be(cast, address):
    for part in ("officer", "supervisor"):
        assert browser(getattr(cast, part)).get(address).status_code < 500
