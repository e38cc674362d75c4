"""One act for a whole door: numbers are checked as a roster's are, and who is known already stays as he is."""
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.people.models import Membership, Person
from lianfang.response.isolation.actions import Housemate, order_door
from lianfang.response.isolation.models import Order

KNOWN, PHONE = "22072219920304001X", "13900000007"  # a neighbour's
OTHER = "220722198901011238"  # that of the order's own person


@pytest.fixture
def neighbour(cast):
    """Somebody on record in another village."""
    found = draft_person(unit_id=cast.units["梨花沟村"].pk, name="吕兰", at=cast.at, id_number=KNOWN, phone=PHONE, special_need="ill")
    return people.add_people(people=[found], by=cast.officer, at=cast.at)[0]


@pytest.fixture
def fill(order, cast, client):
    """Send the page of the door with some people; gives the answer and what it says."""
    def filled(*mates):
        client.force_login(cast.cadre)
        given = {f"form-{n}-{name}": value for n, mate in enumerate(mates) for name, value in mate.items()}
        url = reverse("isolation:order_door", args=[order.pk])
        with time_machine.travel(cast.at, tick=False):
            answer = client.post(url, {"form-TOTAL_FORMS": 3, "form-INITIAL_FORMS": 0, **given})
        return answer.status_code, answer.content.decode()

    return filled


def test_one_act_orders_a_whole_door(order, cast):
    mates = [Housemate("吕兰", sex="f"), Housemate("周小宝", birth_on=date(2012, 5, 1), special="child")]
    order_door(order=order, housemates=mates, by=cast.cadre, at=cast.at)
    orders = Order.objects.order_by("serial")
    assert [(o.person.name, o.measure, o.serial) for o in orders] == [
        ("周建明", "home_quarantine", 1),
        ("吕兰", "home_quarantine", 2),
        ("周小宝", "home_quarantine", 3),
    ]
    assert {o.unit for o in orders} == {cast.units["502"]}
    assert orders[2].person.special_need == "child"


@pytest.mark.parametrize(("typed", "said"), [
    ({"id_number": "2207221992030400"}, "16 位"),
    ({"id_number": "220722199203040018"}, "校验位不符"),
    ({"id_number": "22072219921304001X"}, "校验位不符"),
    ({"id_number": "E12345678"}, "证件类型"),
    ({"id_number": "E1", "id_kind": "passport"}, "5 到 20 位"),
    ({"id_number": KNOWN, "birth_on": "1990-01-01"}, "与身份证号里的不一样"),
    ({"phone": "1390000000"}, "10 位"),
    ({"phone": "0431-8888888"}, "11 位"),
    ({"birth_on": "2031-01-01"}, "出生日期不可能"),
])
def test_what_no_paper_says_is_not_taken(fill, typed, said):
    status, page = fill({"name": "吕兰", **typed})
    assert (status, Order.objects.count(), Person.objects.count()) == (422, 1, 1)
    assert said in page


def test_what_is_typed_is_written_as_a_roster_writes_it(fill):
    assert fill({"name": " 吕 兰 ", "id_number": "220722 19920304 001x", "phone": "139-0000-0007"},
                {"name": "Anna", "id_kind": "passport", "id_number": "e12345678"})[0] == 302
    lan, anna = Person.objects.order_by("pk")[1:]
    assert (lan.name, lan.id_number.open(), lan.id_kind, lan.phone.open()) == ("吕兰", KNOWN, "id_card", "13900000007")
    assert (lan.birth_on, lan.sex, anna.id_kind, anna.id_number.open()) == (date(1992, 3, 4), "m", "passport", "E12345678")


@pytest.mark.parametrize("mate", [Housemate("吕兰", KNOWN), Housemate("吕兰", phone=PHONE), Housemate("吕兰", KNOWN, "13900000008")])
def test_who_is_on_record_already_is_the_same_person(order, cast, neighbour, mate):
    order_door(order=order, housemates=[mate], by=cast.cadre, at=cast.at)
    fresh = Order.objects.latest("serial")
    neighbour.refresh_from_db()
    assert (Person.objects.count(), fresh.person, fresh.unit) == (2, neighbour, cast.units["502"])
    assert (neighbour.unit, neighbour.phone.open()) == (cast.units["梨花沟村"], "13900000007")
    assert Membership.objects.get(person=neighbour).category_id == "housemate"
    assert fresh.verdict.facts["special"] == "ill"  # nobody said otherwise


def test_a_number_he_lacked_is_added(order, cast):
    found = draft_person(unit_id=cast.units["502"].pk, name="吕兰", at=cast.at, phone="13900000007")
    [known] = people.add_people(people=[found], by=cast.officer, at=cast.at)
    order_door(order=order, housemates=[Housemate("吕兰", KNOWN, "13900000007", id_kind="id_card")], by=cast.cadre, at=cast.at)
    known.refresh_from_db()
    assert (known.id_number.open(), known.id_kind, Person.objects.count()) == (KNOWN, "id_card", 2)
    assert Line.objects.get(verb="people.amend").because == order.because


@pytest.mark.parametrize(("mates", "said"), [
    ([Housemate("吕芳", KNOWN)], "姓名不同"),
    ([Housemate("周建明", OTHER)], "本人"),
    ([Housemate("周建明", phone="13800001234")], "本人"),
    ([Housemate("甲一", "E1234567"), Housemate("甲二", "E1234567")], "两次"),
    ([Housemate("甲一", phone="13900000009"), Housemate("甲一", phone="13900000009")], "两次"),
    ([Housemate("吕兰", KNOWN), Housemate("吕兰", phone="13900000007")], "两次"),
])
def test_what_one_act_cannot_settle_is_said_and_leaves_nothing(order, cast, neighbour, mates, said):
    with pytest.raises(Refused, match=said):
        order_door(order=order, housemates=mates, by=cast.cadre, at=cast.at)
    assert (Person.objects.count(), Order.objects.count()) == (2, 1)


def test_one_refused_is_somebody_else(order, cast, neighbour):
    people.refuse(person=neighbour, id_blind=neighbour.id_blind, name="吕芳", by=cast.officer, at=cast.at)
    order_door(order=order, housemates=[Housemate("吕芳", KNOWN)], by=cast.cadre, at=cast.at)
    fresh = Order.objects.latest("serial").person
    assert (fresh.name, fresh.id_blind, fresh.id_number.open()) == ("吕芳", "", KNOWN)
