"""What the specs of this loop stand on: one arrival from a high-risk place, and her order."""
from datetime import date

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.queries import resolve
from lianfang.response.isolation.actions import Finding, decide
from lianfang.response.isolation.models import Order

FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": date(2020, 3, 10), "age": 40, "special": "none", "worker": "no"}


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def person(cast):
    """Somebody at door 502."""
    found = draft_person(unit_id=cast.units["502"].pk, name="周建明", at=cast.at, id_number="220722198901011238", phone="13800001234")
    [made] = people.add_people(people=[found], by=cast.officer, at=cast.at)
    return made


@pytest.fixture
def lane(cast):
    """A door of the far village: 东胡同5号."""
    village = cast.units["梨花沟村"]
    add_doors(unit=village, addresses=["东胡同5号"], by=cast.officer, at=cast.at)
    return resolve(village, "东胡同5号")


@pytest.fixture
def someone_else(cast):
    """Somebody at door 601."""
    found = draft_person(unit_id=cast.units["601"].pk, name="吕春", at=cast.at)
    return people.add_people(people=[found], by=cast.officer, at=cast.at)[0]


@pytest.fixture
def find(cast, person):
    """Decide on the person with some facts changed; returns the verdict."""

    def found(on=None, at=None, someone=None, **changed):
        finding = Finding(person_id=(someone or person).pk, unit_id=(someone or person).unit_id, facts=FACTS | changed, on=on or cast.on)
        return decide(findings=[finding], by=named(SYSTEM), at=at or cast.at)[0]

    return found


@pytest.fixture
def order(find):
    """Her order: home quarantine, fourteen days."""
    find()
    return Order.objects.get()
