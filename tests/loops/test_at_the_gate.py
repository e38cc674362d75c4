"""What follows from a gate in other loops: orders at the site and at home, each caused by the vehicle that came."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership
from lianfang.response.checkpoints.models import Notice, Passage
from lianfang.response.checkpoints.tests.gate import WUHAN, Gate, put_up
from lianfang.response.isolation.models import Order


@pytest.fixture
def gate(cast):
    with everything():
        yield Gate(cast, put_up(cast))


def test_fever_from_a_place_at_high_risk_is_taken_to_the_site_its_home_is_told_and_an_order_is_issued_there(gate, cast):
    vehicle = gate.comes(gate.someone(), gate.someone(**WUHAN))
    driver, feverish = Passage.objects.filter(vehicle=vehicle).order_by("seat")
    assert (vehicle.outcome, driver.outcome, feverish.outcome, feverish.state) == ("transfer", "pass", "transfer", "transferring")
    turn = Turn.objects.get(record=feverish.pk)
    assert (turn.account, turn.due - cast.at) == (cast.post, timedelta(minutes=60))
    notice = Notice.objects.get(passage=feverish)
    assert (notice.content, notice.state, notice.unit, Turn.objects.get(record=notice.pk).role) == (
        "transfer", "noticed", cast.units["502"], "village_cadre")
    order = Order.objects.get(person=feverish.person)
    assert (order.measure, order.unit) == ("refer_fever_clinic", cast.units["望河社区"])
    told = Line.objects.get(verb="isolation.decide")
    assert Line.objects.get(pk=told.because).verb == "checkpoints.transfer"
    assert Line.objects.get(pk=Line.objects.get(pk=told.because).because).verb == "checkpoints.pass_vehicle"


def test_from_another_province_he_goes_home_where_he_is_registered_and_his_measure_is_decided(gate, cast):
    vehicle = gate.comes(gate.someone(origin="广东深圳", name="覃望舒"))
    [one] = vehicle.checked
    assert (one.outcome, one.state) == ("register", "registered")
    assert Order.objects.get(person=one.person_id).measure == "home_quarantine"
    assert Membership.objects.get(person=one.person_id).category_id == "returnee_out_of_province"
    notice = Notice.objects.get()
    turn = Turn.objects.get(record=notice.pk)
    assert (notice.content, turn.role, turn.owner_unit) == ("arrival", "grid_worker", cast.units["丰禾第四网格"])


def test_who_is_bound_to_stay_at_home_is_held(gate):
    gate.comes(gate.someone(origin="广东深圳"))
    outside = gate.comes(direction="out").checked[0]
    assert (outside.facts["standing"], outside.outcome) == ("bound", "observe")
