"""A cut-off of a small county in whose records something is told late."""
from dataclasses import dataclass
from datetime import date

import pytest
from django.apps import apps

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.ledger import actions
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation

ON = date(2020, 3, 10)
CUT, LATER = moment(ON, "18:45"), moment(ON, "20:00")
FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": ON, "age": 40, "special": "none", "worker": "no"}


@dataclass
class Told:
    """The county, its cut-off, and somebody who left without being told of."""

    cast: object
    county: object
    town: object
    cut: object = None

    def late(self):
        """It is told late that somebody had left before the cut-off."""
        order = apps.get_model("isolation", "Order").objects.order_by("issued_at").first()
        isolation.leave_county(orders=[order], by=self.cast.officer, at=moment(ON, "18:30"))


@pytest.fixture
def told(cast):
    """Two people under an order, in one town; the evening's figures are written."""
    found = Told(cast, cast.units["青禾县"], cast.units["禾阳街道"])
    with everything():
        for number, (name, door) in enumerate((("周建明", "502"), ("吕春", "601"))):
            draft = draft_person(unit_id=cast.units[door].pk, name=name, at=cast.at, phone=f"1380000000{number}")
            [person] = people.add_people(people=[draft], by=cast.officer, at=cast.at)
            isolation.decide(findings=[isolation.Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS, on=ON,
                                                         is_from_abroad=False)], by=named(SYSTEM), at=cast.at)
        found.cut = actions.book(unit=found.county, cut_off_at=CUT, by=named(SYSTEM), at=CUT)
        yield found
