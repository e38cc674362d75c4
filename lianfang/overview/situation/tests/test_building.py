"""The building's front: each door's status, day, what is open there; the panel behind a tap; neighbours and lists."""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.days import moment
from lianfang.overview.situation import queries
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory import shapes
from lianfang.registers.territory.queries import shape as standing_shape
from lianfang.response.isolation import actions as isolation

from .conftest import ON, Story

EVENING = moment(ON, "18:45")
OCCUPIED = {
    "201": "lived_in",
    "202": "rented",
    "301": "empty",
    "302": "unknown",
    "401": "lived_in",
    "402": "rented",
    "501": "lived_in",
    "502": "lived_in",
}


@pytest.fixture
def told(cast, all_seen):
    """One stair of five floors over two shops: 401 and 402 under orders, 302 nobody knows, 501 under a doubt."""
    at = moment(ON, "09:00")
    shape = shapes.block("5号楼", floors=5, stairs=1, doors=2, ground="shops")
    shape.parent = cast.units["向阳小区"]
    built = territory.build(shapes=[shape], by=cast.officer, at=at)
    doors = {door.number: door for door in built.doors}
    for number, occupancy in OCCUPIED.items():
        territory.describe_doors(
            doors=[doors[number]], occupancy=occupancy, head_count=None if occupancy == "unknown" else 3, by=cast.cadre, at=at
        )
    story = Story(cast)
    for number, (name, door) in enumerate({"周建明": "401", "周小妹": "401", "吕春": "402", "韩夏": "501"}.items()):
        draft = draft_person(unit_id=doors[door].unit_id, name=name, at=at, phone=f"1380000001{number}")
        [story.people[name]] = people.add_people(people=[draft], by=cast.officer, at=at)
    story.find("周建明", at)
    story.find("周小妹", at)
    story.find("吕春", at, origin="same_county", origin_risk="medium")
    story.find("韩夏", at, origin="unknown")
    cast.extras |= {"building": built.buildings[0], "doors": doors, "story": story}
    with time_machine.travel(EVENING, tick=False):
        yield cast


def page(client, cast, account="cadre", **asked):
    client.force_login(cast.accounts[account])
    return client.get(reverse("situation:building", args=[cast.extras["building"].unit_id]), asked)


def cells(cast, at=EVENING):
    return {cell.number: cell for cell in queries.door_cells(standing_shape(cast.extras["building"]), at)}


def test_each_door_shows_the_most_pressing_of_what_is_known(told):
    found = {number: cell.status for number, cell in cells(told).items()}
    expected = {
        "101": "shop",
        "102": "shop",
        "201": "normal",
        "202": "rented",
        "301": "empty",
        "302": "to_check",
        "401": "isolated",
        "402": "monitored",
        "501": "to_check",
        "502": "normal",
    }
    assert found == expected


def test_day_people_and_what_is_open_stand_on_the_door(told):
    cell = cells(told, moment(date(2020, 3, 10), "18:45"))["401"]
    assert (cell.days, cell.people) == (14, 3)
    assert cell.open_turns == 4  # two orders to serve, the morning's and the evening's visit


def test_a_visit_to_all_of_a_door_is_one(told):
    jobs = [job for job in queries.jobs_at(told.extras["doors"]["401"].unit_id, EVENING) if job.flow == "check"]
    assert [len(job.subjects) for job in jobs] == [2, 2]


def test_the_page_draws_every_door_and_counts_the_statuses(client, told):
    body = page(client, told).content.decode()
    assert body.count('class="cell is-') == 10 and "5号楼" in body and "向阳小区" in body
    assert f"{reverse('situation:doors', args=[told.extras['building'].unit_id])}?status=isolated" in body


def test_a_status_opens_its_doors(client, told):
    client.force_login(told.cadre)
    answer = client.get(reverse("situation:doors", args=[told.extras["building"].unit_id]), {"status": "to_check"})
    assert sorted(cell.number for cell in answer.context["table"].page) == ["302", "501"]


def test_a_tap_opens_the_door_beside_with_the_next_action_first(client, told):
    door = told.extras["doors"]["401"].unit_id
    client.force_login(told.cadre)
    address = reverse("situation:building", args=[told.extras["building"].unit_id])
    alone = client.get(address, {"door": door}, headers={"HX-Request": "true", "HX-Target": "panel"}).content.decode()
    assert "<html" not in alone and "周＊明" in alone and "周建明" not in alone
    assert alone.index("现在要做") < alone.index("家里的人") < alone.index("管控令") < alone.index("待办")
    whole = client.get(address, {"door": door}).content.decode()
    assert "<html" in whole and 'aria-current="true"' in whole and "现在要做" in whole


def test_who_only_reads_is_offered_no_step(client, told):
    body = page(client, told, "supervisor", door=told.extras["doors"]["401"].unit_id).content.decode()
    assert "现在要做" in body and "button fill big" not in body and "打印告知书" not in body


def test_the_notice_is_printed_from_the_panel(client, told):
    body = page(client, told, door=told.extras["doors"]["401"].unit_id).content.decode()
    first = told.extras["story"].order("周建明")
    assert f'<form method="post" action="{reverse("isolation:notice", args=[first.pk, "start", "pdf"])}" target="_blank">' in body


def test_neighbours_stand_left_and_right(client, told):
    body = page(client, told).content.decode()
    assert 'rel="prev"' in body and "3号楼" in body and 'rel="next"' not in body


def test_a_compound_lists_its_buildings(client, told):
    client.force_login(told.cadre)
    answer = client.get(reverse("situation:compound", args=[told.units["向阳小区"].pk]))
    [row] = [row for row in answer.context["table"].page if row.unit.name == "5号楼"]
    assert (row.doors, row.statuses["to_check"], row.statuses["shop"]) == (10, 2, 2)


def test_a_village_tells_the_buildings_of_its_compounds_apart(client, told):
    client.force_login(told.cadre)
    answer = client.get(reverse("situation:compound", args=[told.units["丰禾社区"].pk]))
    assert "向阳小区5号楼</a>" in answer.content.decode()


def test_another_town_sees_no_door_of_it(client, told):
    assert page(client, told, "far_township").status_code == 404
    client.force_login(told.far_township)
    for name in ("doors", "compound"):
        assert client.get(reverse(f"situation:{name}", args=[told.extras["building"].unit_id])).status_code == 404


def test_a_released_order_gives_the_door_back(told):
    for name in ("周建明", "周小妹"):
        isolation.leave_county(orders=[told.extras["story"].order(name)], by=told.cadre, at=EVENING)
    cell = cells(told)["401"]
    assert (cell.status, cell.open_turns) == ("normal", 0)


def test_a_tall_building_takes_few_queries(client, told, django_assert_max_num_queries):
    shape = shapes.block("9号楼", floors=33, stairs=2, doors=3)
    shape.parent = told.units["向阳小区"]
    tower = territory.build(shapes=[shape], by=told.officer, at=EVENING).buildings[0]
    client.force_login(told.cadre)
    with django_assert_max_num_queries(22):
        assert client.get(reverse("situation:building", args=[tower.unit_id])).content.decode().count('class="cell is-') == 198


def test_the_bar_leads_to_one_s_own_buildings(cast, client):
    houses = [shapes.block(name, floors=3, stairs=1, doors=2) for name in ("1号楼", "2号楼")]
    for house in houses:
        house.parent = cast.units["向阳小区"]
    territory.build(shapes=houses, by=cast.officer, at=cast.at, from_on=cast.on)
    for account, unit in ((cast.cadre, "丰禾社区"), (cast.grid, "丰禾第四网格")):
        client.force_login(account)
        assert client.get("/situation/houses/").url == f"/situation/compounds/{cast.units[unit].pk}/"
        assert 'href="/situation/houses/"' in client.get("/situation/").content.decode()
    client.force_login(cast.township)
    page = client.get("/situation/houses/").content.decode()
    assert f'href="/situation/compounds/{cast.units["丰禾社区"].pk}/"' in page
    assert re.search(r"丰禾社区\s+禾阳街道\s+2\s", re.sub(r"<[^>]+>", " ", page))
    assert "望河社区" in page and "梨花沟村" not in page
