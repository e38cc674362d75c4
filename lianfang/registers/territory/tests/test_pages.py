"""The pages: who may see and change what, and what comes of it."""
import pytest
from django.urls import reverse

from lianfang.ground.accounts.models import Responsible
from lianfang.ground.units.models import Figure, Unit
from lianfang.registers.territory import actions
from lianfang.registers.territory.models import Building, Door

from .people import signed_in


def page(name, unit, **query):
    """The address of a page."""
    return reverse(f"territory:{name}", args=[unit.id], query=query or None)


@pytest.fixture
def cadre(village):
    """A village cadre of 丰禾社区."""
    return signed_in("village_cadre", village)


@pytest.fixture
def officer(county):
    """The county's duty officer."""
    return signed_in("duty_officer", county[0])


@pytest.fixture
def building(village, act):
    """红旗小区3号楼 with three doors."""
    actions.add_doors(unit=village, addresses=["红旗小区3栋2单元401", "红旗小区3栋2单元402", "红旗小区3栋1单元101"], **act)
    return Building.objects.get()


def test_start_leads_to_ones_own_unit(cadre, village):
    assert cadre.get(reverse("territory:start")).url == page("unit", village)


def test_a_unit_shows_what_is_below_and_nothing_beside(cadre, county, building):
    shown = cadre.get(page("unit", county[2])).content.decode()
    assert "红旗小区" in shown and "青禾县" in shown
    assert cadre.get(page("unit", county[3])).status_code == 404
    assert cadre.get(page("unit", county[1])).status_code == 404


def test_a_supervisor_looks_and_changes_nothing(county, building):
    supervisor = signed_in("supervisor", county[0])
    assert supervisor.get(page("unit", county[0])).status_code == supervisor.get(page("building", building.unit)).status_code == 200
    for name in ("add", "rename", "close", "merge", "move", "figure", "wizard", "lanes", "addresses", "door", "mark_site", "appoint"):
        assert supervisor.post(page(name, building.unit)).status_code == 403, name


def test_a_cadre_of_another_village_finds_nothing(county, building):
    other = signed_in("village_cadre", county[3])
    for name in ("add", "rename", "close", "merge", "move", "figure", "wizard", "lanes", "addresses", "mark_site", "appoint"):
        assert other.post(page(name, building.unit)).status_code == 404, name


def test_grids_are_added_in_a_series(cadre, village):
    assert cadre.get(page("add", village)).status_code == 200
    answer = cadre.post(page("add", village), {"level": "grid", "names": "1-4网格"})
    assert answer.url == page("unit", village)
    assert [u.name for u in village.children.order_by("id")] == ["1网格", "2网格", "3网格", "4网格"]
    again = cadre.post(page("add", village), {"level": "grid", "names": "4网格"})
    assert "已经有" in again.content.decode()


def test_official_levels_are_added_by_who_configures(county, officer):
    town_cadre = signed_in("township_cadre", county[1])
    assert town_cadre.post(page("add", county[1]), {"level": "village", "names": "国营菜场"}).status_code == 403
    officer.post(page("add", county[1]), {"level": "village", "names": "国营菜场"})
    assert Unit.objects.get(name="国营菜场").level == "village"


def test_the_wizard_draws_before_it_saves(cadre, village):
    said = {"names": "1-2号楼", "floors": 6, "stairs": 3, "doors": 2, "ground": "shops", "ground_doors": "", "numbering": "by_stair"}
    preview = cadre.post(page("wizard", village), said).content.decode()
    assert "<svg" in preview and "601" in preview and not Building.objects.exists()
    cadre.post(page("wizard", village), {**said, "save": "1"})
    assert Building.objects.count() == 2 and Door.objects.count() == 72 and Door.objects.filter(use="shop").count() == 12


def test_the_wizard_says_what_cannot_be(cadre, village):
    said = {"names": "1号楼", "floors": 6, "stairs": 30, "doors": 20, "ground": "homes", "numbering": "through", "save": "1"}
    assert "不超过" in cadre.post(page("wizard", village), said).content.decode() and not Building.objects.exists()


def test_a_lane_by_its_range(cadre, village):
    cadre.post(page("lanes", village), {"name": "东胡同", "first": 1, "last": 20, "step": 1, "save": "1"})
    assert Door.objects.count() == 20 and Building.objects.get().kind == "lane"


def test_addresses_are_shown_first_then_added(cadre, village):
    said = {"text": "红旗小区3栋2单元401\n胡言乱语"}
    shown = cadre.post(page("addresses", village), said).content.decode()
    assert "第 2 行" in shown and not Door.objects.exists()
    cadre.post(page("addresses", village), {**said, "save": "1"})
    assert Door.objects.get().number == "401"


def test_addresses_come_from_a_sheet_too(cadre, village):
    from io import BytesIO

    file = BytesIO("姓名,家庭住址\n甲,红旗小区3栋2单元401\n乙,东胡同7号\n".encode("gb18030"))
    file.name = "名单.csv"
    shown = cadre.post(page("addresses", village), {"file": file}).content.decode()
    assert "东胡同7号" in shown and "要加" in shown
    broken = BytesIO(b"\x00\x01\x02")
    broken.name = "x.xlsx"
    assert "不是电子表格" in cadre.post(page("addresses", village), {"file": broken}).content.decode()


def test_a_door_is_described_in_the_panel(cadre, building):
    door = building.doors.get(number="401")
    panel = cadre.get(page("door", door.unit), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in panel and "几口人" in panel
    answer = cadre.post(page("door", door.unit), {"use": "home", "occupancy": "rented", "head_count": "3", "note": ""})
    door.refresh_from_db()
    assert answer.url == page("building", building.unit) and (door.occupancy, door.head_count) == ("rented", 3)
    assert "出租" in cadre.get(answer.url).content.decode()


def test_a_door_opens_in_its_building(cadre, building, village):
    door = building.doors.get(number="401")
    answer = cadre.get(page("unit", door.unit))
    assert answer.url == page("building", building.unit, door=door.unit_id)
    assert 'aria-current="true"' in cadre.get(answer.url).content.decode()
    assert cadre.get(page("unit", door.unit.parent)).status_code == 200


def test_only_the_county_marks_a_site(cadre, officer, building):
    assert cadre.post(page("mark_site", building.unit)).status_code == 403
    officer.post(page("mark_site", building.unit))
    assert Building.objects.get().is_site


def test_figures_come_with_day_and_source(officer, county):
    assert officer.post(page("figure", county[1]), {"kind": "population", "value": "-3", "from_on": "", "source": ""}).status_code == 200
    officer.post(page("figure", county[1]), {"kind": "population", "value": "31250", "from_on": "2020-01-01", "source": "2019 年统计年鉴"})
    assert Figure.objects.get().value == 31250
    assert "31,250" in officer.get(page("unit", county[0])).content.decode()
    assert "2019 年统计年鉴" in officer.get(page("unit", county[1])).content.decode()


def test_who_answers_for_a_unit(officer, cadre, county):
    assert "丰禾社区居委会" in officer.get(page("vacant", county[0])).content.decode()
    officer.post(page("appoint", county[2]), {"account": cadre.account.id, "login": ""})
    assert Responsible.objects.get(unit=county[2], until_on=None).account == cadre.account
    assert "丰禾社区居委会" not in officer.get(page("vacant", county[0])).content.decode()
    assert "没有这个登录名" in officer.post(page("appoint", county[2]), {"login": "nobody"}).content.decode()


def test_units_are_renamed_moved_merged_and_closed(cadre, village, building):
    for name in ("1网格", "2网格"):
        cadre.post(page("add", village), {"level": "grid", "names": name})
    first, second = village.children.filter(level="grid").order_by("id")
    compound = building.unit.parent
    cadre.post(page("move", compound), {"into": first.id})
    assert Unit.objects.get(pk=compound.pk).parent == first
    cadre.post(page("merge", first), {"into": second.id})
    assert Unit.objects.get(pk=compound.pk).parent == second and Unit.objects.get(pk=first.pk).until_on
    cadre.post(page("rename", second), {"name": "向阳网格"})
    assert Unit.objects.get(pk=second.pk).name == "向阳网格"
    assert "请先并入" in cadre.post(page("close", second)).content.decode()
    cadre.post(page("close", compound))
    assert Unit.objects.get(pk=building.unit_id).until_on
