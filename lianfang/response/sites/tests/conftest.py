"""What the specs of this loop stand on: a site of six rooms on two floors beside the near compound, led by its cadre."""
from datetime import timedelta
from uuid import uuid4

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.sites import actions
from lianfang.response.sites.models import Placement
from lianfang.response.sites.reading import Lodging

ROOMS = [Lodging("201"), Lodging("202"), Lodging("203", beds=3, is_family=True), Lodging("301", is_accessible=True, is_carer=True, beds=2),
         Lodging("302"), Lodging("303", zone="clean")]


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def site(cast):
    """A site by that name in the grid."""
    made = actions.open_site(place=cast.units["丰禾第四网格"], name="党校隔离点", leader=cast.cadre, by=cast.officer, at=cast.at)
    actions.add_rooms(site=made, rooms=ROOMS, by=cast.officer, at=cast.at)
    return made


@pytest.fixture
def proposed(cast, site):
    """Rooms for some people of one door: (name, age) each."""
    def made(*who, place="502"):
        people = [draft_person(unit_id=cast.units[place].pk, name=name, at=cast.at) for name, _age in who]
        add_people(people=people, by=cast.officer, at=cast.at)
        guests = [actions.Guest(one.pk, uuid4(), one.unit_id, cast.on, cast.on + timedelta(days=15), site.because, "none", age)
                  for one, (_name, age) in zip(people, who, strict=True)]
        actions.propose(guests=guests, by=named(SYSTEM), at=cast.at)
        found = {one.person_id: one for one in Placement.objects.select_related("room__site", "room__unit", "site", "home", "person")}
        return [found[one.pk] for one in people]

    return made
