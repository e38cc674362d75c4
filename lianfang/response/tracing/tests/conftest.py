"""What the specs of this loop stand on: a case in door 502 who fell ill on the 8th, and people of the county."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.tracing import actions, diary

ILL = date(2020, 3, 8)


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def someone(cast):
    """A person of the county, by name and place."""
    def made(name, place="青禾县", **more):
        [one] = add_people(people=[draft_person(unit_id=cast.units[place].pk, name=name, at=cast.at, **more)], by=cast.epi, at=cast.at)
        return one

    return made


@pytest.fixture
def case(someone):
    """Who fell ill."""
    return someone("周建明", "502")


@pytest.fixture
def index(cast, case):
    """His index: onset on the 8th, so that the days from the 6th count."""
    return actions.open_index(person=case, disease="covid_19", anchor="onset", anchor_on=ILL, by=cast.epi, at=cast.at)


@pytest.fixture
def was(cast):
    """Tell where somebody was on a day, as it is typed."""
    def told(person, text, on=ILL, at=None):
        return actions.add_stays(person=person, told=diary.read(text, on), by=cast.epi, at=at or cast.at)

    return told


@pytest.fixture
def later():
    """A moment of another day."""
    return lambda month, day, clock="09:00": moment(date(2020, month, day), clock)
