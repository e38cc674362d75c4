"""Grids and other units by hand: added, renamed, closed, merged, moved; the official ones by edition only."""
from datetime import date

import pytest

from lianfang.ground.units.models import Naming, Unit
from lianfang.registers.territory import actions
from lianfang.registers.territory.actions import PlaceFault


@pytest.fixture
def grids(village, act):
    """Two grids, the first with a micro-grid and a compound."""
    first, second = actions.add_places(parent=village, level="grid", names=["第1网格", "第2网格"], **act)
    actions.add_places(parent=first, level="micro_grid", names=["微网格1"], **act)
    actions.add_places(parent=first, level="compound", names=["红旗小区"], **act)
    return first, second


def test_units_hang_only_where_they_fit(county, grids, act):
    for parent, level in ((county[0], "grid"), (grids[0], "village"), (grids[0], "grid"), (county[2], "micro_grid")):
        with pytest.raises(PlaceFault):
            actions.add_places(parent=parent, level=level, names=["甲"], **act)


def test_a_special_unit_no_edition_knows(county, act):
    [market] = actions.add_places(parent=county[1], level="village", names=["国营菜场"], **act)
    assert market.code == "" and market.path.startswith(county[1].path)


def test_a_name_stands_once(village, grids, act):
    with pytest.raises(PlaceFault, match="已经有"):
        actions.add_places(parent=village, level="grid", names=["第1网格"], **act)
    with pytest.raises(PlaceFault):
        actions.rename_place(unit=grids[0], name="第2网格", **act)


def test_a_new_name_keeps_the_old_one_on_record(grids, act):
    Unit.objects.filter(pk=grids[0].pk).update(from_on=date(2020, 2, 1))
    grids[0].refresh_from_db()
    actions.rename_place(unit=grids[0], name="向阳网格", **act)
    assert [(n.name, n.from_on, n.until_on) for n in Naming.objects.filter(unit=grids[0]).order_by("from_on")] == [
        ("第1网格", date(2020, 2, 1), date(2020, 3, 18)), ("向阳网格", date(2020, 3, 18), None)]


def test_a_grid_is_emptied_before_it_is_closed(grids, act):
    with pytest.raises(PlaceFault, match="并入"):
        actions.close_place(unit=grids[0], **act)
    actions.merge_place(unit=grids[0], into=grids[1], **act)
    grids[0].refresh_from_db()
    assert grids[0].until_on == date(2020, 3, 18) and grids[1].children.count() == 2
    assert all(u.path.startswith(grids[1].path) for u in Unit.objects.filter(level__in=("micro_grid", "compound")))


def test_a_building_goes_with_all_in_it(village, act):
    actions.add_doors(unit=village, addresses=["红旗小区3栋2单元401"], **act)
    actions.close_place(unit=Unit.objects.get(level="compound"), **act)
    assert not Unit.objects.filter(level__in=("compound", "building", "stair", "door"), until_on=None).exists()


def test_merging_needs_another_unit_of_the_level(village, grids, act):
    for into in (grids[0], village):
        with pytest.raises(PlaceFault):
            actions.merge_place(unit=grids[0], into=into, **act)


def test_what_hung_under_a_gone_village_is_handed_over(county, grids, act):
    Unit.objects.filter(pk=county[2].pk).update(until_on=date(2020, 3, 1))
    county[2].refresh_from_db()
    actions.merge_place(unit=county[2], into=county[3], **act)
    assert Unit.objects.get(pk=grids[0].pk).parent == county[3]
    assert Unit.objects.get(pk=county[2].pk).until_on == date(2020, 3, 1)


def test_a_compound_moves_with_its_doors(grids, village, act):
    actions.add_doors(unit=grids[0], addresses=["红旗小区3栋2单元401"], **act)
    compound = Unit.objects.get(level="compound")
    actions.move_place(unit=compound, parent=grids[1], **act)
    assert all(u.path == f"{u.parent.path}{u.id}/" for u in Unit.objects.exclude(parent=None))
    assert Unit.objects.get(level="door").path.startswith(grids[1].path)
    with pytest.raises(PlaceFault):
        actions.move_place(unit=compound, parent=Unit.objects.get(level="door"), **act)


def test_official_units_are_not_changed_by_hand(county, act):
    official, other = county[2:]
    with pytest.raises(PlaceFault):
        actions.close_place(unit=official, **act)
    with pytest.raises(PlaceFault):
        actions.rename_place(unit=official, name="甲", **act)
    with pytest.raises(PlaceFault):
        actions.move_place(unit=official, parent=county[0], **act)
    with pytest.raises(PlaceFault):
        actions.merge_place(unit=official, into=other, **act)
