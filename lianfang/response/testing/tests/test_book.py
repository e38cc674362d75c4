"""Places at a sampling point: no more than there are, whoever comes at once; who waits moves up; a test that is due goes along."""
import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow import Refused
from lianfang.response.testing import actions, queries
from lianfang.response.testing.models import Booking, DueTest, Slot
from tests.at_once import only_on_postgresql, the_second

from .conftest import IDS, House


def laid(house, quota=1):
    point = actions.open_point(unit=house.cast.units["丰禾社区"], title="社区采样点", place="卫生站门口", by=house.cast.officer,
                               at=house.at)
    actions.open_slots(point=point, first=date(2020, 3, 10), last=date(2020, 3, 11), begin="14:00", end="16:00", minutes=60, quota=quota,
                       by=house.cast.officer, at=house.at)
    return list(Slot.objects.select_related("point").order_by("from_at"))


def book(house, slot, number=0, **time):
    return actions.book(slot=Slot.objects.select_related("point").get(pk=slot.pk), channel="desk", by=house.cast.officer,
                        wish=actions.Wish("周建明", "id_card", IDS[number], "13800005678"), at=house.later(**time))


def state(booking):
    return Booking.objects.get(pk=booking.pk).state


def test_who_is_too_late_waits_and_moves_up_and_who_cancels_can_book_anew(house):
    slot, other, *_next_day = laid(house)
    first, second, third = (book(house, slot, n) for n in range(3))
    assert [first.state, second.state, third.state] == ["booked", "waiting", "waiting"] and queries.waiting_before(third) == 1
    with pytest.raises(Refused, match="已经有一个预约"):
        book(house, other, 0)
    actions.cancel(booking=first, by=house.cast.officer, at=house.at)
    assert (state(second), state(third), Slot.objects.get(pk=slot.pk).taken) == ("booked", "waiting", 1)
    assert book(house, other, 0).state == "booked"
    with pytest.raises(Refused, match="已取消"):
        actions.cancel(booking=first, by=house.cast.officer, at=house.at)
    actions.set_quota(slot=slot, quota=2, by=house.cast.officer, at=house.at)
    assert state(third) == "booked"
    with pytest.raises(Refused, match="已经约出 2 个"):
        actions.set_quota(slot=slot, quota=1, by=house.cast.officer, at=house.at)


def test_who_does_not_come_is_missed_and_whose_test_was_due_is_due_again(house):
    member = house.enrol("inpatient")
    slot = laid(house)[0]
    mine, other = book(house, slot, 0), book(house, slot, 1)
    assert DueTest.objects.get().state == "booked"
    assert [actions.miss(by=house.cast.officer, at=house.later(hours=hours)) for hours in (6, 8)] == [0, 2]
    assert (state(mine), state(other), DueTest.objects.get().state) == ("missed", "lapsed", "due")
    again = book(house, laid_next(slot), 0, hours=20)
    actions.arrive(booking=again, by=house.cast.officer, at=house.later(hours=29))
    assert (state(again), DueTest.objects.get().state, DueTest.objects.get().member_id) == ("came", "taken", member.pk)


def laid_next(slot):
    return Slot.objects.select_related("point").filter(from_at__gt=slot.from_at).order_by("from_at")[1]


def test_what_cannot_be_booked_is_refused(house):
    slot = laid(house)[0]
    for time in ({"hours": 8}, {"days": -9}):
        with pytest.raises(Refused, match="另选一个"):
            book(house, slot, **time)
    actions.close_point(point=slot.point, by=house.cast.officer, at=house.at)
    with pytest.raises(Refused, match="另选一个"):
        book(house, slot)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_never_have_the_same_place(cast):
    only_on_postgresql()
    house = House(cast)
    with everything():
        slot = laid(house)[0]
    got = the_second(lambda: book(house, slot, 0), lambda: book(house, slot, 1))
    with everything():
        assert got.state == "waiting" and sorted(Booking.objects.values_list("state", flat=True)) == ["booked", "waiting"]
        assert Slot.objects.get(pk=slot.pk).taken == 1


def test_anybody_books_on_his_own_phone_and_gives_it_back(house, client, monkeypatch):
    monkeypatch.setattr("lianfang.entry.portal.views.booking.now", lambda: house.at)
    slot = laid(house)[0]
    said = {"slot": str(slot.pk), "name": "高远航", "id_number": IDS[1], "phone": ""}
    assert "剩 1" in client.get(reverse("booking:times")).content.decode()
    assert client.post(reverse("booking:times"), {**said, "id_number": "23010319850312003"}).status_code == 422
    page = client.post(reverse("booking:times"), said, follow=True).content.decode()
    made = Booking.objects.get()
    assert queries.booking_code(made) in page and "社区采样点" in page and "高远航" not in page and IDS[1] not in page
    assert Client().get(reverse("booking:mine")).status_code == 302
    client.post(reverse("booking:cancel"))
    assert state(made) == "cancelled" and Slot.objects.get(pk=slot.pk).taken == 0
    assert client.get(reverse("booking:mine")).status_code == 302


def test_the_page_tells_nobody_that_a_number_has_a_place_but_whoever_has_its_phone(house, client, monkeypatch):
    monkeypatch.setattr("lianfang.entry.portal.views.booking.now", lambda: house.at)
    house.enrol("inpatient")
    slot, other, *_next_day = laid(house, quota=4)
    mine = book(house, slot, 0)
    assert DueTest.objects.get().state == "booked"
    monkeypatch.setattr("lianfang.entry.portal.views.booking.now", lambda: house.later(hours=1))
    said = {"slot": str(other.pk), "name": "某某", "id_number": IDS[0]}
    answers = [client.post(reverse("booking:times"), {**said, **more}, follow=True)
               for more in ({}, {"phone": "13900001234"}, {"id_number": IDS[3]})]
    own = '<svg.*?</svg>|value="[^"]*"|content="[^"]*"'
    told = {re.sub(f"{queries.booking_code(one)}|{own}", "", answer.content.decode(), flags=re.DOTALL)
            for one, answer in zip(Booking.objects.exclude(pk=mine.pk).order_by("number"), answers, strict=True)}
    assert len(told) == 1 and {answer.redirect_chain[0] for answer in answers} == {(reverse("booking:mine"), 302)}
    own = client.post(reverse("booking:times"), {**said, "phone": "13800005678"}, follow=True).content.decode()
    assert queries.booking_code(mine) in own and "您已经约过" in own and Booking.objects.count() == 4
    second = Booking.objects.filter(id_blind=mine.id_blind).exclude(pk=mine.pk).first()
    actions.arrive(booking=second, by=house.cast.officer, at=house.later(hours=6))
    assert list(Booking.objects.filter(id_blind=mine.id_blind).order_by("number").values_list("state", flat=True)) == [
        "cancelled", "came", "cancelled"]
    assert DueTest.objects.get().state == "taken" and Slot.objects.get(pk=slot.pk).taken == 0
