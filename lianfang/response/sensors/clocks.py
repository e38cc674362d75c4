"""What the tables say of sensors: by when somebody looks, what is expected, on which basis one is put up, which answers there are."""
from datetime import timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.workflow.rising import rising


def terms(at, unit=None) -> dict:
    """Minutes and limits of the day: see `sensor_terms.csv`."""
    return decisions.decide("sensor_terms", {"what": "door"}, unit=unit.path if unit else None, on=day_of(at)).result


def turn_times(state, record, at):
    """(due, to the township, to the county) of the turn on an alert that has come into a state."""
    clock = record.kind if state.clock == "look" else state.clock
    row = decisions.decide("sensor_clocks", {"clock": clock}, on=day_of(at)).result
    return rising(at + timedelta(minutes=row["within"]), row)


def basis(code, measure, has_consent, unit, at):
    """The ruling on a basis for a device at the door of somebody under a measure: `.result["allowed"]`, `.document`, `.clause`."""
    return decisions.decide("sensor_basis", {"basis": code, "measure": measure, "consent": has_consent}, unit=unit.path, on=day_of(at))


def answers(kind, at) -> list[tuple[str, str]]:
    """The answers to a kind of alert, as (code, word)."""
    labels = decisions.shipped("door_answers").labels
    listed = decisions.table("door_answers").facts["answer"].listed
    return [(code, labels.of("answer", code)) for code in listed if then(kind, code, at)]


def then(kind, answer, at) -> str:
    """What follows an answer: close or township; "" where it is none to that kind."""
    ruling = decisions.decide("door_answers", {"kind": kind, "answer": answer}, on=day_of(at))
    return "" if ruling.manual_review else ruling.result["then"]
