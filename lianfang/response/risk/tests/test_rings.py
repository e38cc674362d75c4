"""Rings round a case: units by the table, measures as turns of those who do them, nobody's name on the page."""
from uuid import uuid4

import pytest
from django.urls import reverse

from lianfang.ground.units.actions import add_units
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.territory.actions import set_positions
from lianfang.registers.territory.positions import entries_of
from lianfang.response.risk import actions
from lianfang.response.risk.models import Ring, RingTask
from tests.reading import says

from .conftest import NINTH


@pytest.fixture
def ring(county):
    return actions.draw_ring(case=uuid4(), unit=county.home.pk, disease="covid_19", by=county.system, at=NINTH)


def test_each_ring_is_the_nearest_unit_of_its_level_and_its_measures_wait_for_the_confirmation(ring, county, cast):
    levels = dict(RingTask.objects.values_list("ring", "unit__level"))
    assert levels == {1: "building", 2: "compound", 3: "village", 4: "township"}
    assert not Turn.objects.filter(flow="ring_task").exists()
    with pytest.raises(Refused):
        actions.do_task(task=RingTask.objects.first(), by=cast.cadre, at=NINTH)
    again = actions.draw_ring(case=ring.case, unit=county.home.pk, disease="covid_19", by=county.system, at=NINTH)
    assert again is None and Ring.objects.count() == 1


def test_in_a_village_without_compounds_a_place_is_one_ring_only(county, cast):
    actions.draw_ring(case=uuid4(), unit=cast.units["梨花沟村"].pk, disease="covid_19", by=county.system, at=NINTH)
    assert sorted(set(RingTask.objects.values_list("ring", "unit__level"))) == [(1, "village"), (4, "township")]


def test_confirmed_each_measure_is_somebodys_turn_done_or_dropped_when_it_is_lifted(ring, cast):
    with pytest.raises(Refused):
        actions.confirm_ring(ring=ring, number="", by=cast.officer, at=NINTH)
    actions.confirm_ring(ring=ring, number="青防指〔2022〕5号", by=cast.officer, at=NINTH)
    roles = {turn.role for turn in Turn.objects.filter(flow="ring_task", closed_at=None)}
    assert roles == {"village_cadre", "township_cadre"}
    first = RingTask.objects.order_by("ring", "pk").first()
    actions.do_task(task=first, by=cast.cadre, at=NINTH)
    actions.lift_ring(ring=ring, number="青防指〔2022〕6号", by=cast.leader, at=NINTH)
    assert set(RingTask.objects.values_list("state", flat=True)) == {"done", "dropped"}
    assert not Turn.objects.filter(flow__in=("ring", "ring_task"), closed_at=None).exists()


def test_the_page_names_places_and_the_case_only_to_those_who_investigate(ring, cast, client):
    client.force_login(cast.epi)
    seen = client.get(reverse("risk:ring", args=[ring.pk])).content.decode()
    assert f"/cases/{ring.case}/" in seen and "足不出户" in seen and "<circle" in seen
    client.post(reverse("risk:confirm_ring", args=[ring.pk]), {"number": "1号"})
    client.force_login(cast.cadre)
    page = client.get(reverse("risk:ring", args=[ring.pk])).content.decode()
    assert str(ring.case) not in page and not says(page, "502") and "守住出入口" in page
    task = RingTask.objects.filter(item="guard").get()
    assert client.post(reverse("risk:ring_task", args=[task.pk])).status_code == 302
    task.refresh_from_db()
    assert task.state == "done" and task.done_by == cast.cadre


@pytest.fixture
def compounds(cast):
    """Three compounds: one 389 m from the building, one 2.2 km, one of which nobody has said where it lies."""
    grid = cast.units["丰禾第四网格"]
    drafts = [{"parent": grid, "level": "compound", "name": name, "from_on": cast.on} for name in ("近园", "远园", "无名园")]
    made = add_units(drafts=drafts, by=cast.officer, at=cast.at)
    said = "向阳小区3号楼 43.89 125.32\n近园 43.8935 125.32\n远园 43.91 125.32"
    set_positions(unit=cast.units["青禾县"], entries=entries_of(said), source="测绘", by=cast.officer, at=cast.at)
    return made


def test_drawn_as_a_circle_it_holds_what_lies_within_and_what_a_person_adds(ring, county, cast, compounds, client):
    near, far, unplaced = compounds
    there = reverse("risk:draw_circle", args=[ring.pk, 2])
    client.force_login(cast.officer)
    page = client.get(there).content.decode()
    assert 'value="500"' in page and "表上是 500 米" in page, "the table proposes"
    assert "改成别的要选原因" in client.get(f"{there}?metres=400").content.decode()
    page = client.get(f"{there}?metres=400&reason=border").content.decode()
    own = cast.units["向阳小区"].pk
    assert page.index(f'value="{own}" checked') < page.index(f'value="{near.pk}" checked'), "the compound it lies in, wherever its point is"
    assert client.get(reverse("risk:draw_circle", args=[ring.pk, 4])).status_code == 404, "a township is no point"
    assert f'value="{near.pk}" checked' in page and f'value="{unplaced.pk}">' in page and "远园" not in page and "389 米" in page
    assert "圆心：禾阳街道 丰禾社区" in page and "向阳小区 3号楼（坐标" in page and not says(page, "502")
    assert "最小填 20" in client.get(f"{there}?metres=5", HTTP_ACCEPT_LANGUAGE="zh-hans").content.decode()
    again = client.post(there, {"metres": "400", "reason": "border", "unit": [unplaced.pk, far.pk]})
    page = again.content.decode()
    assert again.status_code == 422 and f'value="{unplaced.pk}" checked' in page and f'value="{near.pk}">' in page, "as it was ticked"
    with pytest.raises(Refused, match="要选原因"):
        actions.draw_circle(ring=ring, n=2, metres=400, units=[near.pk], by=cast.officer, at=NINTH)
    wrong = [([far.pk], 400, cast.officer), ([], 400, cast.officer), ([near.pk], 9, cast.officer), ([near.pk], 400, cast.cadre)]
    for units, metres, by in wrong:
        with pytest.raises(Refused):
            actions.draw_circle(ring=ring, n=2, metres=metres, units=units, by=by, at=NINTH, reason="border")
    assert client.post(there, {"metres": "400", "reason": "border", "unit": [near.pk, unplaced.pk]}).status_code == 302
    drawn = RingTask.objects.filter(drawn=ring, ring=2)
    assert {task.unit for task in drawn} == {near, unplaced} and {task.item for task in drawn} == {"guard", "screen", "tests"}
    page = client.get(reverse("risk:ring", args=[ring.pk])).content.decode()
    assert page.rindex("</title></circle>") < page.index(">2 · 400 米</text>"), "no place lies upon the metres"
    assert "400 米" in page and "以河流、道路、围墙为界" in page and "<title>近园</title>" in page and "无名园" in page
    one = Ring.objects.get()
    assert (one.circles, one.reasons) == ({"2": 400}, {"2": "border"})
    actions.draw_circle(ring=one, n=2, metres=500, units=[near.pk, unplaced.pk], by=cast.officer, at=NINTH)
    assert Ring.objects.get().reasons == {}, "the table's own metres need none"
    actions.confirm_ring(ring=ring, number="1号", by=cast.officer, at=NINTH)
    assert Turn.objects.filter(flow="ring_task", unit__in=[near, unplaced], closed_at=None).count() == 6
    with pytest.raises(Refused, match="已经核定"):
        actions.draw_circle(ring=ring, n=2, metres=400, units=[near.pk], by=cast.officer, at=NINTH)


def test_without_a_centre_no_circle_is_drawn(ring, cast):
    with pytest.raises(Refused, match="中心还没有坐标"):
        actions.draw_circle(ring=ring, n=2, metres=400, units=[cast.units["向阳小区"].pk], by=cast.officer, at=NINTH)
