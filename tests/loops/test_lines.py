"""Three lines of defence: who was let in at the county's line is awaited at the hamlet's, registered there, and watched at home."""
import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Notice
from lianfang.response.checkpoints.tests.gate import Gate, put_up

LINES = reverse("situation:lines")


@pytest.fixture
def came(cast):
    """Somebody from afar was let in, to be registered at home; one gate of the hamlets' line has nobody."""
    with time_machine.travel(cast.at + timedelta(hours=3), tick=False), everything():
        gate = Gate(cast, put_up(cast))
        put_up(cast, name="梨花沟村口", tier="village", kind="road", unit=cast.units["梨花沟村"])
        actions.open_shift(post=gate.post, people=3, by=cast.post, at=cast.at)
        gate.comes(gate.someone(origin="广东深圳"))
        yield cast


def figures(client, account, address=LINES) -> dict:
    """What the figures above the table say: {figure: how many}, as they open."""
    client.force_login(account)
    says = client.get(address).content.decode()
    above = says.split("<table")[0]
    return {code: int(n) for code, n in re.findall(r'figure=(line_\w+|home|monitoring)&amp;unit=\d+&amp;at=[^"]*"[^>]*>\D*?(\d+)', above)}


def test_a_person_passes_from_line_to_line(client, came):
    there = figures(client, came.officer)
    assert (there["line_entered"], there["line_awaited"], there.get("line_arrived", 0)) == (1, 1, 0)
    actions.arrive(notice=Notice.objects.get(), by=came.grid, at=came.at + timedelta(hours=1))
    there = figures(client, came.officer)
    assert (there["line_entered"], there.get("line_awaited", 0), there["line_arrived"]) == (1, 0, 1)


def test_each_line_says_how_it_is_held_and_each_unit_stands_for_itself(client, came):
    client.force_login(came.officer)
    says = client.get(LINES).content.decode()
    assert re.search(r"卡口有人在岗.*?1/1", says, re.S) and re.search(r"村口、小区门有人在岗.*?0/1", says, re.S)
    far = client.get(reverse("situation:lines", args=[came.units["梨花沟镇"].pk])).content.decode()
    assert "梨花沟村" in far and re.search(r"卡口告知的人到家登记</td><td><span class=\"quiet\">没有", far)


def test_a_reader_sees_the_lines_of_his_own_unit(client, came):
    client.force_login(came.cadre)
    assert client.get(LINES).status_code == 200
    assert client.get(reverse("situation:lines", args=[came.units["梨花沟镇"].pk])).status_code == 404
