"""A phone: signed in, with its own outbox."""
import json
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment, now
from lianfang.ground.ids import uuid7
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import Finding, decide, plan_checks
from lianfang.response.isolation.models import Check

NEXT = date(2020, 3, 11)
FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "age": 40, "special": "none", "worker": "no"}


class Phone:
    """Somebody's phone: its clock may be off, its entries are numbered."""

    def __init__(self, account, off=timedelta()):
        self.client, self.off, self.seq = Client(), off, 0
        self.client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")

    def now(self):
        """What its clock says."""
        return now() + self.off

    def entry(self, action, record=None, at=None, **more):
        """One entry; `base`, `form`, `id` and `decided` are its own, the rest are answers."""
        self.seq += 1
        own = {name: more.pop(name) for name in ("base", "form", "id", "decided", "seq", "place") if name in more}
        content = more | ({"record": str(record)} if record else {})
        return {"id": str(uuid7()), "seq": self.seq, "action": action, "data": content, "at": (at or self.now()).isoformat(), **own}

    def post(self, *entries, **more):
        """Deliver; the answer."""
        body = {"sent_at": self.now().isoformat(), "entries": entries, **more}
        return self.client.post("/api/v1/outbox", json.dumps(body), content_type="application/json")

    def receipts(self, *entries):
        """Deliver; the receipts."""
        answer = self.post(*entries)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["receipts"]

    def carry(self, **asked):
        """What it carries."""
        answer = self.client.get("/api/v1/carry", asked)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()


@pytest.fixture(autouse=True)
def _then(cast):
    """It is the forenoon of the day on which the checks are due; nothing ticks."""
    with time_machine.travel(moment(NEXT, "10:00"), tick=False):
        yield


@pytest.fixture
def phone(cast):
    """The grid worker's."""
    return Phone(cast.grid)


@pytest.fixture
def checks(cast):
    """Health checks of three people of door 502 that have opened."""
    return open_checks(cast, 3)


def open_checks(cast, count, door="502"):
    """So many checks whose hour has come, one a person."""
    at, on = cast.at, cast.on
    with everything():
        some = [draft_person(unit_id=cast.units[door].pk, name=f"周建明{n}", at=at) for n in range(count)]
        made = people.add_people(people=some, by=cast.officer, at=at)
        decide(findings=[Finding(person_id=one.pk, unit_id=one.unit_id, facts=FACTS | {"arrival_on": on}, on=on)
                         for one in made], by=named(SYSTEM), at=at)
        plan_checks(on=on + timedelta(days=1), by=cast.officer, at=moment(on, "18:00"))
        return list(Check.objects.filter(person__in=made, half="am", on=on + timedelta(days=1)).order_by("pk"))
