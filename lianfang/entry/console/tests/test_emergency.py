"""The demo's rules: a doubtful tube holds its people on whichever day somebody tries it."""
from datetime import date

from lianfang.entry.console.seeds import emergency
from lianfang.ground import decisions
from lianfang.ground.days import moment

OPENED, TODAY = date(2026, 10, 13), date(2026, 11, 24)


def test_the_drill_holds_contacts_and_whoever_is_in_a_doubtful_tube_and_leaves_other_diseases_alone(cast, monkeypatch):
    monkeypatch.setattr(emergency, "TABLES", ("exposed",))
    county = cast.units["青禾县"]

    def ruled(kind, disease="covid_19"):
        facts = {"disease": disease, "kind": kind, "exposure_on": TODAY, "age": 40, "special": "none", "negative": "unknown",
                 "symptoms": "no"}
        return decisions.decide("exposed", facts, unit=county.path, on=TODAY).result["measure"]

    assert (ruled("pooled"), ruled("close")) == ("pass", "pass"), "since 2023 nobody is held"
    others = [ruled("close", disease) for disease in ("measles", "mers", "influenza_a")]
    emergency.declare(county, from_on=OPENED, drafter=cast.officer, approver=cast.epi, at=moment(OPENED, "08:00"))
    assert (ruled("pooled"), ruled("close")) == ("home_quarantine", "central_quarantine")
    assert [ruled("close", disease) for disease in ("measles", "mers", "influenza_a")] == others
