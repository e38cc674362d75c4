"""A car and everybody in it: what the table says is done, once, and what follows is somebody's turn."""
from datetime import timedelta

import pytest

from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.looks import looks_at
from lianfang.registers.people.models import Person
from lianfang.response.checkpoints import actions
from lianfang.response.checkpoints.models import Notice, Passage, Vehicle

from .gate import GREEN


def test_a_green_car_passes_as_one_record_with_a_passage_each_and_nobody_comes_on_record(gate):
    vehicle = gate.comes(gate.someone(), gate.someone(name="林小满", id_number="", skips={"scan": "child"}), plate="禾A58K21")
    assert (vehicle.outcome, vehicle.people, vehicle.hour) == ("pass", 2, 9)
    first, second = Passage.objects.filter(vehicle=vehicle).order_by("seat")
    assert (first.state, first.outcome, first.person_id, first.closed_at) == ("", "pass", None, vehicle.at)
    assert (first.name.open(), vehicle.plate.open(), second.skips) == ("秦朗", "禾A58K21", {"scan": "child"})
    assert not Person.objects.exists() and not Turn.objects.exists() and not Notice.objects.exists()
    assert list(Line.objects.filter(verb__startswith="checkpoints.", kind="vehicle").values_list("verb", "data")) == [
        ("checkpoints.pass_vehicle", {"people": 2, "outcome": "pass"})]


def test_who_goes_on_to_another_county_is_told_of_there_and_not_bound_here(gate):
    for home, bound in ((None, False), (gate.cast.units["502"], True)):
        gate.comes(gate.someone(origin="广东深圳", home=home, destination="" if home else "长春市农安县"))
        assert Line.objects.filter(verb="isolation.decide").exists() is bound


def test_who_is_turned_back_to_another_county_is_told_of_there_and_is_on_no_record(gate, cast):
    vehicle = gate.comes(gate.someone(origin="湖北武汉", home=None, destination="长春市农安县", name="高原"))
    assert vehicle.outcome == "turn_back" and not Person.objects.exists()
    notice = Notice.objects.get()
    assert (notice.state, notice.unit, notice.to.open()) == ("telling", cast.units["青禾县"], "长春市农安县")
    assert Turn.objects.get(record=notice.pk).role == "duty_officer"


def test_a_known_number_needs_no_name_and_another_name_under_it_is_looked_at(gate):
    known = gate.comes(gate.someone(origin="广东深圳")).checked[0].person_id
    again = gate.comes(gate.someone(origin="广东深圳", name="")).checked[0]
    assert (again.person_id, again.name.open(), Person.objects.count()) == (known, "秦朗", 1)
    other = gate.comes(gate.someone(name="钱多多")).checked[0]
    assert (other.outcome, other.state, other.person_id) == ("manual_review", "waiting", None)


def test_whom_a_gate_knows_can_see_that_it_asked_whatever_his_name_was_said_to_be(gate):
    known = gate.comes(gate.someone(origin="广东深圳")).checked[0].person_id
    before = len(looks_at(known))
    for name in ("", "钱多多"):
        vehicle = gate.comes(gate.someone(name=name))
        look = looks_at(known)[0]
        assert (look.line.record, look.what, look.line.data["people"]) == (vehicle.pk, "过卡口时核对了身份", 1) and look.line.data["digest"]
    assert len(looks_at(known)) == before + 2


@pytest.mark.parametrize(("said", "missing"), [
    ({"temperature": None}, "测温"), ({"id_number": ""}, "扫码"), ({"code": "unknown"}, "查验"), ({"origin": ""}, "查验"),
    ({"id_number": "", "slip": "随便写的"}, "扫码"), ({"code": "unknown", "slip": "随便写的"}, "查验"),
    ({"temperature": None, "skips": {"temperature": "no_phone"}}, "测温"), ({"id_number": "", "skips": {"scan": "weather"}}, "扫码"),
])
def test_no_step_is_left_out_without_a_reason_of_the_list(gate, said, missing):
    with pytest.raises(Refused, match=missing):
        gate.comes(gate.someone(**said))
    assert not Vehicle.objects.exists()


def test_with_a_reason_it_is_recorded_and_never_simply_passes(gate):
    one = gate.comes(gate.someone(temperature=None, skips={"temperature": "broken"})).checked[0]
    assert (one.outcome, one.state) == ("manual_review", "waiting")


def test_the_same_record_twice_is_one(gate):
    car = gate.car(plate="禾A58K21")
    first = actions.pass_vehicle(cars=[car], by=gate.cast.post, at=gate.cast.at)
    again = actions.pass_vehicle(cars=[car], by=gate.cast.post, at=gate.cast.at + timedelta(hours=1))
    assert [v.pk for v in first] == [v.pk for v in again] == [car.id]
    assert (Vehicle.objects.count(), Passage.objects.count(), len(again[0].checked)) == (1, 1, 1)


def test_many_cars_at_once_and_one_person_in_two_of_them_is_one_person(gate, cast):
    cars = [gate.car(gate.someone(origin="广东深圳")), gate.car(), gate.car(gate.someone(origin="广东深圳"))]
    found = actions.pass_vehicle(cars=cars, by=cast.post, at=cast.at)
    assert [v.outcome for v in found] == ["register", "pass", "register"] and Person.objects.count() == 1
    assert Line.objects.filter(verb="checkpoints.pass_vehicle").count() == 3


def test_the_phase_decides(gate):
    at = moment(gate.cast.on.replace(year=2022, month=12, day=7), "09:00")
    assert gate.comes(gate.someone(origin="广东深圳", code="none", temperature=37.6), at=at).outcome == "pass"


def test_nothing_of_it_is_in_clear(gate):
    one = gate.comes(gate.someone(**GREEN, phone="13800001234"), plate="禾A58K21").checked[0]
    raw = Passage.objects.filter(pk=one.pk).values_list("name", "id_number", "phone", "origin", "facts")[0]
    assert all(word not in repr(raw) for word in ("秦朗", GREEN["id_number"], "13800001234", "长春"))
