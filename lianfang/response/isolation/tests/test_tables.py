"""What the county ordered, asked of the tables: spring 2020, its successors, deadlines, fever, places at risk."""
from datetime import date, timedelta
from itertools import product

import pytest

from lianfang.ground import decisions
from lianfang.ground.decisions.queries import shipped_examples

SPRING = date(2020, 3, 10)
ARRIVAL = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no",
           "exposure_on": "unknown", "arrival_on": SPRING, "age": 40, "special": "none", "worker": "no"}


def ask(on=SPRING, **facts):
    ruling = decisions.shipped("measure").table.decide({**ARRIVAL, "arrival_on": on, **facts}, on=on)
    return ruling.result["measure"], ruling.result["days"]


@pytest.mark.parametrize("facts, measure", [
    ({}, ("home_quarantine", 14)),  # S2-28: from another province, green and well: isolated all the same
    ({"worker": "yes"}, ("home_quarantine", 14)),
    ({"origin": "same_province", "code": "none"}, ("home_quarantine", 14)),  # S2-27: no code, observation
    ({"origin": "same_province"}, ("pass", None)),
    ({"origin_risk": "high"}, ("central_quarantine", 14)), ({"origin": "abroad", "code": "none"}, ("central_quarantine", 14)),
    ({"origin_risk": "high", "age": 9}, ("home_quarantine", 14)), ({"origin_risk": "high", "special": "pregnant"}, ("home_quarantine", 14)),
    ({"temperature": 37.3}, ("refer_fever_clinic", None)), ({"origin": "same_county", "symptoms": True}, ("refer_fever_clinic", None)),
])
def test_the_county_rule_of_spring_2020(facts, measure):
    assert ask(**facts) == measure


def test_rules_switch_at_the_beginning_of_a_day():
    switch = date(2022, 6, 28)
    facts = {"origin": "abroad", "origin_risk": "high", "code": "none"}
    assert ask(switch - timedelta(days=1), **facts) == ("central_quarantine", 14)
    assert ask(switch, **facts) == ("central_quarantine", 7)
    assert ask(date(2022, 11, 11), **facts) == ("central_quarantine", 5)
    assert ask(date(2022, 12, 7), **facts) == ("central_quarantine", 5), "the ten articles leave those from abroad as they were"
    assert ask(date(2023, 1, 8), **facts) == ("pass", None)
    assert ask(date(2022, 8, 10), origin_risk="high", arrival_on=date(2022, 8, 3))[0] == "central_quarantine", "seven days back"
    assert ask(date(2022, 8, 10), origin_risk="high", arrival_on=date(2022, 8, 2))[0] == "home_monitoring", "eight days back"


DAYS = [date(2020, 3, 10), date(2020, 6, 20), date(2022, 8, 10), date(2022, 11, 20)]
DOUBTS = {"origin": "unknown", "temperature": "not_measured", "symptoms": "unknown", "code": "unknown", "origin_risk": "unknown"}


@pytest.mark.parametrize("fact, doubt", DOUBTS.items())
def test_what_nobody_asked_never_passes(fact, doubt):
    for on, origin, risk, code in product(DAYS, ["same_county", "same_province", "other_province", "abroad"], ["low", "medium", "high"],
                                          ["green", "yellow", "red", "none"]):
        facts = {"origin": origin, "origin_risk": risk, "code": code, fact: doubt}
        assert ask(on, **facts)[0] != "pass", (on, facts)


def test_nobody_hot_or_coughing_ever_passes():
    for on, origin, risk, code in product(DAYS, ["same_county", "other_province", "abroad"], ["low", "high"], ["green", "red", "none"]):
        for ill in ({"temperature": 37.3}, {"temperature": 41}, {"symptoms": "yes"}):
            assert ask(on, origin=origin, origin_risk=risk, code=code, **ill)[0] == "refer_fever_clinic"


def test_every_order_has_days_tests_and_conditions():
    for row in decisions.shipped("measure").table.rows:
        result = row.result
        bound = result["measure"] in ("home_monitoring", "home_quarantine", "central_quarantine")
        stated = [result[name] not in (None, ()) for name in ("days", "day0", "release", "test_days")]
        assert stated == [bound] * 4, row
        assert all(0 < day <= result["days"] for day in result["test_days"]), row
        assert bool(result["then"]) == (result["then_days"] is not None)


def test_every_clock_is_due_somehow():
    table = decisions.shipped("clocks").table
    for row in table.rows:
        assert (row.result["within"] is None) == (row.result["due"] is not None), row
    assert {code for row in table.rows for code in row.conditions["clock"].words} == set(table.facts["clock"].words)


@pytest.mark.parametrize("reading, outcome", [
    ({}, "normal"), ({"temperature": 37.3}, "alarm"), ({"temperature": 37.2}, "normal"), ({"cough": True}, "alarm"),
    ({"dry_throat": True}, "alarm"), ({"fever": True, "temperature": "not_measured"}, "alarm"),
    ({"temperature": "not_measured"}, "manual_review"),
    ({"temperature": 25}, "manual_review"), ({"temperature": None}, "manual_review"), ({"cough": "maybe"}, "manual_review"),
])
def test_fever_and_three_symptoms(reading, outcome):
    facts = {"temperature": 36.5, "fever": False, "cough": False, "dry_throat": False, **reading}
    assert decisions.shipped("fever").table.decide(facts, on=SPRING).result["outcome"] == outcome


@pytest.mark.parametrize("place, on, risk", [
    ("420103", SPRING, "high"), ("421100", SPRING, "high"), ("420100", date(2020, 4, 7), "high"), ("420100", date(2020, 4, 8), "medium"),
    ("440300", SPRING, "low"), ("KR", SPRING, "high"), ("370811", SPRING, "medium"), ("unknown", SPRING, "unknown"),
    ("440300", date(2021, 1, 1), "unknown"),  # no list, no low risk
])
def test_places_at_risk(place, on, risk):
    assert decisions.shipped("risk_places").table.decide({"place": place}, on=on).result["risk"] == risk


FIRST = date(2020, 1, 25)
KINDS = ("close", "second", "high_risk_post", "discharged", "asymptomatic")
ORIGINS = ({"origin": "abroad"}, *({"origin": "other_province", "origin_risk": risk} for risk in ("high", "medium", "low")))


@pytest.mark.parametrize(("name", "asked"), [*(("exposed", {"kind": kind}) for kind in KINDS), *(("measure", one) for one in ORIGINS)])
def test_both_sides_of_every_change_of_edition_have_an_example(name, asked):
    of = asked | ({"disease": "covid_19"} if name == "exposed" else {})
    rows = [row for row in decisions.shipped(name).table.rows if row.from_on > FIRST
            and all(row.conditions[fact].hit is None or word in row.conditions[fact].words for fact, word in of.items())]
    [*_before, last] = changes = sorted({row.from_on for row in rows})
    found = shipped_examples(name)
    told = {tried.example.on for tried in found if asked.items() <= tried.example.facts.items()}
    assert last == date(2023, 1, 8)
    assert {on for change in changes for on in (change - timedelta(days=1), change)} <= told
