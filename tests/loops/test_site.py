"""An order for central quarantine proposes a room; whoever is in it is watched there, and its end empties the room until it is clean."""
from datetime import timedelta

import pytest
from django.urls import reverse

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Check, Order
from lianfang.response.sites import actions, queries
from lianfang.response.sites.models import Cleaning, Placement, Room
from lianfang.response.sites.reading import Lodging

FACTS = {"origin": "abroad", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "special": "none", "worker": "no"}


@pytest.fixture(autouse=True)
def _all_seen(db):
    with everything():
        yield


@pytest.fixture
def site(cast):
    """Six rooms in the grid, with one of the grid's workers on duty there."""
    made = actions.open_site(place=cast.units["丰禾第四网格"], name="党校隔离点", leader=cast.cadre, by=cast.officer, at=cast.at)
    rooms = [Lodging("201"), Lodging("202"), Lodging("203", beds=3, is_family=True), Lodging("301", beds=2, is_accessible=True),
             Lodging("302"), Lodging("303")]
    actions.add_rooms(site=made, rooms=rooms, by=cast.officer, at=cast.at)
    Assignment.objects.create(account=cast.grid, role="grid_worker", unit=made.unit, from_on=cast.on)
    return made


@pytest.fixture
def sent(cast):
    """Somebody is decided on: from abroad, so sent to a site."""
    def made(*names, place="502", ages=(40,) * 9, special="none"):
        people = [draft_person(unit_id=cast.units[place].pk, name=name, at=cast.at) for name in names]
        add_people(people=people, by=cast.officer, at=cast.at)
        findings = [isolation.Finding(person_id=one.pk, unit_id=one.unit_id, on=cast.on, facts=FACTS | {
            "arrival_on": cast.on, "age": age, "special": special}) for one, age in zip(people, ages, strict=False)]
        isolation.decide(findings=findings, by=named(SYSTEM), at=cast.at)
        return [Placement.objects.select_related("room__site", "room__unit", "site", "home").get(person=one) for one in people]

    return made


def settled(cast, placements):
    actions.confirm_room(placements=placements, room=placements[0].room, by=cast.officer, at=cast.at)
    return actions.admit(placements=placements, by=cast.officer, at=cast.at)


def test_from_the_order_to_the_clean_room(cast, site, sent):
    [one] = sent("高原")
    assert (one.state, one.room.unit.name, one.last_on) == ("proposed", "201", cast.on + timedelta(days=14))
    assert Turn.objects.open().get(record=one.pk).role == "duty_officer"
    settled(cast, [one])
    order = Order.objects.get(pk=one.order)
    assert (order.unit_id, order.state, order.minder) == (one.room_id, "running", cast.grid)
    assert {check.unit_id for check in Check.objects.filter(order=order, state="due")} == {one.room_id}
    assert Turn.objects.open().get(record=one.pk, flow="placement").account == cast.cadre
    isolation.leave_county(orders=[order], evidence="证明", by=cast.officer, at=cast.at)
    one.refresh_from_db()
    assert (one.state, one.ended_at) == ("left", cast.at)
    cleaning = Cleaning.objects.select_related("site").get(room=one.room_id)
    assert one.room_id not in {room.pk for room in queries.free_rooms()}
    actions.disinfect(cleanings=[cleaning], by=cast.cadre, at=cast.at)
    assert one.room_id in {room.pk for room in queries.free_rooms()}


def test_who_watches_a_guest_from_elsewhere_comes_back_to_his_work_and_is_offered_no_page_that_is_not_his(cast, site, sent, browse):
    [one] = sent("高原", place="梨花沟村")
    settled(cast, [one])
    own, ask = reverse("home:person", args=[one.person_id]), reverse("isolation:ask", args=[one.order])
    for who, is_near in ((cast.cadre, False), (cast.officer, True)):
        shown = browse(who).get(reverse("sites:placement", args=[one.pk])).content.decode()
        assert (own in shown, ask in shown) == (is_near, True)
        saved = browse(who).post(ask, {"kind": "medicine", "wish": "降压药"})
        assert (saved.status_code, saved.url) == (302, own if is_near else reverse("home:home"))


def test_a_measure_at_home_takes_the_order_home_and_a_release_of_who_never_came_drops_the_room(cast, site, sent):
    [one, never] = sent("高原", "林下")
    settled(cast, [one])
    assert never.room_id != one.room_id
    for placement in (one, never):
        order = Order.objects.select_related("unit", "verdict", "person").get(pk=placement.order)
        isolation.redecide(order=order, facts={"origin": "same_county", "origin_risk": "medium", "exposure_on": cast.on}, evidence="核实函",
                           by=cast.officer, at=cast.at)
        placement.refresh_from_db()
    assert (one.state, never.state) == ("left", "dropped")
    found = Order.objects.filter(closed_at=None)
    assert {(order.measure, order.unit_id) for order in found} == {("home_monitoring", cast.units["502"].pk)}
    assert Turn.objects.open().filter(flow="order").count() == found.count()
    assert not Turn.objects.open().filter(unit=one.room_id).exclude(flow__in=("cleaning", "easing")).exists()


def test_the_reserve_is_not_proposed_and_who_finds_no_room_is_a_persons_turn(cast, site, sent):
    found = sent(*(f"来人{n}" for n in "一二三四五六"))
    rooms = [one.room and one.room.unit.name for one in found]
    assert rooms == ["201", "202", "302", "301", "203", None]
    assert found[-1].unit_id == cast.units["502"].pk and Turn.objects.open().filter(record=found[-1].pk).exists()
    last = Room.objects.select_related("site__unit", "unit").get(unit__name="303")
    actions.confirm_room(placements=[found[-1]], room=last, by=cast.officer, at=cast.at)
    [figures] = queries.standing(cast.at)
    assert (figures.rooms, figures.taken, figures.free) == (6, 6, 0)


def test_an_order_that_ends_later_keeps_the_room_longer(cast, site, sent):
    [one] = sent("高原")
    later = cast.on + timedelta(days=3)
    isolation.decide(findings=[isolation.Finding(person_id=one.person_id, unit_id=one.home_id, on=later, facts=FACTS | {
        "arrival_on": later, "age": 40})], by=named(SYSTEM), at=cast.at + timedelta(days=3))
    one.refresh_from_db()
    assert one.until_on == Order.objects.get(closed_at=None).until_on == later + timedelta(days=15)
