"""Hand-over: offered, received with a receipt, the clock kept; or sent back with a reason."""
import pytest

from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.actions import hand_over, receive, send_back, serve
from lianfang.response.isolation.forms import told_apart
from lianfang.response.isolation.models import Check


@pytest.fixture
def offer(order, cast):
    serve(orders=[order], by=cast.grid, at=cast.at)
    return hand_over(order=order, unit=cast.units["梨花沟村"], reason="回村居住", by=cast.cadre, at=cast.at)


def test_the_offer_is_the_receiving_cadres_turn(offer, cast):
    turn = Turn.objects.get(record=offer.pk)
    assert (turn.owner_unit, turn.unit) == (cast.units["梨花沟村"], cast.units["梨花沟村"])


def test_until_the_receipt_nothing_moves(offer, order, cast):
    order.refresh_from_db()
    assert (order.unit, order.state) == (cast.units["502"], "running")


def test_on_receipt_person_order_and_open_checks_move_and_the_clock_is_kept(offer, order, cast):
    before = (order.base_on, order.until_on)
    receive(handover=offer, place=cast.units["梨花沟村12号"], by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    assert (order.unit, order.person.unit, order.minder) == (cast.units["梨花沟村12号"], cast.units["梨花沟村12号"], cast.far_grid)
    assert (order.base_on, order.until_on) == before
    assert set(Check.objects.filter(state="due").values_list("minder", flat=True)) == {cast.far_grid.pk}
    assert set(Turn.objects.filter(flow="check", closed_at=None).values_list("account", flat=True)) == {cast.far_grid.pk}
    assert Turn.objects.get(record=order.pk, closed_at=None).owner_unit == cast.units["梨花沟村"]


def test_sent_back_it_stays_and_may_be_offered_again(offer, order, cast):
    with pytest.raises(Refused):
        send_back(handover=offer, reason="", by=cast.far_cadre, at=cast.at)
    send_back(handover=offer, reason="查无此人", by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    assert order.unit == cast.units["502"]
    hand_over(order=order, unit=cast.units["望河社区"], reason="搬家", by=cast.cadre, at=cast.at)


def test_it_is_not_offered_twice(offer, order, cast):
    with pytest.raises(Refused):
        hand_over(order=order, unit=cast.units["望河社区"], reason="搬家", by=cast.cadre, at=cast.at)


def test_places_of_one_name_are_told_apart(cast):
    villages, doors = (Unit.objects.filter(level=level).order_by("path") for level in ("village", "door"))
    label = told_apart(villages)
    assert [label(unit) for unit in villages] == ["禾阳街道 丰禾社区", "禾阳街道 望河社区", "梨花沟镇 梨花沟村"]
    inside = doors.filter(path__under=cast.units["3号楼"].path)
    assert [told_apart(inside)(unit) for unit in inside] == ["502", "601"]
    alone = villages[:1]
    assert told_apart(alone)(alone[0]) == "丰禾社区"
