"""The search box finds places: a door by its whole address, a building by its number, a compound or lane by how its name begins."""
import pytest

from lianfang.ground.days import now
from lianfang.ground.units.fields import TOP, Reach
from lianfang.registers.territory.actions import build
from lianfang.registers.territory.queries import lines, resolve, sought
from lianfang.registers.territory.shapes import block, lane

COUNTY = Reach(TOP)


@pytest.fixture
def houses(cast):
    """Two buildings of a compound, a lane in another town."""
    first, second = block("1号楼", floors=6, stairs=2, doors=2), block("2号楼", floors=6, stairs=2, doors=2)
    alley = lane("东胡同", first=1, last=12)
    first.parent = second.parent = cast.units["向阳小区"]
    alley.parent = cast.units["梨花沟一网格"]
    build(shapes=[first, second, alley], by=cast.officer, at=now(), from_on=cast.on)
    return cast


def names(text, reach=COUNTY):
    return [(unit.level, unit.name) for unit in sought(text, reach)]


@pytest.mark.parametrize(("typed", "found"), [
    ("向阳小区2号楼1单元302", [("door", "302")]),
    ("丰禾社区向阳小区2栋1单元302", [("door", "302")]),
    ("禾阳街道丰禾社区向阳小区2-1-302", [("door", "302")]),
    ("向阳小区2号楼", [("building", "2号楼")]),
    ("向阳", [("compound", "向阳小区")]),
    ("东胡同7号", [("door", "7号")]),
    ("梨花沟村东胡同7号", [("door", "7号")]),
    ("东胡同", [("building", "东胡同")]),
    ("梨花沟", [("village", "梨花沟村")]),
    ("向阳小区9号楼1单元302", []),
    ("302", []), ("xy", []), ("向", []), ("王志远", []), ("", []),
])
def test_places_are_found_as_people_say_them(houses, typed, found):
    assert names(typed) == found


def test_only_within_reach(houses):
    there = Reach(houses.units["梨花沟镇"].path)
    assert names("向阳小区2号楼1单元302", there) == names("向阳", there) == [] != names("东胡同7号", there)
    assert names("东胡同7号", Reach()) == []


def test_the_box_leads_to_the_door(houses, client):
    client.force_login(houses.cadre)
    door = sought("向阳小区2号楼1单元302", COUNTY)[0]
    page = client.get("/people/search/", {"q": "向阳小区2号楼1单元302"}).content.decode()
    assert f'href="/situation/buildings/{door.pk}/?door={door.pk}"' in page and "向阳小区 2号楼 1单元 302" in page
    assert client.get(f"/situation/buildings/{door.pk}/?door={door.pk}").status_code == 200


BUILDINGS = ["向阳小区", "向阳小区1号楼", "向阳小区2号楼", "向阳小区3号楼"]


@pytest.mark.parametrize(("village", "typed", "found"), [
    ("丰禾社区", "", BUILDINGS), ("丰禾社区", "向", BUILDINGS), ("丰禾社区", "向阳小区", BUILDINGS[1:]),
    ("丰禾社区", "向阳小区２号楼", ["向阳小区2号楼1单元", "向阳小区2号楼2单元"]),
    ("丰禾社区", "向阳小区2号楼1单元60", ["向阳小区2号楼1单元601", "向阳小区2号楼1单元602"]),
    ("丰禾社区", "向阳小区2号楼1单元601", []), ("丰禾社区", "东", []), ("丰禾社区", "%_", []),
    ("禾阳街道", "向", []), ("青禾县", "", []),
    ("梨花沟村", "", ["东胡同", "梨花沟村12号"]), ("梨花沟村", "东胡同1", ["东胡同1号", "东胡同10号", "东胡同11号", "东胡同12号"]),
])
def test_a_line_goes_on_step_by_step(houses, village, typed, found):
    assert lines(houses.units[village], typed) == found


def test_whoever_follows_the_lines_comes_to_the_door_they_name(houses):
    for village, doors in (("丰禾社区", 48), ("梨花沟村", 12)):
        unit, reached, ahead = houses.units[village], set(), [""]
        while ahead:
            further = lines(unit, ahead.pop(), most=99)
            ahead += further
            reached |= {door.pk for line in further if (door := resolve(unit, line))}
        assert len(reached) == doors
