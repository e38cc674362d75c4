"""From a reported case to the level of its place and its rings; from a level in force to the list of whom it changes."""
from datetime import UTC, date, datetime

import pytest

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.cases import actions as cases
from lianfang.response.cases.tests.conftest import Team
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Order, Switch, SwitchLine
from lianfang.response.risk import actions as risk
from lianfang.response.risk.models import Level, Ring

AT = datetime(2022, 8, 10, 2, 0, tzinfo=UTC)
CAME = {"origin": "same_county", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
        "arrival_on": date(2022, 8, 9), "age": 40, "special": "none", "worker": "no"}


@pytest.fixture
def house(cast):
    with everything():
        yield cast


def test_a_reported_case_proposes_the_level_of_the_county_and_a_correction_takes_it_back(house):
    team = Team(house)
    one = team.report()
    assert [(level.unit.level, level.level) for level in Level.objects.all()] == [("county", "medium")]
    cases.rule_out(case=one, why="另有诊断", by=house.epi, at=team.at)
    assert set(Level.objects.values_list("level", "state")) == {("medium", "withdrawn"), ("low", "proposed")}


def test_the_rings_are_proposed_round_the_door_of_a_reported_case(house):
    Team(house).report()
    assert Ring.objects.get().state == "proposed"


def test_who_went_free_from_a_place_that_is_high_now_is_listed_and_bound_when_confirmed(house, monkeypatch):
    compound = house.units["502"].parent
    while compound.level != "compound":
        compound = compound.parent
    drafts = [draft_person(unit_id=house.units[door].pk, name=name, at=AT) for door, name in (("601", "高原"), ("502", "周建明"))]
    free, other = add_people(people=drafts, by=house.officer, at=AT)
    for one in (free, other):
        isolation.decide(findings=[isolation.Finding(one.pk, one.unit_id, CAME, AT.date())], by=named(SYSTEM), at=AT)
    assert not Order.objects.exists()
    monkeypatch.setattr("lianfang.response.screening.queries.came_from", lambda unit: {free.pk})
    facts = {"kind": "home", "recent": 1, "total": 1, "days_clear": 0, "cluster": "unknown", "spread": "unknown",
             "contacts_clear": "unknown", "round_negative": "unknown"}
    level = risk.propose_level(unit=compound, facts=facts, source="cdc", source_on=AT.date(), by=house.epi, at=AT)
    risk.confirm_level(level=level, number="青防指〔2022〕1号", by=house.officer, at=AT)
    switch = Switch.objects.get()
    assert (switch.area, switch.people, switch.state) == (compound, 1, "proposed") and not Order.objects.exists()
    assert [(line.person_id, line.new) for line in SwitchLine.objects.all()] == [(free.pk, "central_quarantine:7")]
    isolation.confirm_switch(switch=switch, by=house.leader, at=AT)
    assert isolation.run_switches(by=named(SYSTEM), at=AT) == 1
    assert Order.objects.get().person_id == free.pk
