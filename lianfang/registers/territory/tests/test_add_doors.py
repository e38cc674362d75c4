"""Doors from address lines, and finding them again however they are written."""
from datetime import date

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.units import actions as tree
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions, queries, shapes
from lianfang.registers.territory.models import Building, Door

LINES = ["红旗小区3栋2单元401", "红旗小区3栋2单元402", "红旗小区3号楼1单元101", "向阳街12号楼3门502", "5-2-401",
         "阳光花园A座1203", "东胡同7号", "第三组25号", "丰禾社区12号", "红旗小区教师公寓301"]


@pytest.fixture
def added(village, act):
    """Those doors."""
    return actions.add_doors(unit=village, addresses=LINES, **act)


def names_above(unit):
    """From below the village down."""
    units = Unit.objects.filter(pk__in=unit.ancestor_ids).order_by("path")
    return [u.name for u in units][3:]


def test_missing_places_are_made_once(added, village):
    assert (added.new, added.existing, added.faults) == (len(LINES), 0, [])
    assert sorted(u.name for u in Unit.objects.filter(level="compound")) == sorted(["红旗小区", "向阳街", "阳光花园"])
    third = Building.objects.get(unit__name="3号楼")
    assert third.unit.parent.name == "红旗小区" and third.doors.count() == 3 and third.floors == 4
    assert Building.objects.get(unit__name="教师公寓").unit.parent.name == "红旗小区"
    assert Building.objects.get(unit__name="丰禾社区").kind == "lane" and Building.objects.get(unit__name="5号楼").unit.parent == village


@pytest.mark.parametrize(("line", "place"), [
    ("红旗小区３幢二单元四〇一室", ["红旗小区", "3号楼", "2单元", "401"]),
    ("红旗小区3-2-401", ["红旗小区", "3号楼", "2单元", "401"]),
    ("青禾县禾阳街道丰禾社区红旗小区3栋2单元401", ["红旗小区", "3号楼", "2单元", "401"]),
    ("某省某市青禾县禾阳街道丰禾社区居委会红旗小区3栋2单元401", ["红旗小区", "3号楼", "2单元", "401"]),
    ("红旗小区3栋101", ["红旗小区", "3号楼", "1单元", "101"]),
    ("阳光花园A座1单元1203", ["阳光花园", "A座", "1203"]),
    ("建设路8号阳光花园A座1203", ["阳光花园", "A座", "1203"]),
    ("三组25号", ["第三组", "25号"]),
    ("丰禾社区居委会12号", ["丰禾社区", "12号"]),
    ("红旗小区教师公寓301室", ["红旗小区", "教师公寓", "301"]),
])
def test_a_door_is_found_however_it_is_written(added, county, village, line, place):
    for unit in (village, county[1], county[0]):
        assert names_above(queries.resolve(unit, line)) == place


@pytest.mark.parametrize("line", ["红旗小区3栋2单元403", "红旗小区3栋", "和平村红旗小区3栋2单元401", "红旗花园3栋2单元401", "湖北武汉",
                                  "", None])
def test_no_door_is_guessed(added, village, line):
    assert queries.resolve(village, line) is None


def test_two_doors_of_one_address_are_ambiguous(added, county, act):
    actions.add_doors(unit=county[3], addresses=["红旗小区3栋2单元401"], **act)
    assert queries.resolve(county[0], "红旗小区3栋2单元401") is None
    assert queries.resolve(county[0], "丰禾社区红旗小区3栋2单元401") == queries.resolve(county[2], "红旗小区3栋2单元401")
    assert queries.resolve(county[0], "和平村红旗小区3栋2单元401") == queries.resolve(county[3], "红旗小区3栋2单元401")


def test_within_a_compound_or_building_short_lines_do(added, village):
    compound, building = Unit.objects.get(name="红旗小区"), Unit.objects.get(name="3号楼")
    door = queries.resolve(village, LINES[0])
    assert queries.resolve(compound, "3栋2单元401") == queries.resolve(building, "2单元401") == queries.resolve(building, "2-401") == door
    assert queries.resolve(building, "101") == queries.resolve(village, LINES[2])


def test_many_at_once(added, county):
    found = queries.resolve_many(county[0], [*LINES, "别处1号"])
    assert all(found[:-1]) and found[-1] is None and len(set(found)) == len(LINES) + 1


def test_again_nothing_is_added(added, village, act):
    again = actions.add_doors(unit=village, addresses=[*LINES, "红旗小区3幢2单元401室"], **act)
    assert (again.new, again.existing, again.doors) == (0, len(LINES) + 1, [])


def test_unclear_lines_are_told_and_the_rest_is_added(added, village, act):
    lines = ["胡言乱语", "401", "红旗小区12号", "红旗小区3栋901", "阳光花园A座2单元301", "红旗小区3栋3单元101"]
    found = actions.add_doors(unit=village, addresses=lines, **act)
    assert found.new == 1 and [fault.row for fault in found.faults] == [1, 2, 3, 4, 5]
    assert "小区" in found.faults[2].message and "单元" in found.faults[3].message and "不分单元" in found.faults[4].message


def test_a_dry_run_only_counts(village, act):
    found = actions.add_doors(unit=village, addresses=LINES, dry_run=True, **act)
    assert found.new == len(LINES) and not Door.objects.exists()


def test_a_town_needs_the_village_named(county, act):
    found = actions.add_doors(unit=county[1], addresses=["红旗小区3栋2单元401", "和平村东胡同7号"], **act)
    assert [fault.row for fault in found.faults] == [1] and found.doors[0].unit.path.startswith(county[3].path)


def test_the_village_name_inside_a_compound_name_stays(county, act):
    actions.add_doors(unit=county[3], addresses=["和平村小区1栋1单元101"], **act)
    assert Unit.objects.get(level="compound").name == "和平村小区"
    assert queries.resolve(county[0], "和平村小区1栋1单元101")


def test_closed_doors_are_not_found(added, village, act):
    actions.close_place(unit=Unit.objects.get(name="3号楼"), **act)
    assert queries.resolve(village, LINES[0]) is None


def test_what_is_known_of_a_door(added, act):
    door = Door.objects.get(number="1203")
    actions.describe_doors(doors=[door], use="home", occupancy="rented", head_count=3, note="封条好", **act)
    door.refresh_from_db()
    assert (door.occupancy, door.head_count, door.note) == ("rented", 3, "封条好")
    assert Line.objects.get(verb="territory.describe").data == {"use": "home", "occupancy": "rented", "head_count": 3}
    with pytest.raises(TypeError):
        actions.describe_doors(doors=[door], number="1", **act)


def test_heads_are_summed_up_the_tree(added, county, act):
    actions.describe_doors(doors=list(Door.objects.all()), head_count=2, **act)
    on = date(2020, 3, 18)
    for unit, below in ((county[0], 1), (county[1], 2)):
        children = queries.children(unit, on)
        assert len(children) == below and queries.place(unit, on, children).heads == 2 * len(LINES)
    tree.set_figure(unit=county[2], kind="population", value=5000, from_on=on, source="统计年鉴", **act)
    assert [c.population for c in queries.children(county[1], on)] == [5000, None]


def test_every_door_the_wizard_makes_is_found_by_its_address(village, county, act):
    houses = [shapes.block(f"{n}号楼", floors=15, stairs=3, doors=4, skips={4, 13, 14}) for n in (1, 2, 13)]
    houses += [shapes.block("A座", floors=3, stairs=1, doors=12), shapes.lane("第三组", first=1, last=120),
               shapes.block("教师公寓", floors=5, stairs=2, doors=2)]
    [compound] = actions.add_places(parent=village, level="compound", names=["红旗小区"], **act)
    for house in houses:
        house.parent = compound
    doors = actions.build(shapes=houses, **act).doors
    lines = [f"红旗小区{d.building.unit.name}{d.stair and d.stair + '单元'}{d.unit.name}" for d in doors]
    assert queries.resolve_many(county[0], lines) == [d.unit_id for d in doors]
