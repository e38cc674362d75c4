"""After the release he takes the notice himself, which is told to the journal; the page says that nothing binds him any more."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.response.isolation.actions import print_notice

from .test_door import bound, inside, words


@pytest.fixture
def released(cast):
    """An order that ended as it should."""
    order = bound(cast, "周建明", "220722198901011238", "502")
    at = cast.at + timedelta(days=14)
    type(order)._base_manager.filter(pk=order.pk).update(state="released", served_at=cast.at, closed_at=at)
    with time_machine.travel(at + timedelta(hours=1), tick=False):
        yield order


def test_he_takes_it_himself(released):
    client, address = inside(released), reverse("portal:print_release", args=[f"{released.year}-{released.serial}"])
    page = client.get(reverse("portal:own"))
    assert "您现在没有管控措施" in words(page) and address in page.content.decode()
    assert client.get(address).status_code == 405 and not Line.objects.filter(verb="isolation.print_notice").exists()
    taken = client.post(address)["Location"]
    client.get(taken)
    answer = client.get(taken)
    assert (answer["Content-Type"], answer["Cache-Control"], answer.content[:5]) == ("application/pdf", "no-store", b"%PDF-")
    line = Line.objects.get(verb="isolation.print_notice")
    assert (line.subject, line.by) == (released.person_id, named(PORTAL).pk)
    said = words(client.get(reverse("portal:own")))
    assert "看了全名和号码" not in said and "打开了您自己的网页" in said


def test_nobody_opens_what_another_took_or_took_in_another_visit(released, cast):
    told = print_notice(order=released, paper="release", by=cast.cadre, at=now())
    client, serial = inside(released), f"{released.year}-{released.serial}"
    taken = client.post(reverse("portal:print_release", args=[serial]))["Location"]
    assert client.get(reverse("portal:release", args=[serial, told.pk])).status_code == 404
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        assert inside(released).get(taken).status_code == 404


def test_it_speaks_english(released):
    client = inside(released)
    client.cookies["language"] = "en"
    said = words(client.get(reverse("portal:own")))
    assert "You are under no measure now" in said and "Who looked at me" in said
