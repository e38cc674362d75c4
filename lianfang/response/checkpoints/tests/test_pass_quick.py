"""The short form: how many, the hottest, strangers or not; who is hot is held, who comes from elsewhere is recorded in full."""
import pytest

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Passage, Vehicle


@pytest.fixture
def quick(gate):
    def of(temperature=36.5, is_stranger=False, people=2, **said):
        return actions.Quick(gate.car().id, gate.post, gate.cast.at, gate.cast.at, people, temperature, is_stranger, **said)

    return of


def record(gate, *quicks):
    return actions.pass_quick(quicks=quicks, by=gate.cast.post, at=gate.cast.at)


def test_neighbours_pass_as_a_number(gate, quick):
    [one] = record(gate, quick(people=3))
    assert (one.outcome, one.people, one.is_quick, Passage.objects.count()) == ("pass", 3, True, 0)


def test_a_stranger_needs_the_full_form_and_nothing_is_recorded_twice(gate, quick):
    assert actions.asks_all(quick(is_stranger=True)) and not actions.asks_all(quick())
    assert not Vehicle.objects.exists()


@pytest.mark.parametrize(("urgent", "outcome"), [("no", "turn_back"), ("", "turn_back"), ("yes", "pass")])
def test_who_is_in_need_of_help_is_let_out_of_a_shut_village(gate, urgent, outcome):
    actions.change_post(post=gate.post, road="closed", document="封村令", by=gate.cast.officer, at=gate.cast.at)
    said = {"people": 2, "temperature": 36.5, "is_stranger": "no", "is_urgent": urgent, "direction": "out", "plate": "", "slip": "",
            "skip_temperature": ""}
    at = {"pk": gate.car().id, "post": gate.post, "at": gate.cast.at, "received_at": gate.cast.at}
    [one] = record(gate, actions.quick_of(said, **at))
    assert (one.outcome, one.purpose) == (outcome, "emergency" if urgent == "yes" else "unknown")


def test_whom_nobody_had_time_to_measure_is_not_kept_waiting_when_help_is_needed(gate, quick):
    said = {"people": 1, "temperature": None, "is_stranger": "yes", "is_urgent": "yes", "direction": "in", "plate": "禾A12001", "slip": "",
            "skip_temperature": ""}
    urgent = actions.quick_of(said, pk=gate.car().id, post=gate.post, at=gate.cast.at, received_at=gate.cast.at)
    assert not actions.asks_all(urgent) and record(gate, urgent)[0].outcome == "pass"
    with pytest.raises(Refused, match="还没有测温"):
        record(gate, quick(temperature=None))


@pytest.mark.parametrize(("temperature", "state"), [(37.2, None), (37.3, "observing"), (33.9, "waiting")])
def test_who_is_hot_is_held(gate, quick, temperature, state):
    [one] = record(gate, quick(temperature))
    held = Passage.objects.filter(vehicle=one).first()
    assert (held and held.state) == state
    assert Turn.objects.filter(state=state or "").count() == bool(state)


def test_a_held_one_is_asked_in_full_and_the_gate_table_decides(gate, quick):
    [held] = record(gate, quick(37.4))[0].checked
    actions.recheck(passage=held, temperature=36.6, origin="本省", code="green", symptoms="no", home=gate.cast.units["502"],
                    by=gate.cast.post, at=gate.cast.at)
    assert (held.state, held.table) == ("passed", "gate")


def test_not_measured_needs_a_reason(gate, quick):
    with pytest.raises(Refused, match="还没有测温"):
        record(gate, quick(None))
    assert record(gate, quick(None, skip="broken"))[0].outcome == "manual_review"


def test_sent_twice_is_one(gate, quick):
    one = quick(37.4)
    assert record(gate, one)[0].pk == record(gate, one)[0].pk
    assert (Vehicle.objects.count(), Passage.objects.count()) == (1, 1)
