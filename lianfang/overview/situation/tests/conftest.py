"""A small story by hand: four people, two towns, one from abroad, one feverish, one nobody has decided about."""
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.apps import apps

from lianfang.ground.accounts.models import Responsible
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from tests.once import as_once

Order, Check, Review, Alarm = (apps.get_model("isolation", name) for name in ("Order", "Check", "Review", "Alarm"))
ON = date(2020, 3, 10)
FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": ON, "age": 40, "special": "none", "worker": "no"}
LIVES = {"周建明": "502", "吕春": "601", "魏小东": "梨花沟村12号", "韩夏": "梨花沟村12号"}


@dataclass
class Story:
    """The cast, its people by name, and words to go on with."""

    cast: object
    people: dict = field(default_factory=dict)

    def unit(self, name):
        """A unit by name."""
        return self.cast.units[name]

    def order(self, name):
        """Somebody's newest order."""
        return Order.objects.filter(person=self.people[name]).order_by("-issued_at").first()

    def find(self, name, at, **changed):
        """Decide on somebody with some facts changed."""
        person, on = self.people[name], changed.pop("on", at.date())
        finding = isolation.Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS | changed, on=on,
                                    is_from_abroad=changed.get("origin") == "abroad")
        return isolation.decide(findings=[finding], by=named(SYSTEM), at=at)[0]

    def measure(self, name, half, at, temperature=36.5):
        """Record a check of that day."""
        check = Check.objects.get(order=self.order(name), on=at.date(), half=half)
        isolation.record_checks(readings=[isolation.Reading(check, temperature, [])], by=self.cast.grid, at=at)


@pytest.fixture
def story(cast):
    """10 March: three are ordered, one waits for a person; one morning check is missed, one shows a fever."""
    return as_once("a small story", lambda: make_story(cast))


def make_story(cast):
    """As it happened, step by step."""
    with everything():
        told = Story(cast)
        for number, (name, door) in enumerate(LIVES.items()):
            draft = draft_person(unit_id=cast.units[door].pk, name=name, at=cast.at, phone=f"1380000000{number}")
            [told.people[name]] = people.add_people(people=[draft], by=cast.officer, at=cast.at)
        told.find("周建明", moment(ON, "09:00"))
        told.find("吕春", moment(ON, "09:05"), origin="abroad")
        told.find("魏小东", moment(ON, "09:10"))
        told.find("韩夏", moment(ON, "09:15"), origin="unknown")
        told.measure("周建明", "am", moment(ON, "09:30"))
        told.measure("吕春", "am", moment(ON, "09:40"), 37.8)
        Responsible.objects.create(account=cast.cadre, unit=cast.units["丰禾社区"], from_on=date(2020, 1, 1))
    return told


@pytest.fixture
def all_seen():
    """Queries of the test itself see everything."""
    with everything():
        yield
