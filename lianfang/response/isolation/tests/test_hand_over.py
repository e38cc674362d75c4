"""Hand-over: offered, received with a receipt, the clock kept; or sent back with a reason."""
import pytest
from django.urls import reverse

from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.territory.queries import resolve
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


def test_on_receipt_person_order_and_open_checks_move_and_the_clock_is_kept(offer, order, cast, lane):
    before = (order.base_on, order.until_on)
    receive(handover=offer, address="梨花沟村东胡同 5 号", by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    assert (order.unit, order.person.unit, order.minder) == (lane, lane, minder_at(lane, cast))
    assert (order.base_on, order.until_on) == before
    assert set(Check.objects.filter(state="due").values_list("minder", flat=True)) == {order.minder_id}
    assert set(Turn.objects.filter(flow="check", closed_at=None).values_list("account", flat=True)) == {order.minder_id}
    assert Turn.objects.get(record=order.pk, closed_at=None).owner_unit == cast.units["梨花沟村"]


def minder_at(unit, cast):
    """The grid worker where the door lies in his grid, else the village's cadre."""
    return cast.far_grid if unit.path.startswith(cast.units["梨花沟一网格"].path) else cast.far_cadre


@pytest.mark.parametrize(("address", "says"), [("东胡同6号", "没有“东胡同6号”这一户"), ("村东头老王家", "没有“村东头老王家”这一户")])
def test_an_address_nobody_knows_is_said_and_nothing_moves(offer, order, cast, lane, address, says):
    with pytest.raises(Refused, match=says):
        receive(handover=offer, address=address, by=cast.far_cadre, at=cast.at)
    offer.refresh_from_db()
    order.refresh_from_db()
    assert (offer.state, order.unit) == ("offered", cast.units["502"])


def test_a_new_door_is_added_where_asked_for(offer, order, cast, lane):
    receive(handover=offer, address="东胡同6号", may_add=True, by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    assert order.unit == resolve(cast.units["梨花沟村"], "东胡同6号") != lane


def test_without_an_address_the_village_itself_receives(offer, order, cast):
    receive(handover=offer, address=" ", by=cast.far_cadre, at=cast.at)
    order.refresh_from_db()
    assert order.unit == cast.units["梨花沟村"]


def test_the_receiving_page_takes_the_line_and_offers_some(offer, order, cast, lane, client):
    client.force_login(cast.far_cadre)
    address = reverse("isolation:handover", args=[offer.pk])
    page = client.get(address).content.decode()
    assert '<option value="东胡同"></option>' in page and "<select" not in page and "红旗小区3栋2单元401" in page
    more = client.get(reverse("territory:lines", args=[cast.units["梨花沟村"].pk]), {"address": "东胡同"}).content.decode()
    assert more.split() == ["<option", 'value="东胡同5号"></option>']
    wrong = client.post(address, {"address": "东胡同6号"})
    assert wrong.status_code == 422 and "没有“东胡同6号”这一户" in wrong.content.decode() and 'value="东胡同6号"' in wrong.content.decode()
    client.post(address, {"address": "东胡同5号"})
    order.refresh_from_db()
    assert order.unit == lane


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
