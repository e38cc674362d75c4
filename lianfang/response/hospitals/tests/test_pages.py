"""The pages of a hospital and of the county's team; what others of the county are shown, and what a hospital is not."""
import io
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.response.hospitals import actions
from lianfang.response.hospitals.models import Hospital, Member, Problem

from .conftest import SAID, SUNDAY

FIGURES = {name: value for name, value in SAID.items() if name != "nothing_found"}


@pytest.fixture(autouse=True)
def _then():
    with time_machine.travel(SUNDAY, tick=False):
        yield


def body(answer):
    return answer.content.decode()


def test_a_nurse_finds_fills_and_sends_her_own_hospitals_report(house, client):
    other = house.put_up("梨花沟镇卫生院", village="梨花沟村")
    client.force_login(house.nurse)
    mine = client.get(reverse("hospitals:mine"), follow=True)
    assert "填周报" in body(mine) and mine.request["PATH_INFO"] == reverse("hospitals:hospital", args=[house.one.pk])
    assert client.get(reverse("hospitals:hospital", args=[other.pk])).status_code == 404
    assert client.get(reverse("hospitals:weeks")).status_code == 403 == client.get(reverse("people:people")).status_code
    fill, week = reverse("hospitals:submit", args=[house.week.pk]), reverse("hospitals:week", args=[house.week.pk])
    wrong = client.post(fill, {**FIGURES, "samples": "", "staff_tested": 130, "staff_positive": "-1"})
    said = body(wrong)
    assert wrong.status_code == 422 and "请填写“环境采样：采样（份）”，没有的填 0。" in said and "不能是负数" in said
    assert "不能比“职工检测：在岗职工（人）”的 120 还多" in said and "请勾上“本周没有发现问题”" in said
    assert client.post(fill, {"staff": 120, "keep": "1"}).url == week and 'value="120"' in body(client.get(fill))
    client.post(reverse("hospitals:find_problem", args=[house.week.pk]), {"area": "hands", "ward": "急诊科", "what": "空瓶没有换"})
    assert "急诊科" in body(client.get(week)) and Problem.objects.get().what.open() == "空瓶没有换"
    assert "等县里审核" in body(client.post(fill, FIGURES, follow=True))
    assert client.post(reverse("hospitals:accept", args=[house.week.pk])).status_code == 403
    client.post(reverse("hospitals:add_member", args=[house.one.pk]), {
        "force": "treatment", "rank": "lead", "name": "苏禾", "phone": "0432-5550120", "days": ["7"], "shift": "night"})
    assert Member.objects.get().days == [7] and "0432-5550120" in body(client.get(reverse("hospitals:hospital", args=[house.one.pk])))


def test_the_county_registers_looks_sends_back_and_sums_up(house, client):
    cast = house.cast
    house.submit(nothing_found=True)
    client.force_login(cast.epi)
    new = {"title": "中医院", "village": cast.units["望河社区"].pk, "kind": "chinese", "grade": "two", "beds": "8"}
    assert client.post(reverse("hospitals:put_up_hospital"), {**new, "beds": ""}).status_code == 422
    client.post(reverse("hospitals:put_up_hospital"), new)
    assert Hospital.objects.get(title="中医院").unit.parent == cast.units["望河社区"]
    week = reverse("hospitals:week", args=[house.week.pk])
    assert "审核通过" in body(client.get(week))
    client.post(reverse("hospitals:send_back", args=[house.week.pk]), {"said": "核对在用床位"})
    assert "核对在用床位" in body(client.get(week)) and house.week.state == "returned"
    with time_machine.travel(SUNDAY + timedelta(days=2), tick=False):
        client.force_login(cast.epi)
        late = body(client.get(reverse("hospitals:weeks"), {"late": "1"}))
        assert "中医院" in late and "青禾县医院" not in late.partition("<table")[2]
        sheet = b"".join(client.get(reverse("hospitals:weeks"), {"export": "xlsx"}))
        rows = [[str(cell) for cell in row] for row in sheets.read(sheet)[0].rows]
        assert any("青禾县医院" in row and any(cell.startswith("46") for cell in row) for row in rows)
        here = reverse("hospitals:summary")
        page = body(client.get(here, {"week": "2020-03-12"}))
        assert "92.0%" in page and "还没有上报" in page and page.index("中医院") > 0
        with zipfile.ZipFile(io.BytesIO(client.get(here, {"week": "2020-03-09", "form": "docx"}).content)) as paper:
            text = paper.read("word/document.xml").decode()
    assert "应报 2 家，已报 1 家，按时 1 家" in text and "中医院" in text


def test_who_only_looks_sees_numbers_and_no_words(house, client):
    house.find()
    who = {"force": "control", "rank": "lead", "name": "苏小禾", "phone": "13800005678"}
    actions.add_member(hospital=house.one, by=house.nurse, at=house.cast.at, **who)
    client.force_login(house.cast.leader)
    for name in ("hospitals", "weeks", "problems", "summary"):
        said = body(client.get(reverse(f"hospitals:{name}")))
        assert "空瓶" not in said and "苏小禾" not in said and "13800005678" not in said
    assert client.get(reverse("hospitals:hospital", args=[house.one.pk])).status_code == 403
    client.force_login(house.cast.far_township)
    assert "急诊科" not in body(client.get(reverse("hospitals:problems")))
