"""Coordinates from lines and sheets: each row one place of ours or a sentence with the mend; how far apart two are."""
import io
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.units.actions import add_units
from lianfang.registers.territory import actions, queries
from lianfang.registers.territory.models import Position
from lianfang.registers.territory.positions import entries_of, metres

TOLD = "向阳小区3号楼, 43.8900, 125.3200\n禾阳街道 向阳小区，43.8910，125.3210\n990100101200\t43.9000\t125.4000"


def spot(latitude, longitude):
    return SimpleNamespace(latitude=latitude, longitude=longitude)


@pytest.mark.parametrize(("here", "there", "far"), [
    (spot(0, 0), spot(0, 1), 111_195.08), (spot(0, 0), spot(90, 0), 10_007_557.2), (spot(36.12, -86.67), spot(33.94, -118.4), 2_886_448.4),
    (spot(43.89, 125.32), spot(43.89, 125.32), 0)])
def test_distances_are_those_of_the_great_circle(here, there, far):
    assert metres(here, there) == pytest.approx(far, rel=1e-6)


def test_lines_name_places_as_people_do_and_are_overwritten_by_the_next_list(cast):
    county = cast.units["青禾县"]
    found = actions.set_positions(unit=county, entries=entries_of(TOLD), source="测绘成果", by=cast.officer, at=cast.at)
    assert not found.faults and set(Position.objects.values_list("unit__name", flat=True)) == {"3号楼", "向阳小区", "梨花沟村"}
    assert queries.position_of(cast.units["502"]).unit == cast.units["3号楼"], "a door lies where its building does"
    actions.set_positions(unit=county, entries=entries_of("3号楼 43.8 125.3"), source="手机定位", by=cast.officer, at=cast.at)
    assert Position.objects.get(unit=cast.units["3号楼"]).latitude == 43.8 and Position.objects.count() == 3


def test_a_sheet_says_the_same_with_its_columns_in_any_order_below_a_title(cast):
    out = io.BytesIO()
    sheets.write(out, "坐标", [sheets.Column(word) for word in ("经度", "地方", "备注", "纬度")], [["125.32", "3号楼", "", "43.89"]])
    found = actions.set_positions(unit=cast.units["青禾县"], entries=entries_of(content=out.getvalue(), name="坐标.xlsx"), source="测绘",
                                  by=cast.officer, at=cast.at)
    assert [(one.unit_id, one.latitude, one.longitude) for one in found.places] == [(cast.units["3号楼"].pk, 43.89, 125.32)]


@pytest.mark.parametrize(("line", "says"), [
    ("没有的小区, 43.8, 125.3", "没有叫"), ("向阳小区, 125.3, 43.8", "填反了"), ("向阳小区, 1.2, 125.3", "“纬度”要在"),
    ("向阳小区, 43.8, 12.3", "“经度”要在"), ("向阳小区 东边", "没有叫"), ("502, 43.8, 125.3", "没有叫"),
    ("向阳小区, 43.8.1, 125.3", "十进制"),
    ("向阳小区, 43.8, 125.3\n禾阳街道向阳小区, 43.8, 125.3", "第 1 行是同一个地方")])
def test_a_row_at_fault_is_named_with_its_mend_and_nothing_of_it_is_written(cast, line, says):
    found = actions.set_positions(unit=cast.units["青禾县"], entries=entries_of(line), source="测绘", by=cast.officer, at=cast.at)
    assert says in found.faults[-1].message and len(found.places) == line.count("\n")


def test_two_of_one_name_ask_for_more(cast):
    add_units(drafts=[{"parent": cast.units["梨花沟一网格"], "level": "compound", "name": "向阳小区", "from_on": cast.on}],
              by=cast.officer, at=cast.at)
    entries = entries_of(TOLD + "\n向阳小区 43.1 125.1")
    found = actions.set_positions(unit=cast.units["青禾县"], entries=entries, source="测绘", by=cast.officer, at=cast.at)
    assert [fault.row for fault in found.faults] == [4] and "有 2 个" in found.faults[0].message


def test_within_so_many_metres_nearest_first_and_the_rest_is_unplaced(cast):
    entries = entries_of("3号楼 43.89 125.32\n向阳小区 43.8935 125.32")
    actions.set_positions(unit=cast.units["青禾县"], entries=entries, source="测绘", by=cast.officer, at=cast.at)
    centre = Position.objects.get(unit=cast.units["3号楼"])
    path = cast.units["青禾县"].path
    assert [round(far) for _unit, far in queries.within(centre, 400, "compound", path)] == [389]
    assert queries.within(centre, 388, "compound", path) == []
    assert {unit.name for unit in queries.unplaced("village", path)} == {"丰禾社区", "望河社区", "梨花沟村"}


def test_on_the_page_a_list_is_looked_at_before_it_is_written(cast, client):
    client.force_login(cast.cadre)
    there = reverse("territory:positions", args=[cast.units["丰禾社区"].pk])
    looked = client.post(there, {"text": "3号楼, 43.89, 125.32\n梨花沟村, 43.9, 125.4", "source": "手机定位"}).content.decode()
    assert "记下这 1 处" in looked and "没有叫“梨花沟村”" in looked and not Position.objects.exists(), "only of one's own village"
    client.post(there, {"text": "3号楼, 43.89, 125.32", "source": "手机定位", "save": "1"})
    assert Position.objects.get().source == "手机定位"


def test_what_was_read_of_a_sheet_is_mended_in_the_box_or_in_the_sheet(cast, client):
    client.force_login(cast.officer)
    there = reverse("territory:positions", args=[cast.units["青禾县"].pk])
    actions.set_positions(unit=cast.units["青禾县"], entries=entries_of("3号楼 43.89 125.32"), source="测绘", by=cast.officer, at=cast.at)

    def sheet(*rows):
        out = io.BytesIO()
        sheets.write(out, "坐标", [sheets.Column(word) for word in ("地方", "纬度", "经度")], rows)
        return SimpleUploadedFile("坐标.xlsx", out.getvalue())

    rows = ["3号楼", "43.891", "125.32"], ["没有的楼", "43.9", "125.3"], ["东边", "", ""]
    looked = client.post(there, {"file": sheet(*rows), "source": "测绘"})
    page = looked.content.decode()
    assert "禾阳街道 丰禾社区 向阳小区 3号楼" in page and "离原来记的 111 米" in page, "which place it was taken for, and how far it moves"
    text = looked.context["form"].initial["text"]
    assert "框里第 2 行：没有叫“没有的楼”" in page and text.endswith("125.3\n东边"), "the rows are in the box"
    said = {"text": text, "source": "测绘", "looked": "True"}
    again = client.post(there, {**said, "file": sheet(["3号楼", "43.892", "125.32"])})
    assert again.context["form"].initial["text"] == "3号楼, 43.892, 125.32", "the mended sheet is there instead"
