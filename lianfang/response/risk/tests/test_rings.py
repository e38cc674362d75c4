"""Rings round a case: units by the table, measures as turns of those who do them, nobody's name on the page."""
from uuid import uuid4

import pytest
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.risk import actions
from lianfang.response.risk.models import Ring, RingTask

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
    assert str(ring.case) not in page and "502" not in page and "守住出入口" in page
    task = RingTask.objects.filter(item="guard").get()
    assert client.post(reverse("risk:ring_task", args=[task.pk])).status_code == 302
    task.refresh_from_db()
    assert task.state == "done" and task.done_by == cast.cadre
