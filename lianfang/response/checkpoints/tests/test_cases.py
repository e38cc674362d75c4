"""Somebody held: measured again the table decides; what it leaves open a lead decides, by a reason of the list; then he is gone."""
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.journal.actions import seal
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.straying import all_strays
from lianfang.registers.people.models import Person
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Notice, Vehicle

from .gate import WUHAN


@pytest.fixture
def hot(gate):
    return gate.comes(gate.someone(temperature=37.4)).checked[0]


@pytest.fixture
def doubtful(gate):
    return gate.comes(gate.someone(origin="", skips={"verify": "cannot_tell"})).checked[0]


def turns(one):
    return list(Turn.objects.filter(record=one.pk, closed_at=None).values_list("state", flat=True))


def test_measured_again_he_passes_and_is_on_no_record(gate, hot):
    assert turns(hot) == ["observing"]
    actions.recheck(passage=hot, temperature=36.8, by=gate.cast.post, at=gate.cast.at)
    hot.refresh_from_db()
    assert (hot.state, hot.outcome, hot.temperature, hot.closed_at) == ("passed", "pass", 36.8, gate.cast.at)
    assert turns(hot) == [] and not Person.objects.exists()


def test_still_hot_he_stays_until_a_lead_has_him_taken_along(gate, hot):
    actions.recheck(passage=hot, temperature=37.6, by=gate.cast.post, at=gate.cast.at)
    assert (hot.state, turns(hot)) == ("observing", ["observing"])
    actions.transfer(passage=hot, reason="unwell", by=gate.cast.township, at=gate.cast.at)
    hot.refresh_from_db()
    assert (hot.state, hot.skips["review"], turns(hot), Person.objects.count()) == ("transferring", "unwell", ["transferring"], 1)
    actions.hand_to_site(passage=hot, by=gate.cast.post, at=gate.cast.at)
    hot.refresh_from_db()
    assert (hot.state, turns(hot), hot.closed_at) == ("transferred", [], gate.cast.at)


def test_asked_again_where_from_the_table_decides(gate, doubtful):
    assert turns(doubtful) == ["waiting"]
    actions.recheck(passage=doubtful, origin="湖北武汉", by=gate.cast.post, at=gate.cast.at)
    assert (doubtful.state, doubtful.facts["origin_risk"], Notice.objects.get().content) == ("transferring", "high", "transfer")
    assert Line.objects.filter(verb="checkpoints.transfer").count() == 1


def test_a_lead_lets_him_pass_by_a_reason_of_the_list_and_no_other(gate, doubtful):
    for reason in ("unwell", "weather", "nonsense", ""):
        with pytest.raises(Refused, match="理由"):
            actions.let_pass(passage=doubtful, reason=reason, by=gate.cast.township, at=gate.cast.at)
    actions.let_pass(passage=doubtful, reason="called_home", by=gate.cast.township, at=gate.cast.at)
    doubtful.refresh_from_db()
    assert (doubtful.state, doubtful.skips) == ("passed", {"verify": "cannot_tell", "review": "called_home"})


@pytest.mark.parametrize(("step", "reason", "state"), [
    ("register", "letter", "registered"), ("turn_back", "refused", "turned_back"), ("observe", "unwell", "observing")])
def test_every_way_out(gate, doubtful, step, reason, state):
    getattr(actions, step)(passage=doubtful, reason=reason, by=gate.cast.township, at=gate.cast.at)
    doubtful.refresh_from_db()
    assert doubtful.state == state


def test_a_vehicle_stands_as_its_strictest_does_now(gate, doubtful):
    vehicle = Vehicle.objects.get()
    assert vehicle.outcome == "manual_review"
    actions.turn_back(passage=doubtful, reason="refused", by=gate.cast.township, at=gate.cast.at)
    vehicle.refresh_from_db()
    assert vehicle.outcome == "turn_back"


def test_what_is_over_is_not_decided_again(gate):
    passed = gate.comes().checked[0]
    with pytest.raises(Refused):
        actions.turn_back(passage=passed, reason="refused", by=gate.cast.township, at=gate.cast.at)
    taken = gate.comes(gate.someone(**WUHAN)).checked[0]
    with pytest.raises(Refused):
        actions.recheck(passage=taken, temperature=36.5, by=gate.cast.post, at=gate.cast.at)


def test_every_record_stands_where_its_lines_led_it(gate, hot, doubtful):
    for said in ({}, {**WUHAN}, {"origin": "广东深圳"}, {"origin": "湖北武汉", "home": None, "destination": "邻县"}):
        gate.comes(gate.someone(**said))
    actions.recheck(passage=hot, temperature=36.8, by=gate.cast.post, at=gate.cast.at)
    actions.open_shift(post=gate.post, people=1, by=gate.cast.post, at=gate.cast.at)
    seal()
    assert {code: ids for code, ids in all_strays().items() if code in ("passage", "notice", "shift")} == {}


def test_a_past_moment_shows_what_stood_then(gate, doubtful):
    codes, then = ["gate_turned_vehicles", "gate_turned_people", "line_entered", "gate_held"], gate.cast.at + timedelta(hours=1)
    actions.turn_back(passage=doubtful, reason="refused", by=gate.cast.township, at=then)
    assert list(indicators.values(codes, "/", gate.cast.at).values()) == [0, 0, 0, 1]
    assert list(indicators.values(codes, "/", then).values()) == [1, 1, 0, 0]
