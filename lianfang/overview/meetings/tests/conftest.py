"""A county that meets twice a day, and a fever that somebody must answer."""
from datetime import date

import pytest
from django.apps import apps

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.overview.meetings import actions, jobs
from lianfang.overview.meetings.models import Meeting
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation

Check = apps.get_model("isolation", "Check")
ON = date(2020, 3, 10)
FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": ON, "age": 40, "special": "none", "worker": "no"}


@pytest.fixture
def fever(cast):
    """10 March: one is ordered at nine; his morning check at half past shows a fever that nobody has answered."""
    with everything():
        at = moment(ON, "09:00")
        [ill] = people.add_people(people=[draft_person(unit_id=cast.units["502"].pk, name="周建明", at=at)], by=cast.officer, at=at)
        finding = isolation.Finding(person_id=ill.pk, unit_id=ill.unit_id, facts=FACTS, on=ON)
        isolation.decide(findings=[finding], by=named(SYSTEM), at=at)
        check = Check.objects.get(person=ill, on=ON, half="am")
        isolation.record_checks(readings=[isolation.Reading(check, 38.4, [])], by=cast.grid, at=moment(ON, "09:30"))
    return ill


@pytest.fixture
def evening(cast, fever):
    """The meeting of 10 March, 19:00, as the clock calls it at its cut-off."""
    with everything():
        for series in ("morning", "evening"):
            actions.start_series(unit=cast.units["青禾县"], series=series, by=cast.officer, at=moment(ON, "10:00"))
        jobs.freeze_due(at=moment(ON, "18:45"))
        jobs.call_due(at=moment(ON, "18:45"))
        return Meeting.objects.get(series="evening")


@pytest.fixture
def sitting(cast, evening):
    """The same, begun by the duty officer."""
    with everything():
        actions.begin(meeting=evening, chair="郑怀远", place="指挥部一楼", by=cast.officer, at=moment(ON, "19:00"))
    return evening
