"""Done in an account's name, a command does no more than that account may, and sees no more than it sees."""
import io
import json

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command

from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.units.models import Unit
from lianfang.registers.people.typed.identity import check_digit
from lianfang.registers.territory.models import Outline
from lianfang.response.screening.queries import rosters

COUNTY = Reach(TOP)
BODY = "22072219900101001"
TOWN, VILLAGE, FAR = "990100001", "990100001001", "990100101200"


@pytest.fixture
def run(cast, tmp_path, settings):
    """Run a command for an account; gives its JSON."""
    settings.MEDIA_ROOT = tmp_path / "uploads"

    def ran(login, *words):
        out = io.StringIO()
        call_command(*words, "--as", login, "--json", stdout=out, stderr=io.StringIO())
        return json.loads(out.getvalue())

    return ran


@pytest.fixture
def sheet(tmp_path):
    """A roster of one returnee."""
    with xlsxwriter.Workbook(tmp_path / "名册.xlsx") as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["姓名", "身份证号", "返乡日期"])
        page.write_row(1, 0, ["演练甲", BODY + check_digit(BODY), "2020-03-08"])
    return str(tmp_path / "名册.xlsx")


@pytest.mark.parametrize(("login", "words"), [
    ("grid", ["roster", "import", "{sheet}", "--kind", "returnees", "--source", "community", "--unit", VILLAGE]),
    ("admin", ["roster", "import", "{sheet}", "--kind", "returnees", "--source", "community"]),
    ("admin", ["board"]),
    ("grid", ["bulletin", "--at", "2020-03-18T18:45"]),
    ("leader", ["bulletin", "--at", "2020-03-18T18:45"]),
    ("township", ["territory", "import", "nowhere", "--edition", "2020-01"]),
    ("lab", ["territory", "count"]),
    ("lab", ["decide", "--list"]),
    ("township", ["check-journal"]),
    ("post", ["accounts", "add", "甲", "--role", "grid_worker", "--unit", VILLAGE]),
])
def test_who_has_not_the_right_is_refused(run, sheet, login, words):
    with pytest.raises(CommandError, match=r"没有“.+”的职责") as told:
        run(login, *(word.format(sheet=sheet) for word in words))
    assert "\n" not in str(told.value) and login in str(told.value)


@pytest.mark.parametrize("words", [["seed", "--size", "small"], ["serve"], ["clock", "--once"]])
@pytest.mark.parametrize("login", ["officer", SYSTEM])
def test_what_is_the_machine_s_own_is_the_console_s(run, login, words):
    named(SYSTEM)
    with pytest.raises(CommandError, match="只有控制台能办"):
        run(login, *words)


@pytest.mark.parametrize(("login", "words"), [
    ("township", ["board"]), ("township", ["board", "--unit", FAR]), ("cadre", ["board", "--unit", TOWN]),
    ("cadre", ["roster", "import", "{sheet}", "--kind", "returnees", "--source", "community"]),
    ("cadre", ["roster", "import", "{sheet}", "--kind", "returnees", "--source", "community", "--unit", FAR, "--dry-run"]),
    ("township", ["bulletin", "--at", "2020-03-18T18:45"]),
])
def test_what_lies_beyond_his_units_is_refused(run, sheet, login, words):
    with pytest.raises(CommandError, match=f"不在“{login}”的辖区里"):
        run(login, *(word.format(sheet=sheet) for word in words))
    with everything():
        assert not rosters(COUNTY).exists()


def test_where_he_works_he_works(run, sheet, cast):
    assert run("township", "board", "--unit", TOWN)["name"] == "禾阳街道"
    given = ("--kind", "returnees", "--source", "community", "--unit", VILLAGE, "--on", "2020-03-10")
    assert run("cadre", "roster", "import", sheet, *given)["created"] == 1
    with everything():
        assert rosters(COUNTY).get().by == cast.cadre
    assert run("officer", "bulletin", "--at", "2020-03-18T18:45")["state"] == "frozen"
    assert run("officer", "check-journal")["ok"]
    assert run("grid", "territory", "count", "--on", "2020-03-18")


def test_who_is_shut_out_does_nothing(run, cast):
    Account.objects.filter(pk=cast.officer.pk).update(is_active=False)
    with pytest.raises(CommandError, match="没有"):
        run("officer", "board")


def test_of_an_edition_for_the_whole_country_one_county_is_taken(tmp_path, db):
    lists = {"areas": "code,name\n229991,东县\n229992,西县\n",
             "streets": "code,name,areaCode\n229991001,河镇,229991\n229992001,山镇,229992\n",
             "villages": "code,name,streetCode\n229991001001,河村,229991001\n229992001001,山村,229992001\n"}
    for name, text in lists.items():
        (tmp_path / f"{name}_2023-06.csv").write_text(text)
    asked = ["territory", "import", str(tmp_path), "--edition", "2023-06", "--county"]
    with pytest.raises(CommandError, match="没有代码是 229999 的县"):
        call_command(*asked, "229999")
    call_command(*asked, "229992", stdout=io.StringIO(), stderr=io.StringIO())
    assert set(Unit.objects.values_list("name", flat=True)) == {"西县", "山镇", "山村"}


def test_the_countys_own_outlines_are_taken_over_whole_or_the_feature_at_fault_is_named(run, tmp_path):
    ring = [[125.0, 43.0], [125.2, 43.0], [125.2, 43.2], [125.0, 43.0]]

    def told(*names):
        shapes = [{"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
                  for name in names]
        file = tmp_path / "边界.geojson"
        file.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
        return "territory", "outlines", str(file), "--source", "勘界成果"

    with pytest.raises(CommandError, match=r"第 2 个图形（没有的镇）：.*“name”"):
        run("officer", *told("禾阳街道", "没有的镇"))
    with pytest.raises(CommandError, match="管全县"):
        run("township", *told("禾阳街道"))
    assert not Outline.objects.exists()
    assert run("officer", *told("禾阳街道"), "--dry-run") == {"outlines": 1} and not Outline.objects.exists()
    assert run("officer", *told("禾阳街道")) == {"outlines": 1} and Outline.objects.get().unit.name == "禾阳街道"
