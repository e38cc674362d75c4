"""Editions on their page, and on the command line: the same rows, the same refusals."""
import json
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from lianfang.ground.units.models import Unit
from lianfang.registers.territory.actions import add_places
from lianfang.registers.territory.models import Edition

from .people import signed_in

AREAS = "code,name,cityCode,provinceCode\n990101,青禾县,9901,99\n"
STREETS = "code,name,areaCode,provinceCode,cityCode\n990101001,禾阳街道,990101,99,9901\n990101100,柳河镇,990101,99,9901\n"
VILLAGES = "code,name,streetCode,provinceCode,cityCode,areaCode\n990101001001,丰禾社区居委会,990101001,99,9901,990101\n"


def lists(edition="2020-03", **changed):
    """The three lists of an edition by file name."""
    found = {"areas": AREAS, "streets": STREETS, "villages": VILLAGES} | changed
    return {kind: (f"{kind}_{edition}.csv", text) for kind, text in found.items()}


def uploaded(**changed):
    """The three lists as a browser sends them."""
    files = {}
    for kind, (name, text) in lists(**changed).items():
        files[kind] = BytesIO(text.encode())
        files[kind].name = name
    return files


@pytest.fixture
def folder(tmp_path):
    """A folder with the lists of an edition, some with a mark in front."""
    def fill(edition="2020-03", **changed):
        for name, text in lists(edition, **changed).values():
            (tmp_path / name).write_text(text, encoding="utf-8-sig")
        return str(tmp_path)

    return fill


def run(*args):
    """What the command prints as JSON."""
    out = StringIO()
    call_command("territory", *args, "--json", stdout=out, stderr=StringIO())
    return json.loads(out.getvalue())


@pytest.mark.django_db
def test_the_command_imports_shows_and_counts(folder):
    place = folder()
    shown = run("import", place, "--edition", "2020-03", "--dry-run")
    assert shown["applied"] is False and run("count", "--on", "2020-03-01") == {}
    done = run("import", place, "--edition", "2020-03")
    assert (done["edition"], done["in_force_from"], done["applied"]) == ("2020-03", "2020-03-01", True)
    assert done["counties"] == {"990101": {"added": {"township": 2, "village": 1}} | {
        kind: {"township": 0, "village": 0} for kind in ("gone", "renamed", "moved")}}
    assert done["changes"] == shown["changes"] and len(done["changes"]) == 4
    assert run("count", "--on", "2020-03-01") == {"990101": {"township": 2, "village": 1}}
    assert run("count", "--on", "2020-02-29") == {}
    assert run("import", place, "--edition", "2020-03")["changes"] == []


@pytest.mark.django_db
@pytest.mark.parametrize(("changed", "told"), [
    ({"streets": STREETS.replace("990101100", "99010110")}, "streets_2020-03.csv 第 3 行：代码“99010110”不是 9 位数字"),
    ({"streets": STREETS.replace("990101100", "990101001")}, "streets_2020-03.csv 第 3 行：代码 990101001 出现了两次"),
    ({"villages": VILLAGES.replace("丰禾社区居委会", "")}, "villages_2020-03.csv 第 2 行：代码 990101001001 没有名称"),
    ({"villages": VILLAGES.replace("990101001,", "990101002,")}, "villages_2020-03.csv 第 2 行"),
    ({"villages": VILLAGES.replace("streetCode", "street")}, "villages_2020-03.csv 第 1 行缺少列“streetCode”"),
    ({"areas": ""}, "areas_2020-03.csv 是空的"),
    ({"areas": "code,name\n"}, "streets_2020-03.csv 第 2 行：990101001 禾阳街道 的上级 990101 不在这一版里"),
    ({kind: text.splitlines()[0] for kind, text in {"areas": AREAS, "streets": STREETS, "villages": VILLAGES}.items()}, "没有一个县"),
])
def test_the_first_fault_is_told_with_file_and_row_and_nothing_is_applied(folder, changed, told):
    with pytest.raises(CommandError, match=told):
        run("import", folder(**changed), "--edition", "2020-03")
    assert not Unit.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("edition", "told"), [("2020-13", "2019-10"), ("2021-01", "areas_…2021-01.csv"), ("next", "2019-10")])
def test_editions_that_are_not_there(folder, edition, told):
    with pytest.raises(CommandError, match=told):
        run("import", folder(), "--edition", edition)


def test_on_the_page_an_edition_is_shown_then_applied(county):
    officer = signed_in("duty_officer", county[0])
    place = reverse("territory:editions")
    assert officer.get(place).status_code == 200
    shown = officer.post(place, uploaded())
    assert "柳河镇" in shown.content.decode() and not Edition.objects.exists()
    officer.post(reverse("territory:take_over"), {"kept": shown.context["kept"]})
    edition = Edition.objects.get()
    assert edition.counts["added"]["township"] == 1 and Unit.objects.get(code="990101100").name == "柳河镇"
    assert "柳河镇" in officer.get(reverse("territory:edition", args=[edition.pk])).content.decode()
    assert "2020-03" in officer.get(place).content.decode()


def test_what_hangs_under_an_ended_village_is_listed(county, act):
    officer = signed_in("duty_officer", county[0])
    add_places(parent=county[2], level="grid", names=["第1网格"], **act)
    Unit.objects.filter(pk=county[3].pk).update(until_on="2020-03-01")
    assert list(officer.get(reverse("territory:editions")).context["stranded"]) == []
    Unit.objects.filter(pk=county[2].pk).update(until_on="2020-03-01")
    assert list(officer.get(reverse("territory:editions")).context["stranded"]) == [county[2]]


def test_the_page_tells_faults_and_refuses_tampering(county):
    officer = signed_in("duty_officer", county[0])
    wrong = officer.post(reverse("territory:editions"), uploaded(streets=STREETS.replace("990101100", "9")))
    assert "第 3 行" in wrong.content.decode()
    answer = officer.post(reverse("territory:take_over"), {"kept": "x"}, follow=True)
    assert "重新选文件" in answer.content.decode() and not Edition.objects.exists()


def test_editions_are_for_those_who_configure(county):
    leader = signed_in("county_leader", county[0])
    for name in ("editions", "take_over"):
        assert leader.post(reverse(f"territory:{name}")).status_code == 403


def test_counties_beyond_ones_own_are_refused(county, act):
    Unit.objects.create(id=900, path="/900/", level="county", name="邻县", code="990102", from_on="2019-10-01")
    officer = signed_in("duty_officer", county[0])
    two = AREAS + "990102,邻县,9901,99\n"
    assert "邻县" in officer.post(reverse("territory:editions"), uploaded(areas=two)).content.decode()
    assert officer.post(reverse("territory:editions"), uploaded()).context["proposed"]
