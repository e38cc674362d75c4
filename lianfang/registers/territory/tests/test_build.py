"""Buildings by wizard: what it draws is what stands."""
import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions, queries, shapes
from lianfang.registers.territory.models import Building, Door
from lianfang.registers.territory.shapes import Cell, Shape, ShapeFault


def placed(shape, parent):
    """The shape in its place."""
    shape.parent = parent
    return shape


def test_six_floors_three_stairs_two_doors_and_shops_below(village, act):
    shape = placed(shapes.block("3号楼", floors=6, stairs=3, doors=2, ground="shops", ground_doors=1), village)
    [building], doors = actions.build(shapes=[shape], **act)
    assert (building.floors, len(doors), sum(d.use == "shop" for d in doors)) == (6, 5 * 3 * 2 + 3, 3)
    door = Door.objects.get(stair="2", number="401")
    assert door.floor == 4 and door.unit.parent.name == "2单元" and door.unit.parent.parent == building.unit
    assert all(u.path == f"{u.parent.path}{u.id}/" for u in Unit.objects.filter(path__under=building.unit.path))
    assert Line.objects.get(verb="territory.build").unit == building.unit_id


def test_unlucky_floors_have_no_number():
    assert shapes.floor_numbers(12, {4, 13, 14}) == [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 15]
    tall = shapes.block("A座", floors=12, stairs=1, doors=4, skips={4, 13, 14}, ground="open")
    assert {c.number[:-2] for c in tall.cells} == {"2", "3", "5", "6", "7", "8", "9", "10", "11", "12", "15"} and tall.stairs == [""]


def test_doors_are_numbered_by_stair_or_through_the_floor():
    by_stair = shapes.block("1号楼", floors=1, stairs=2, doors=2)
    through = shapes.block("1号楼", floors=1, stairs=2, doors=2, numbering="through")
    assert [(c.stair, c.number) for c in by_stair.cells] == [("1", "101"), ("1", "102"), ("2", "101"), ("2", "102")]
    assert [(c.stair, c.number) for c in through.cells] == [("1", "101"), ("1", "102"), ("2", "103"), ("2", "104")]


def test_a_lane_has_its_doors_directly(village, act):
    [building], doors = actions.build(shapes=[placed(shapes.lane("东胡同", first=1, last=9, step=2), village)], **act)
    assert building.kind == "lane" and [d.number for d in doors] == ["1", "3", "5", "7", "9"]
    assert doors[0].unit.parent == building.unit and doors[0].unit.name == "1号"


@pytest.mark.parametrize("wrong", [{"floors": 0}, {"floors": 100}, {"stairs": 31}, {"doors": 0}, {"doors": 40, "numbering": "through"}])
def test_impossible_buildings_are_refused(wrong):
    with pytest.raises(ShapeFault):
        shapes.block("1号楼", **{"floors": 6, "stairs": 3, "doors": 2, **wrong})


def test_two_doors_of_one_number_are_refused_and_nothing_stands(village, act):
    with pytest.raises(ShapeFault, match="重复"):
        actions.build(shapes=[Shape("1号楼", [Cell("101"), Cell("101")], parent=village)], **act)
    assert not Building.objects.exists()


def test_a_series_of_names():
    assert shapes.names("1-3号楼") == ["1号楼", "2号楼", "3号楼"] and shapes.names("教师公寓") == ["教师公寓"]
    assert shapes.names("3-1号楼") == ["3-1号楼"]


def test_extending_adds_only_what_is_missing(village, act):
    [building], _ = actions.build(shapes=[placed(shapes.block("3号楼", floors=2, stairs=2, doors=1), village)], **act)
    made = actions.extend(building=building, cells=[Cell("101", "1"), Cell("701", "2", 7), Cell("101", "3")], **act)
    assert [(d.stair, d.number) for d in made] == [("2", "701"), ("3", "101")]
    building.refresh_from_db()
    assert building.floors == 7 and building.unit.children.filter(level="stair").count() == 3


def test_the_shape_stands_in_the_order_of_the_street(village, act):
    [building], _ = actions.build(shapes=[placed(shapes.block("3号楼", floors=11, stairs=2, doors=2), village)], **act)
    placed_doors = queries.shape(building)
    assert [(p.door.stair, p.door.number, p.position) for p in placed_doors[:3]] == [("1", "1101", 1), ("1", "1102", 2), ("1", "1001", 1)]


def test_a_site_is_marked_and_unmarked(village, act):
    [building], _ = actions.build(shapes=[placed(shapes.block("宾馆", floors=3, stairs=1, doors=8), village)], **act)
    actions.mark_site(building=building, is_site=True, **act)
    assert Building.objects.get(is_site=True) == building
    assert Line.objects.filter(verb="territory.mark_site").count() == 1
