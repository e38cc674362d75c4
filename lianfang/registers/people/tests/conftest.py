"""A small invented county to put people in."""
from datetime import date

import pytest

from lianfang.ground.accounts.queries import named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.units.actions import add_units
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person

FOUNDED = date(2019, 1, 1)


@pytest.fixture
def system(db):
    """The account that acts."""
    return named("system")


@pytest.fixture
def places(system):
    """County, town, two villages, a door in the first."""
    with everything():
        made = add_units(by=system, at=now(), drafts=[
            {"parent": None, "level": "county", "name": "青禾县", "from_on": FOUNDED},
            {"parent": 0, "level": "township", "name": "河口镇", "from_on": FOUNDED},
            {"parent": 1, "level": "village", "name": "和平村", "from_on": FOUNDED},
            {"parent": 1, "level": "village", "name": "新兴村", "from_on": FOUNDED},
            {"parent": 2, "level": "door", "name": "和平村12号", "from_on": FOUNDED}])
    return dict(zip(("county", "town", "village", "other", "door"), made, strict=True))


@pytest.fixture
def add(system, places):
    """Add one person with that name."""
    def added(name, unit="village", **more):
        with everything():
            return add_people(people=[draft_person(unit_id=places[unit].id, name=name, at=now(), **more)], by=system, at=now())[0]

    return added
