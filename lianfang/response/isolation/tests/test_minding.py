"""How the row has somebody watched: one to one wants a minder by name, by door wants one for the whole door (S0-38)."""
import pytest
from django.urls import reverse

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import assign_minder, serve
from lianfang.response.isolation.models import Check, Order
from lianfang.response.isolation.papers.filled import start_notice
from lianfang.response.isolation.titles import order_titles

BY_DOOR = {"origin": "same_province", "origin_risk": "medium"}  # otherwise the row of this loop's specs: one to one


@pytest.fixture
def second(cast):
    """Another grid worker of the same grid."""
    account = Account.objects.create(login="second", name="冯立夏")
    Assignment.objects.create(account=account, role="grid_worker", unit=cast.units["丰禾第四网格"], from_on=cast.on)
    return account


@pytest.fixture
def family(cast, find):
    """Orders of so many people behind one door, by the given facts."""

    def ordered(count, door="502", **facts):
        made = [draft_person(unit_id=cast.units[door].pk, name=f"周家{n}", at=cast.at) for n in range(count)]
        for person in people.add_people(people=made, by=cast.officer, at=cast.at):
            find(someone=person, **facts)
        return list(Order.objects.filter(person__in=[person.pk for person in made]).order_by("serial"))

    return ordered


def test_by_door_one_minder_has_the_whole_door(second, family):
    door = family(3, **BY_DOOR)
    assert {order.minding for order in door} == {"by_door"} and len({order.minder_id for order in door}) == 1
    other = family(1, door="601", **BY_DOOR)
    assert other[0].minder_id not in {door[0].minder_id, None}


def test_one_to_one_each_has_whoever_minds_fewest(second, family, cast):
    assert {order.minder_id for order in family(2)} == {second.pk, cast.grid.pk}


def test_one_to_one_is_not_served_without_a_minder(family, cast):
    Assignment.objects.filter(role__in=("grid_worker", "village_cadre")).update(until_on=cast.on)
    [order] = family(1)
    assert order.lacks_minder and order_titles([order.pk]) == {order.pk: "先指定包保人，再送达告知书"}
    with pytest.raises(Refused, match="包保人"):
        serve(orders=[order], by=cast.township, at=cast.at)
    assert Order.objects.get(pk=order.pk).state == "issued"
    assign_minder(orders=[order], minder=cast.township, by=cast.township, at=cast.at)
    serve(orders=[order], by=cast.township, at=cast.at)
    assert Order.objects.get(pk=order.pk).state == "running" and order_titles([order.pk]) == {order.pk: "解除管控"}


def test_the_page_of_delivery_leads_to_naming_one(family, cast, client):
    [named] = family(1)
    Assignment.objects.filter(role__in=("grid_worker", "village_cadre")).update(until_on=cast.on)
    [unnamed] = family(1)
    client.force_login(cast.township)
    for order, leads in ((unnamed, True), (named, False)):
        page = client.get(reverse("isolation:serve", args=[order.pk])).content.decode()
        assert (reverse("isolation:assign_minder", args=[order.pk]) in page) == leads


def test_by_door_may_be_served_before_anybody_minds_it(family, cast):
    Assignment.objects.filter(role__in=("grid_worker", "village_cadre")).update(until_on=cast.on)
    door = family(1, **BY_DOOR)
    serve(orders=door, by=cast.township, at=cast.at)
    assert door[0].state == "running"


def test_a_new_minder_takes_the_whole_door_where_it_is_watched_by_door(second, family, cast):
    door, alone = family(2, **BY_DOOR), family(1)
    assign_minder(orders=door[:1], minder=cast.cadre, by=cast.officer, at=cast.at)
    minders = dict(Order.objects.values_list("pk", "minder_id"))
    assert [minders[order.pk] for order in door] == [cast.cadre.pk] * 2 and minders[alone[0].pk] == alone[0].minder_id
    open_checks = Check.objects.filter(order__in=door, state="due").values("pk")
    assert set(Turn.objects.filter(record__in=open_checks, closed_at=None).values_list("account_id", flat=True)) == {cast.cadre.pk}


def test_the_list_finds_them_by_how_they_are_watched(family, cast, client):
    alone, door = family(1), family(1, door="601", **BY_DOOR)
    Assignment.objects.filter(role__in=("grid_worker", "village_cadre")).update(until_on=cast.on)
    nobody = family(1)
    client.force_login(cast.officer)

    def found(**asked):
        return {row.pk for row in Order.objects.all() if reverse("isolation:order", args=[row.pk]) in client.get(
            reverse("isolation:orders"), asked).content.decode()}

    assert found(minding="by_door") == {door[0].pk}
    assert found(minding="one_to_one") == {alone[0].pk, nobody[0].pk}
    assert found(minding="nobody") == {nobody[0].pk}
    assert found(group="home_isolated") == {alone[0].pk, nobody[0].pk}


def test_the_notice_says_how(family):
    assert start_notice(family(1)[0], is_drill=False).minder.endswith("（一对一）")
    assert start_notice(family(1, door="601", **BY_DOOR)[0], is_drill=False).minder.endswith("（包全户）")
