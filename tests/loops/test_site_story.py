"""From an order to a free room, page by page: proposed, admitted, measured, taken to the hospital and back, released, disinfected."""
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from lianfang.ground.accounts.models import Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.actions import add_people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from lianfang.response.isolation.models import Check, Need, Order
from lianfang.response.sites import actions, queries
from lianfang.response.sites.models import Cleaning, Placement, Trip
from lianfang.response.sites.reading import Lodging

from .test_site import FACTS


@pytest.fixture
def guest(cast):
    """Sent to a site of two rooms, in whose grid a worker and a nurse are."""
    with everything():
        site = actions.open_site(place=cast.units["丰禾第四网格"], name="党校隔离点", leader=cast.cadre, by=cast.officer, at=cast.at)
        actions.add_rooms(site=site, rooms=[Lodging("201"), Lodging("202")], by=cast.officer, at=cast.at)
        Assignment.objects.create(account=cast.grid, role="grid_worker", unit=site.unit, from_on=cast.on)
        [one] = add_people(people=[draft_person(unit_id=cast.units["502"].pk, name="高原", at=cast.at)], by=cast.officer, at=cast.at)
        facts = FACTS | {"arrival_on": cast.on, "age": 40}
        isolation.decide(findings=[isolation.Finding(person_id=one.pk, unit_id=one.unit_id, on=cast.on, facts=facts)], by=named(SYSTEM),
                         at=cast.at)
        return Placement.objects.get(person=one)


def test_from_the_order_to_the_free_room(cast, guest):
    page = Client()
    own, here = f"/sites/people/{guest.pk}/", f"/sites/{guest.site_id}/"
    with everything(), time_machine.travel(cast.at + timedelta(minutes=30), tick=False):
        page.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
        assert "就住这一间" in page.get(own).content.decode()
        page.post(f"{own}place/confirm_room/", {"room_id": guest.room_id, "people_ids": [guest.pk], "site": guest.site_id})
        page.post(f"{own}trip/to_site/")
        page.post(f"{own}admit/")
        order = Order.objects.get(pk=guest.order)
        assert (order.unit_id, order.state) == (guest.room_id, "running") and "高＊ 0/14" in page.get(here).content.decode()
        building = guest.room.unit.parent
        check = Check.objects.get(order=order, on=cast.on, half="am")
        page.post(f"/orders/floors/{building.pk}/2/", {f"{check.pk.hex}-temperature": "36.6"})
        check.refresh_from_db()
        assert (check.temperature, check.state) == (36.6, "done")
        Trip.objects.update(state="cancelled")
        page.post(f"/orders/{order.pk}/need/", {"kind": "medical", "wish": "牙疼"})
        trip = Trip.objects.get(kind="to_hospital")
        assert Turn.objects.open().get(record=trip.pk).account == cast.cadre
        assert page.post(f"/sites/trips/{trip.pk}/", {"from_place": "党校", "driver": "钱"}).status_code == 422
        ride = {"from_place": "党校", "to_place": "县医院", "driver": "钱师傅", "plate": "禾A0001", "protection": "two"}
        page.post(f"/sites/trips/{trip.pk}/", ride)
        guest.refresh_from_db()
        assert guest.state == "in_hospital" and Need.objects.get().state == "open"
        page.post(f"/sites/trips/{trip.pk}/arrive/")
        assert Need.objects.get().state == "met"
        paper = page.post(f"/sites/trips/{trip.pk}/sheet.docx")
        assert paper.status_code == 200 and Line.objects.get(verb="sites.print_trip").subject == guest.person_id
        page.post(f"/sites/trips/{trip.pk}/disinfect/")
        page.post(f"{own}trip/from_hospital/")
        back = Trip.objects.get(kind="from_hospital")
        page.post(f"/sites/trips/{back.pk}/", ride)
        page.post(f"/sites/trips/{back.pk}/arrive/")
        guest.refresh_from_db()
        assert guest.state == "admitted" and Order.objects.get(closed_at=None).pk == guest.order
        isolation.record_death(orders=[order], evidence="证明", by=cast.officer, at=cast.at)
        assert "待消毒" in page.get(here).content.decode()
        page.post(f"/sites/cleanings/{Cleaning.objects.get().pk}/")
        assert guest.room_id in {room.pk for room in queries.free_rooms()}
