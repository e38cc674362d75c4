"""A device at a door from the day it is put up to the order's end: what needs nobody, what is a turn, what goes up, what is left."""
import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse

from lianfang.entry.portal.visits import begin
from lianfang.ground.accounts.queries import PORTAL, SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import reactions
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.reactions.doors import sensors_follow_orders
from lianfang.registers.people.queries import bound
from lianfang.response.doorstep.models import Visit
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Need
from lianfang.response.sensors import actions, queries
from lianfang.response.sensors.models import Alert, Binding, Event, Nonce
from tests.doors import Door
from tests.samples import Stage
from tests.samples.sensors import kept, running


@pytest.fixture
def door(cast):
    with everything():
        yield Door(cast)


def turn(alert):
    return Turn.objects.get(record=alert.pk, closed_at=None)


@pytest.mark.parametrize(("more", "says"), [
    ({"has_consent": False}, "没有依据"), ({"basis": "order", "has_consent": False}, "没有依据"), ({"basis": "because"}, "没有依据"),
    ({"told": ""}, "怎么告诉本人"), ({"by": "far_cadre"}, "权限"), ({"by": "supervisor"}, "权限"), ({"by": "grid"}, "权限")])
def test_nobody_puts_one_up_without_a_basis_the_right_and_the_person_knowing(door, cast, more, says):
    with pytest.raises(Refused, match=says):
        door.bind(**{**more, **({"by": cast.accounts[more["by"]]} if "by" in more else {})})
    assert not Binding.objects.exists()


def test_one_device_one_order_one_door(door, cast):
    door.bind()
    second, _key = kept(Stage(cast), "QH-0011")
    for device, order in ((door.device, running(Stage(cast), "演练乙", "601")), (second, door.order)):
        with pytest.raises(Refused, match="已经"):
            actions.bind_device(device=device, order=order.pk, basis="agreed", has_consent=True, told="face", by=cast.cadre,
                                at=door.bound_at)
    with pytest.raises(Refused, match="先拆下来"):
        actions.renew_key(device=door.device, by=cast.cadre, at=door.bound_at)
    with pytest.raises(Refused, match="已经登记过"):
        kept(Stage(cast), "QH-0011")
    told = Line.objects.get(verb="sensors.bind_device")
    assert (told.subject, told.data) == (door.order.person_id, {"basis": "agreed", "told": "face"})
    assert "通知（2020-02-04）" in door.binding.document and "同意" in door.binding.clause


def test_an_opening_nobody_recorded_is_the_minders_turn_and_he_says_what_it_was(door, cast):
    door.bind()
    door.says("opened", at=0)
    alert = door.alert()
    assert turn(alert).account == door.order.minder and turn(alert).due == door.later(30)
    door.says("opened", at=9)
    alert.refresh_from_db()
    assert alert.times == 1, "the same opening as just before"
    with pytest.raises(Refused, match="从单子里选"):
        actions.answer_alert(alert=alert, answer="replaced", by=cast.grid, at=door.later(20))
    actions.answer_alert(alert=alert, answer="rubbish", by=cast.grid, at=door.later(20))
    assert alert.state == "answered" and not Turn.objects.filter(flow="door_alert", closed_at=None).exists()


def test_late_it_goes_to_the_township_and_so_does_somebody_who_is_not_at_home(door, cast):
    door.bind()
    door.says("opened", at=0)
    alert = door.alert()
    assert escalate(at=door.later(61), by=named(SYSTEM)) == 1 and turn(alert).role == "township_cadre"
    actions.answer_alert(alert=alert, answer="gone", by=cast.township, at=door.later(62))
    assert (alert.state, turn(alert).role, turn(alert).account) == ("raised", "township_cadre", None)
    actions.answer_alert(alert=alert, answer="went_back", by=cast.township, at=door.later(80))
    assert alert.state == "answered" and not Line.objects.filter(verb="isolation.extend").exists()


def test_three_within_two_hours_go_up_and_two_do_not(door):
    door.bind()
    door.says("opened", at=0)
    door.says("opened", at=60)
    assert (door.alert().state, door.alert().times) == ("open", 2)
    door.says("opened", at=125)
    assert door.alert().state == "open", "the first was more than two hours ago"
    door.says("opened", at=150)
    alert = door.alert()
    assert (alert.state, turn(alert).role, turn(alert).due) == ("raised", "township_cadre", door.later(210))


def test_a_visit_recorded_before_or_after_explains_it_and_so_does_leave(door, cast, monkeypatch):
    door.bind()
    Visit.objects.create(unit=door.order.unit, outcome="visited", head_count=1, by=cast.grid, at=door.later(5))
    door.says("opened", at=34)
    assert Event.objects.get().expected == "visit" and not Alert.objects.exists()
    door.says("opened", at=100)
    alert = door.alert()
    assert actions.settle(at=door.later(101)) == (0, 0) and door.binding.unexpected == 1
    Visit.objects.create(unit=door.order.unit, outcome="visited", head_count=1, by=cast.grid, at=door.later(150))
    assert actions.settle(at=door.later(151)) == (1, 0)
    alert.refresh_from_db()
    assert (alert.state, door.binding.unexpected) == ("explained", 0)
    assert not Turn.objects.filter(flow="door_alert", closed_at=None).exists()
    monkeypatch.setitem(bound._lets, "doorstep", lambda people, at: set(people))
    door.says("opened", at=300)
    assert Event.objects.filter(expected="leave").count() == 1 and not Alert.objects.filter(closed_at=None).exists()


def test_a_silent_device_is_a_turn_until_it_tells_again_and_one_taken_off_at_once(door):
    door.bind()
    door.says("heartbeat", at=0)
    assert actions.settle(at=door.later(180)) == (0, 0) and actions.settle(at=door.later(181)) == (0, 1)
    assert actions.settle(at=door.later(182)) == (0, 0), "once"
    silent = door.alert("silent")
    assert turn(silent).due == door.later(301)
    door.says("tampered", "low_battery", at=200, battery=3)
    silent.refresh_from_db()
    assert silent.state == "explained" and turn(door.alert("tampered")).due == door.later(230)
    assert turn(door.alert("low_battery")).due == door.later(200 + 1440) and not Nonce.objects.filter(at__lt=door.later(180)).exists()


ENDS = {"admit": {"evidence": "接诊单"}, "leave_county": {"evidence": "车票"}, "record_death": {"evidence": "证明"}}


@pytest.mark.parametrize("end", ["admit", "leave_county", "record_death", "move", "by_hand"])
def test_however_it_ends_key_events_and_alerts_are_erased_and_days_and_counts_stay(door, cast, end):
    door.bind()
    door.says("opened", "closed", at=0)
    late = door.later(30)
    if end == "by_hand":
        actions.unbind_device(binding=door.binding, why="withdrawn", by=cast.cadre, at=late)
    elif end == "move":
        isolation.move(person=door.order.person_id, unit=cast.units["丰禾社区"].pk, by=named(SYSTEM), at=late, because=door.order.because)
    else:
        getattr(isolation, end)(orders=[door.order], by=cast.cadre, at=late, **ENDS[end])
    one = door.binding
    assert not Event.objects.exists() and not Alert.objects.exists() and not Nonce.objects.exists()
    assert not Turn.objects.filter(flow="door_alert", closed_at=None).exists()
    assert (one.unbound_at, one.openings, one.unexpected, one.alerts) == (late, 1, 1, 1)
    assert one.unbound_why == {"by_hand": "withdrawn", "move": "moved"}.get(end, "over")
    door.device.refresh_from_db()
    assert not door.device.key and door.device.keyed_at is None
    told = Line.objects.get(verb="sensors.unbind_device")
    assert told.data == {"why": one.unbound_why, "openings": 1, "unexpected": 1, "alerts": 1}
    assert door.says("opened", at=40).status_code == 403
    with pytest.raises(Refused, match="没有密钥"):
        actions.bind_device(device=door.device, order=running(Stage(cast), "演练乙", "601").pk, basis="agreed", has_consent=True,
                            told="face", by=cast.cadre, at=door.bound_at)


def test_no_end_of_an_order_is_left_out():
    order = FLOWS["order"]
    ends = {code for code, step in order.steps.items() if step.target and order.states[step.target].final}
    followed = {code for code in ends if any(one.adapter is sensors_follow_orders for one in reactions.to(f"isolation.{code}"))}
    assert ends - followed == {"record_over"}, "what is over when it is recorded never ran"


def test_another_minder_gets_the_turns(door, cast):
    door.bind()
    door.says("opened", at=0)
    isolation.assign_minder(orders=[door.order], minder=cast.cadre, by=cast.township, at=door.later(5))
    assert turn(door.alert()).account == cast.cadre and door.binding.unbound_at is None


def test_on_screen_from_the_persons_page_to_the_answer_and_on_his_own_page(door, cast, client):
    with time_machine.travel(door.bound_at, tick=False):
        client.force_login(cast.cadre)
        person = reverse("home:person", args=[door.order.person_id])
        bind = reverse("sensors:bind_device", args=[door.order.pk])
        assert bind in client.get(person).content.decode()
        said = {"device": str(door.device.pk), "basis": "agreed", "has_consent": "no", "told": "face"}
        refused = client.post(bind, said)
        assert refused.status_code == 422 and "没有本人同意" in refused.content.decode()
        page = client.post(bind, {**said, "has_consent": "yes"}, follow=True).content.decode()
        assert "QH-0009" in page and "演＊甲" in page and "本人同意" in page
    door.says("opened", at=1)
    alert = door.alert()
    there = reverse("sensors:door_alert", args=[alert.pk])
    with time_machine.travel(door.later(2), tick=False):
        client.force_login(cast.grid)
        assert there in client.get(reverse("home:home")).content.decode()
        assert client.post(there, {"answer": "replaced"}).status_code == 422
        assert client.post(there, {"answer": "delivery"}).status_code == 302
        assert "取送饭菜" in client.get(reverse("sensors:door", args=[door.binding.pk])).content.decode()
        assert client.get(bind).status_code == 403, "a grid worker does not put them up"
        client.force_login(cast.far_cadre)
        assert client.get(there).status_code == client.get(bind).status_code == 404
    [own] = queries.own_doors(door.order.person_id)
    assert own["is_up"] and own["door"].openings == 1


def test_who_agreed_agrees_no_more_on_his_own_page_and_his_minder_fetches_it(door, cast, client):
    door.bind()
    door.says("opened", at=1)
    away = reverse("portal:withdraw_consent", args=[door.binding.pk])
    with time_machine.travel(door.later(20), tick=False):
        other = running(Stage(cast), "演练乙", "601")
        client.cookies.load(begin(HttpResponse(), other.person, door.later(20)).cookies.output(header=""))
        assert client.post(away).status_code == 404 and not door.binding.unbound_at
        client.cookies.load(begin(HttpResponse(), door.order.person, door.later(20)).cookies.output(header=""))
        assert away in client.get(reverse("portal:own")).content.decode()
        assert client.post(away)["Location"].endswith("?done=sensor")
        assert "撤回同意" in client.get(reverse("portal:own"), {"done": "sensor"}).content.decode()
        assert client.post(away).status_code == 404, "it is down already"
    assert door.binding.unbound_why == "withdrawn" and not Event.objects.exists() and not Alert.objects.exists()
    assert Line.objects.get(verb="sensors.unbind_device").by == named(PORTAL).pk
    [need] = Need.objects.filter(order=door.order, state="open")
    assert Turn.objects.get(record=need.pk, closed_at=None).account == door.order.minder


def test_what_stands_on_a_document_is_not_taken_back_but_appealed_against(door):
    door.bind()
    Binding.objects.update(basis="order")
    with pytest.raises(Refused, match="申诉"):
        actions.withdraw_consent(binding=door.binding, by=named(PORTAL), at=door.later(1))
