"""Events: the table's word, the township's, and what becomes of a permit when an order comes."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.queries import PORTAL, named
from lianfang.ground.workflow import Refused
from lianfang.response.risk.closures import actions, queries
from lianfang.response.risk.closures.actions import Wish
from lianfang.response.risk.closures.queries.standing import _handed

DAY = timedelta(days=1)


@pytest.fixture
def asks(room, cast):
    def asked(kind="wedding", heads=30, days=5, where="丰禾社区"):
        wish = Wish(kind, cast.units[where], heads, cast.on + days * DAY, name="周建明", phone="13800005678")
        return actions.apply_event(wish=wish, by=named(PORTAL), at=room.at)

    return asked


def test_an_order_refuses_what_waits_takes_back_what_was_permitted_and_leaves_a_plain_funeral_to_the_township(room, cast, asks):
    waiting, permitted, funeral, far = asks(), asks(), asks("funeral", 15), asks(where="梨花沟村")
    actions.permit_event(event=permitted, by=cast.township, at=room.at)
    room.ordered("event", "禾阳街道", what=("wedding", "funeral"))
    for one in (waiting, permitted, funeral, far):
        one.refresh_from_db()
    assert [one.state for one in (waiting, permitted, funeral, far)] == ["refused", "revoked", "waiting", "waiting"]
    actions.permit_event(event=funeral, by=cast.township, at=room.at)
    assert {"no_meal", "outdoors"} <= set(funeral.conditions)


def test_an_order_to_come_refuses_what_would_fall_into_it_and_one_that_ends_before_does_not(room, asks):
    room.ordered("event", "青禾县", what=("meeting",), hours=48)
    assert (asks("meeting", 60, days=1).state, asks("meeting", 60, days=9).state) == ("refused", "waiting")


def test_an_order_that_begins_within_the_day_or_is_extended_over_it_takes_permits_back(room, cast, asks):
    first, later = asks(days=1), asks(days=4)
    for one in (first, later):
        actions.permit_event(event=one, by=cast.township, at=room.at)
    banned = room.ordered("event", "青禾县", what=("wedding",), begins=27, hours=60)
    assert asks(days=1).state == "refused", "it begins at noon of that day"

    def states():
        for one in (first, later):
            one.refresh_from_db()
        return [(one.state, one.decided_by) for one in (first, later)]

    assert states() == [("revoked", None), ("permitted", cast.township)]
    actions.extend_closure(closure=banned, until_at=room.at + 9 * DAY, number="6号", by=cast.leader, at=room.at)
    assert states() == [("revoked", None), ("revoked", None)] and later.banned_until == room.at + 9 * DAY


def test_a_permit_stands_on_the_table_of_its_moment(room, cast, asks, monkeypatch):
    one = asks()
    monkeypatch.setitem(_handed, "risk", lambda path: "high")
    with pytest.raises(Refused, match="中高风险"):
        actions.permit_event(event=one, by=cast.township, at=room.at)
    with pytest.raises(Refused, match="理由"):
        actions.decline_event(event=one, why=" ", by=cast.township, at=room.at)
    actions.decline_event(event=one, why="家里有发热的人", by=cast.township, at=room.at)
    assert one.state == "declined" and asks().state == "refused"


def test_it_is_watched_on_its_day_and_its_code_is_its_own(room, cast, asks):
    one = asks()
    actions.permit_event(event=one, by=cast.township, at=room.at)
    with pytest.raises(Refused, match="还没有到"):
        actions.hold_event(event=one, words="来了 20 人", by=cast.cadre, at=room.at)
    actions.hold_event(event=one, words="来了 20 人，都登记了", by=cast.cadre, at=room.at + 5 * DAY)
    code = queries.event_code(one)
    spoilt = code[:-1] + ("1" if code.endswith("0") else "0")
    assert queries.event_shown(code, room.at)["state"] == "办完了" and queries.event_shown(spoilt, room.at) is None
    late, after = asks(), room.at + 6 * DAY
    assert [queries.event_shown(queries.event_code(late), at)["is_open"] for at in (room.at + 5 * DAY, after)] == [True, False]
    for step in (actions.permit_event, actions.withdraw_event):
        with pytest.raises(Refused, match="已经过了"):
            step(event=late, by=cast.township, at=after)
    with pytest.raises(Refused, match="180 天"):
        asks(days=400)
