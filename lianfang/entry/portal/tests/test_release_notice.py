"""After the release he takes the notice himself, which is told to the journal; the page says that nothing binds him any more."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.journal.models import Line

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
    client, address = inside(released), reverse("portal:release", args=[f"{released.year}-{released.serial}"])
    page = client.get(reverse("portal:own"))
    assert "您现在没有管控措施" in words(page) and address in page.content.decode()
    answer = client.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"], answer.content[:5]) == ("application/pdf", "no-store", b"%PDF-")
    line = Line.objects.get(verb="isolation.print_notice")
    assert (line.subject, line.by) == (released.person_id, named(PORTAL).pk)
    said = words(client.get(reverse("portal:own")))
    assert "看了全名和号码" not in said and "打开了您自己的网页" in said


def test_it_speaks_english(released):
    client = inside(released)
    client.cookies["language"] = "en"
    said = words(client.get(reverse("portal:own")))
    assert "You are under no measure now" in said and "Who looked at me" in said
