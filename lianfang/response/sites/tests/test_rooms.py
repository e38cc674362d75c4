"""A site is opened where it stands, its rooms come by sheet or one by one, and what could not be taken says where and how to mend it."""
import io

import pytest

from lianfang.ground import sheets
from lianfang.ground.workflow import Refused
from lianfang.registers.territory.actions import add_doors
from lianfang.registers.territory.models import Building, Door
from lianfang.response.sites import actions, queries
from lianfang.response.sites.models import Room, Site
from lianfang.response.sites.reading import Lodging
from tests.reading import says


def sheet(*rows):
    out = io.BytesIO()
    sheets.write(out, "房间", [sheets.Column(word) for word in ("楼栋", "房号", "楼层", "床位", "适用", "独立卫生间", "分区")], rows)
    return out.getvalue()


def test_a_sheet_is_taken_row_by_row_and_again_without_doubles(cast, site):
    content = sheet(["2号楼", "501", "", "2", "家庭、陪护", "是", ""], ["2号楼", "502", "5", "40", "", "", ""],
                    ["", "", "", "", "豪华", "", ""], ["2号楼", "503", "", "", "豪华", "", ""], ["2号楼", "501", "", "", "", "", ""],
                    ["2号楼", "504", "", "", "", "或许", ""])
    taken = actions.import_rooms(site=site, content=content, name="a.xlsx", by=cast.officer, at=cast.at)
    assert (taken.added, [row for row, _says in taken.faults]) == (1, [3, 4, 5, 6, 7])
    said = " ".join(says for _row, says in taken.faults)
    assert all(word in said for word in ("“床位”要填 1 到 12", "“房号”没有填", "“适用”认不出“豪华”", "重复", "“独立卫生间”只能填是或否"))
    made = Room.objects.get(unit__name="501")
    assert (made.beds, made.is_family, made.is_carer, made.is_accessible, made.zone) == (2, True, True, False, "contaminated")
    assert Door.objects.get(unit=made.unit_id).floor == 5 and Building.objects.get(unit__name="2号楼").is_site
    content = sheet(["2号楼", "501", "", "3", "", "", ""])
    again = actions.import_rooms(site=site, content=content, name="a.xlsx", by=cast.officer, at=cast.at)
    assert (again.added, again.described, Room.objects.get(unit__name="501").beds) == (0, 1, 3)
    with pytest.raises(Refused, match="没有“房号”"):
        actions.import_rooms(site=site, content="楼栋\n1号楼\n".encode(), name="a.csv", by=cast.officer, at=cast.at)


def test_a_building_that_stands_becomes_a_site_with_its_doors_as_rooms(cast):
    add_doors(unit=cast.units["梨花沟村"], addresses=["2号楼101", "2号楼201"], by=cast.officer, at=cast.at)
    unit = Building.objects.get(unit__path__startswith=cast.units["梨花沟村"].path).unit
    made = actions.open_site(place=unit, by=cast.officer, at=cast.at)
    assert Room.objects.filter(site=made).count() == 2 and Building.objects.get(unit=unit).is_site
    with pytest.raises(Refused, match="已经是隔离点"):
        actions.open_site(place=unit, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="不是这个隔离点的楼"):
        actions.add_rooms(site=made, rooms=[Lodging("301", "9号楼")], by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="起个名字"):
        actions.open_site(place=cast.units["丰禾社区"], by=cast.officer, at=cast.at)


def test_rooms_are_counted_with_the_reserve_the_table_asks_for(cast, site):
    [found] = queries.standing(cast.at)
    assert (found.rooms, found.beds, found.reserve) == (5, 8, 1)
    actions.describe_room(room=Room.objects.get(unit__name="302"), is_shut=True, by=cast.officer, at=cast.at)
    assert queries.standing(cast.at)[0].rooms == 4


def test_the_pages_open_the_site_and_show_its_front(cast, browse):
    page = browse(cast.officer)
    answer = page.post("/sites/open/", {"place": cast.units["望河社区"].pk, "name": "汽车站宾馆", "leader": cast.officer.pk})
    made = Site.objects.get(unit__name="汽车站宾馆")
    assert answer.url == f"/sites/{made.pk}/"
    page.post(f"/sites/{made.pk}/rooms/add/", {"number": "302", "beds": 2, "fits": ["family"], "bathroom": "yes", "zone": "contaminated"})
    room = Room.objects.get(site=made)
    shown = page.get(f"/sites/{made.pk}/?room={room.pk}").content.decode()
    assert all(word in shown for word in ("汽车站宾馆", "302 房", "空房", "家庭间", "3 层"))
    assert says(page.get(f"/sites/{made.pk}/rooms/?status=rented").content.decode(), "302")
    assert not says(page.get(f"/sites/{made.pk}/rooms/?status=isolated").content.decode(), "302")
