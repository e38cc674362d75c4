"""My work and the flows: what was done today is counted by the county's day, and an address that names nothing says so."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow.models import Turn

ON = date(2020, 3, 10)


@pytest.fixture
def client(cast, client):
    client.force_login(cast.officer)
    return client


def done(cast, at):
    unit = cast.units["青禾县"]
    with everything():
        Turn.objects.create(flow="check", record=uuid7(), state="due", unit=unit, level="county", role="duty_officer", owner_unit=unit,
                            opened_at=at, due=at, closed_at=at, closed_by=cast.officer.pk)


@pytest.mark.parametrize("clock", ["00:30", "07:59", "23:59"])
def test_done_today_begins_at_the_countys_midnight(cast, client, clock):
    now = moment(ON, clock)
    done(cast, moment(ON, "00:00") - timedelta(minutes=1))
    done(cast, moment(ON, "00:00"))
    with time_machine.travel(now, tick=False):
        assert client.get(reverse("home:home")).context["done"] == 1


def test_a_record_nobody_has_is_not_there(client):
    address = reverse("home:flow", args=["order"])
    assert client.get(address, {"record": "abc"}).status_code == 404
    assert client.get(address, {"record": str(uuid7())}).status_code == 200
