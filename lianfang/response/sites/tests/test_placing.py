"""Families go together where the table says so, nobody with strangers; a room left empty is disinfected before anybody else has it."""
from copy import copy

import pytest
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.workflow import Refused
from lianfang.response.sites import actions
from lianfang.response.sites.models import Cleaning, Placement, Room, Trip
from tests.at_once import only_on_postgresql, the_second


def settled(cast, placements):
    actions.confirm_room(placements=placements, room=placements[0].room, by=cast.officer, at=cast.at)
    return actions.admit(placements=placements, by=cast.officer, at=cast.at)


def test_a_child_goes_with_one_of_the_family_and_nobody_with_strangers(cast, proposed):
    child, mother, aunt = proposed(("魏小东", 8), ("吕春", 34), ("吕秋", 30))
    assert child.room == mother.room and child.room.unit.name == "203" and aunt.room.unit.name == "201"
    [stranger] = proposed(("程万里", 50), place="601")
    for room in (child.room, aunt.room):
        with pytest.raises(Refused, match=r"不是一家人|床位不够"):
            actions.confirm_room(placements=[stranger], room=room, by=cast.officer, at=cast.at)
    settled(cast, [child, mother])
    settled(cast, [aunt])
    before = aunt.room
    actions.merge(placements=[aunt], room=child.room, by=cast.officer, at=cast.at)
    assert Cleaning.objects.get().room == before and aunt.unit_id == child.room_id
    with pytest.raises(Refused, match="没有消毒"):
        actions.change_room(placements=[aunt], room=before, by=cast.officer, at=cast.at)
    [late] = proposed(("魏小北", 3))
    assert late.room.unit.name == "301", "the family's room is full: the next one that fits a carer"


def test_who_has_no_room_yet_may_go_to_his_family_where_a_bed_is_free_though_no_room_is(cast, site, proposed, browse):
    child, mother = proposed(("魏小东", 8), ("吕春", 34))
    settled(cast, [child, mother])
    proposed(*((f"程万{n}", 50) for n in "一二三四"), place="601")
    [aunt] = proposed(("吕秋", 30))
    assert aunt.room is None
    shown = browse(cast.officer).get(reverse("sites:placement", args=[aunt.pk])).content.decode()
    assert "203 · 3 床 · 家庭间 · 家人在这间" in shown
    sent = {"site": str(site.pk), "room_id": mother.room_id, "people_ids": [str(aunt.pk)]}
    assert browse(cast.officer).post(reverse("sites:place", args=[aunt.pk, "confirm_room"]), sent).status_code == 302
    aunt.refresh_from_db()
    assert (aunt.state, aunt.room_id) == ("awaited", mother.room_id)


def test_a_room_and_a_seat_are_as_they_are_now_not_as_they_were_read(cast, site, proposed):
    [one], [other] = proposed(("高原", 40)), proposed(("程万里", 50), place="601")
    stale = type(one.room).objects.select_related("unit", "site__unit").get(pk=one.room_id)
    type(stale).objects.filter(pk=stale.pk).update(is_shut=True)
    with pytest.raises(Refused, match="停用"):
        actions.confirm_room(placements=[one], room=stale, by=cast.officer, at=cast.at)
    actions.confirm_room(placements=[other], by=cast.officer, at=cast.at)
    waiting = copy(other)
    actions.admit(placements=[other], by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="不能这样送"):
        actions.plan_trip(placements=[waiting], kind="to_site", by=cast.officer, at=cast.at)


@pytest.mark.django_db(transaction=True)
def test_of_two_strangers_who_are_given_one_room_at_once_the_second_is_refused(cast, site, proposed):
    only_on_postgresql()
    [one], [other] = proposed(("高原", 40)), proposed(("程万里", 50), place="601")
    room = Room.objects.select_related("unit", "site__unit").get(unit__name="302")
    late = the_second(lambda: actions.confirm_room(placements=[one], room=room, by=cast.officer, at=cast.at),
                      lambda: actions.confirm_room(placements=[other], room=copy(room), by=cast.officer, at=cast.at))
    assert "床位不够" in str(late) and Placement.objects.get(room=room) == one


@pytest.mark.django_db(transaction=True)
def test_of_two_trips_for_one_guest_at_once_there_is_one(cast, site, proposed):
    only_on_postgresql()
    [one] = settled(cast, proposed(("高原", 40)))
    plan = {"kind": "to_hospital", "by": cast.officer, "at": cast.at}
    late = the_second(lambda: actions.plan_trip(placements=[one], **plan), lambda: actions.plan_trip(placements=[copy(one)], **plan))
    assert "已经安排了车" in str(late) and Trip.objects.count() == 1


def test_a_busload_is_given_rooms_and_admitted_as_ticked(cast, site, browse, proposed):
    found = proposed(("高原", 40), ("林下", 40), ("安然", 40))
    page, here = browse(cast.cadre), f"/sites/{site.pk}/arrivals/"
    assert "高＊" in page.get(here).content.decode() and "接人（3 人）" in page.get(f"/sites/{site.pk}/").content.decode()
    page.post(here, {"act": "confirm_room", "people": [one.pk for one in found]})
    page.post(here, {"act": "admit", "people": [found[0].pk, found[1].pk]})
    assert [type(one).objects.get(pk=one.pk).state for one in found] == ["admitted", "admitted", "awaited"]
    assert "先勾选人" in page.post(here, {"act": "admit", "people": [found[0].pk]}, follow=True).content.decode(), "he is in his room"
    assert page.post(here, {"act": "leave"}).status_code == 400


def test_a_board_of_rooms_says_who_is_where_masked_and_what_is_due(cast, site, browse, proposed):
    one, awaited = proposed(("高原", 40), ("林下", 40))
    settled(cast, [one])
    page = browse(cast.officer)
    shown = page.get(f"/sites/{site.pk}/?room={one.room_id}").content.decode()
    assert "高＊" in shown and "高原" not in shown and "在住" in shown
    answer = page.post(f"/sites/people/{awaited.pk}/place/confirm_room/", {
        "room_id": awaited.room_id, "people_ids": [awaited.pk], "site": site.pk})
    assert answer.status_code == 302
    page.post(f"/sites/people/{awaited.pk}/admit/")
    awaited.refresh_from_db()
    assert awaited.state == "admitted"
    actions.leave(people={awaited.person_id: awaited.because}, by=named(SYSTEM), at=cast.at)
    cleaning = Cleaning.objects.get()
    assert "待消毒" in page.get(f"/sites/{site.pk}/rooms/?status=to_check").content.decode()
    page.post(f"/sites/cleanings/{cleaning.pk}/")
    cleaning.refresh_from_db()
    assert cleaning.state == "done" and cleaning.done_by == cast.officer
