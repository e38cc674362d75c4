"""The four links: each flow's turns stand where the county's table puts it, counted here and listed where they are done."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.models import Turn
from lianfang.overview.situation import queries


@pytest.fixture
def turns(cast):
    """An order's and a gate's turn here, one of these overdue; a bulletin's of the county."""
    def turn(flow, state, unit, due):
        return Turn.objects.create(id=uuid7(), flow=flow, record=uuid7(), state=state, unit=cast.units[unit], level="village",
                                   role="village_cadre", owner_unit=cast.units["丰禾社区"], opened_at=cast.at - timedelta(hours=9),
                                   due=cast.at + timedelta(hours=due))

    with everything():
        return [turn("order", "issued", "502", -1), turn("order", "running", "502", 5), turn("notice", "open", "601", 2),
                turn("bulletin", "frozen", "青禾县", 1), turn("ending", "proposed", "青禾县", 1)]


def test_what_is_open_and_late_in_each(cast, turns):
    with everything():
        found = {one.code: (one.open, one.late) for one in queries.links(cast.units["青禾县"], cast.at)}
        here = {one.code: one for one in queries.links(cast.units["丰禾社区"], cast.at)}
    assert found == {"prevent": (1, 0), "control": (2, 1), "treat": (0, 0), "research": (1, 0), "untold": (1, 0)}
    assert here["research"].open == 0 and dict(here["control"].figures)["managed"] == 0


def test_each_opens_its_own_turns(cast, turns, client):
    client.force_login(cast.officer)
    with time_machine.travel(cast.at, tick=False):
        page = client.get(reverse("situation:links")).content.decode()
        assert all(f"<h2>{word}</h2>" in page for word in "防控治研") and "link=control&amp;late=1" in page
        listed = client.get(reverse("home:turns"), {"link": "control", "late": "1"}).content.decode().partition("<tbody")[2]
        assert listed.count("管控令") == 1 and "日报" not in listed
        assert client.get(reverse("home:turns"), {"link": "research"}).content.decode().partition("<tbody")[2].count("日报") == 1
