"""What a phone sends from a gate: taken once by the page's own actions, at the moment it happened there, in one group."""
from datetime import timedelta
from uuid import uuid4

import pytest

from lianfang.ground.accounts.scope import held
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.outbox.actions import receive
from lianfang.ground.outbox.actions.posted import Posted
from lianfang.response.checkpoints import actions, queries
from lianfang.response.checkpoints.asking.slips import code_of
from lianfang.response.checkpoints.models import Notice, Passage, Shift, Tally, Vehicle

from .gate import put_up

SOMEONE = {"id_number": "220722199001010015", "name": "秦朗", "temperature": 36.5, "code": "green", "symptoms": "no", "origin": "本省",
           "goes": "here", "destination": "丰禾社区"}

DECLARED = {"name": "章秋水", "id_kind": "id_card", "id_number": "420106198503120011", "phone": "", "origin": "广东深圳", "goes": "here",
            "destination": "丰禾社区", "purpose": "work"}
BARE = dict.fromkeys(("id_number", "name", "origin", "goes", "destination"), "")


@pytest.fixture
def send(gate):
    def sent(*entries, by=None, at=None):
        by, at = by or gate.cast.post, at or gate.cast.at
        posted = [Posted(ident, seq, f"checkpoints.{action}", data, when) for seq, (ident, action, data, when) in enumerate(entries)]
        return receive(entries=posted, by=by, assignments=held(by, gate.cast.on), sent_at=at, at=at)

    return sent


@pytest.fixture
def car(gate):
    def of(*people, at=None, **said):
        data = {"post": str(gate.post.pk), "plate": "禾A58K21", "means": "car", "direction": "in", "purpose": "home",
                "people": [{**SOMEONE, **one} for one in people or [{}]], **said}
        return uuid7(), "pass_vehicle", data, at or gate.cast.at

    return of


def test_three_cars_are_one_group_each_with_what_was_decided_and_sent_again_they_are_the_same(gate, send, car):
    early = gate.cast.at - timedelta(hours=2)
    child = {"id_number": "", "skip_scan": "child", "name": "秦小"}
    cars = [car(at=early), car({"temperature": 37.6, "origin": "湖北武汉"}), car({}, child)]
    first = send(*cars)
    assert [one.state for one in first] == ["taken"] * 3
    assert [one.verdict["outcome"] for one in first] == ["pass", "transfer", "pass"]
    assert first[1].verdict["people"][0]["next"] == ["mask", "apart", "hold_car", "call_team"]
    assert [one.record for one in first] == [ident for ident, *_rest in cars]
    assert Vehicle.objects.get(pk=cars[0][0]).at == early and Vehicle.objects.get(pk=cars[0][0]).hour == 7
    assert send(*cars) == first and (Vehicle.objects.count(), Passage.objects.count()) == (3, 4)
    assert Line.objects.filter(verb="checkpoints.pass_vehicle").count() == 3 and Notice.objects.count() == 1


def test_a_phone_sends_an_entry_code_alone_and_what_was_declared_is_filled_in_when_it_comes_though_the_code_is_over(gate, send, car):
    slip = actions.declare_entry(at=gate.cast.at, said=DECLARED)
    [told] = send(car({**BARE, "slip": code_of(slip)}, purpose=""), at=slip.ends_at + timedelta(hours=3))
    one = Passage.objects.select_related("vehicle").get()
    assert (told.state, told.verdict["outcome"], one.name.open(), one.vehicle.purpose) == ("taken", "register", "章秋水", "work")
    [refused] = send(car({**BARE, "slip": "随便写的", "name": "章秋水"}, purpose=""))
    assert refused.state == "refused" and "来做什么" in refused.says


def test_who_shows_a_code_of_his_own_beside_the_driver_comes_from_and_goes_where_he_said(gate, send, car):
    village = put_up(gate.cast, name="梨花沟村口", tier="village", kind="road", unit=gate.cast.units["梨花沟村"])
    slip = actions.declare_entry(at=gate.cast.at, said=DECLARED)
    for post in (gate.post, village):
        ident, action, data, at = car({}, {**BARE, "slip": code_of(slip)}, post=str(post.pk))
        assert send((ident, action, data, at))[0].state == "taken"
        driver, other = Passage.objects.filter(vehicle=ident).order_by("seat")
        assert (driver.origin.open(), other.origin.open(), other.home) == ("本省", "广东深圳", gate.cast.units["丰禾社区"])


def test_one_that_lacks_a_step_is_refused_alone(send, car):
    good, bad, other = send(car(), car({"temperature": None}), car())
    assert (good.state, bad.state, other.state) == ("taken", "refused", "taken") and "测温" in bad.says
    assert Vehicle.objects.count() == 2


def test_a_post_of_another_place_is_none_of_his(gate, send, car):
    [told] = send(car(), by=gate.cast.far_grid)
    assert told.state == "refused" and not Vehicle.objects.exists()
    assert send((uuid7(), "tally", {"post": str(uuid4()), "vehicles": 1}, gate.cast.at))[0].state == "refused"


def test_a_whole_shift_from_a_phone(gate, send, car):
    post, at = str(gate.post.pk), gate.cast.at
    begin = (uuid7(), "open_shift", {"post": post, "people": 3, "masks": 90}, at)
    count = (uuid7(), "tally", {"post": post, "vehicles": 1}, at)
    assert [one.state for one in send(begin, count, car())] == ["taken"] * 3
    assert [one.state for one in send(begin, count)] == ["taken"] * 2
    assert (Shift.objects.get().stock, Tally.objects.count(), Vehicle.objects.get().shift_id) == ({"masks": 90}, 1, begin[0])
    [told] = send((uuid7(), "hand_over_shift", {"record": str(begin[0]), "masks": 80}, at))
    assert told.state == "taken" and Shift.objects.get().stock_left == {"masks": 80}


def test_a_count_from_a_shift_that_has_ended_comes_into_it(gate, send):
    post, at = str(gate.post.pk), gate.cast.at
    begin = (uuid7(), "open_shift", {"post": post, "people": 3, "masks": 90}, at - timedelta(minutes=3))
    end = (uuid7(), "hand_over_shift", {"record": str(begin[0]), "masks": 80}, at - timedelta(minutes=1))
    assert [one.state for one in send(begin, end)] == ["taken"] * 2
    [late] = send((uuid7(), "tally", {"post": post, "vehicles": 1}, at - timedelta(minutes=2)))
    [after] = send((uuid7(), "tally", {"post": post, "vehicles": 1}, at))
    assert (late.state, after.state, Tally.objects.get().shift_id) == ("taken", "refused", begin[0])


def test_a_phones_shift_begins_no_earlier_than_the_one_before_ended_and_ends_no_earlier_than_it_began(gate, send):
    post, at = str(gate.post.pk), gate.cast.at
    first, next_one = ((uuid7(), "open_shift", {"post": post, "people": 2}, at - timedelta(hours=hours)) for hours in (8, 3))
    end = (uuid7(), "hand_over_shift", {"record": str(first[0])}, at - timedelta(hours=2))
    assert [one.state for one in send(first, end, next_one)] == ["taken"] * 3
    assert Shift.objects.get(pk=next_one[0]).opened_at == end[3]
    [told] = send((uuid7(), "hand_over_shift", {"record": str(next_one[0])}, at - timedelta(hours=2, minutes=1)))
    assert told.state == "refused" and "上岗" in told.says and Shift.objects.get(pk=next_one[0]).closed_at is None


def test_a_shift_of_years_ago_is_not_opened_by_a_phone_alone(gate, send):
    [told] = send((uuid7(), "open_shift", {"post": str(gate.post.pk), "people": 2}, gate.cast.at - timedelta(days=40)))
    assert told.state == "conflict" and not Shift.objects.exists()


def test_a_short_record_and_somebody_held_measured_again(gate, send):
    data = {"post": str(gate.post.pk), "direction": "in", "people": 2, "temperature": 37.4, "is_stranger": "no"}
    [told] = send((uuid7(), "quick", data, gate.cast.at))
    assert told.verdict["outcome"] == "observe"
    held_one = Passage.objects.get()
    again = {"record": str(held_one.pk), "temperature": 36.6, "code": "green", "symptoms": "no", "origin": "本省", "goes": "here"}
    [told] = send((uuid7(), "recheck", again, gate.cast.at))
    assert (told.state, told.verdict) == ("taken", {"outcome": "pass"})


def test_a_short_record_of_an_ambulance_has_passed(gate, send):
    data = {"post": str(gate.post.pk), "direction": "in", "people": 2, "temperature": 36.4, "is_stranger": "yes", "is_urgent": "yes"}
    [told] = send((uuid7(), "quick", data, gate.cast.at))
    assert (told.state, told.verdict["outcome"]) == ("taken", "pass")


def test_a_short_record_with_a_stranger_is_asked_for_one_by_one(gate, send):
    data = {"post": str(gate.post.pk), "direction": "in", "people": 2, "temperature": 36.4, "is_stranger": "yes"}
    [told] = send((uuid7(), "quick", data, gate.cast.at))
    assert (told.state, "逐人登记" in told.says) == ("refused", True) and not Vehicle.objects.exists()


def test_who_came_home_is_registered_from_the_grids_phone(gate, send, car):
    send(car({"origin": "广东深圳"}))
    notice = Notice.objects.get()
    [told] = send((uuid7(), "arrive", {"record": str(notice.pk)}, gate.cast.at), by=gate.cast.cadre)
    notice.refresh_from_db()
    assert (told.state, notice.state) == ("taken", "arrived")


def test_a_phone_carries_the_posts_of_its_guard(gate, send):
    class Asked:
        assignments = held(gate.cast.post, gate.cast.on)

    [one] = queries.carried(Asked, gate.cast.units["青禾县"])
    assert (one["name"], one["tier"], one["shift"]) == ("青禾南收费站", "county", None)
    Asked.assignments = held(gate.cast.lab, gate.cast.on)
    assert queries.carried(Asked, gate.cast.units["青禾县"]) == []
