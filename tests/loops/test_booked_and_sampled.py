"""Who has booked is sampled without a signal by the code of his booking: the tube names him, and his booking is kept."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import moment
from lianfang.ground.ids import uuid7
from lianfang.ground.outbox.actions import receive
from lianfang.ground.outbox.actions.posted import Posted
from lianfang.response.laboratory import actions as laboratory
from lianfang.response.laboratory.models import Sample
from lianfang.response.testing import actions as testing
from lianfang.response.testing import queries
from lianfang.response.testing.models import Booking, Slot

IDS = ("220722199001010015", "420106198503120011")


@pytest.fixture
def booked(cast):
    """Two have booked for two o'clock, the other for the day after too; an open sampling point in the same village."""
    village, by = cast.units["丰禾社区"], {"by": cast.officer, "at": cast.at}
    with everything():
        point = testing.open_point(unit=village, title="社区采样点", place="卫生站门口", **by)
        testing.open_slots(point=point, first=cast.on, last=cast.on + timedelta(days=1), begin="14:00", end="15:00", minutes=60, quota=5,
                           **by)
        days = list(Slot.objects.select_related("point").order_by("from_at"))
        for slot, name, number in zip(days, ("秦朗", "高望北"), IDS, strict=True):
            testing.book(slot=slot, wish=testing.Wish(name, "id_card", number, "13800005678"), channel="desk", **by)
        session = laboratory.open_session(unit=village, name="丰禾采样点", disease="covid_19", reason="voluntary", **by)
    return session, list(Booking._base_manager.order_by("number"))


def test_a_booking_is_kept_by_the_tube_of_its_day_and_by_no_other(cast, booked):
    session, (today, tomorrow) = booked
    people = [{"position": n, "ago": 60, "booking": queries.booking_code(one).lower()} for n, one in enumerate((today, tomorrow), 1)]
    data = {"session": str(session.pk), "code": "8800000009", "places": 10, "reason": "voluntary", "count": 2, "ago": 90, "people": people}
    at = moment(cast.on, "14:30")
    [receipt] = receive(entries=[Posted(uuid7(), 1, "laboratory.seal", data, at)], by=cast.cadre, assignments=held(cast.cadre, cast.on),
                        sent_at=at, at=at)
    assert (receipt.state, receipt.says) == ("taken", "")
    with everything():
        samples = Sample.objects.select_related("person").order_by("position")
        assert [(one.person.name, one.person.id_number.open()) for one in samples] == list(zip(("秦朗", "高望北"), IDS, strict=True))
        assert [Booking.objects.get(pk=one.pk).state for one in (today, tomorrow)] == ["came", "booked"]
