"""Zero reports: every town says "none" or numbers by its hour; who has not is a turn that goes up, and stands in the bulletin."""
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.overview.papers import actions, jobs, queries
from lianfang.overview.papers.models import ZeroReport
from lianfang.overview.situation import actions as situation

from .conftest import CUT, ON

MORNING, NOON, DUE = moment(ON, "08:00"), moment(ON, "12:00"), moment(ON, "17:00")


@pytest.fixture
def asked(desk):
    """This morning's."""
    jobs.open_due(at=MORNING)
    return {one.unit.name: one for one in ZeroReport.objects.select_related("unit")}


def test_each_morning_every_town_owes_one_and_no_village(desk, asked):
    jobs.open_due(at=MORNING + timedelta(minutes=1))
    assert set(asked) == {"禾阳街道", "梨花沟镇"} and ZeroReport.objects.count() == 2
    turns = Turn.objects.filter(flow="zero_report", closed_at=None)
    assert {(turn.role, turn.due, turn.then_at) for turn in turns} == {("township_cadre", DUE, DUE + timedelta(minutes=30))}


def test_before_the_hour_nobody_is_asked(desk):
    jobs.open_due(at=MORNING - timedelta(minutes=1))
    assert not ZeroReport.objects.exists()


def test_one_press_says_none_and_numbers_say_what(desk, asked, client):
    client.force_login(desk.cast.township)
    with time_machine.travel(NOON, tick=False):
        page = client.get(reverse("papers:zeros"))
        assert [one.unit.name for one, _known in page.context["mine"]] == ["禾阳街道"]
        assert client.post(reverse("papers:none", args=[asked["禾阳街道"].pk])).status_code == 302
        client.force_login(desk.cast.far_township)
        there = reverse("papers:zero_report", args=[asked["梨花沟镇"].pk])
        none = dict.fromkeys(("suspect", "contact", "arrival", "other"), 0)
        assert client.post(there, none | {"fever": "x"}).status_code == 422
        assert client.post(there, none | {"fever": 2, "words": "电话13800001111"}).status_code == 422
        assert client.post(there, none | {"fever": 2, "words": "已送发热门诊"}).status_code == 302
    said = {one.unit.name: (one.state, one.total, one.name, one.at) for one in ZeroReport.objects.select_related("unit")}
    assert said == {"禾阳街道": ("stated", 0, "岳小满", NOON), "梨花沟镇": ("stated", 2, "孙谷雨", NOON)}


def test_another_town_states_nothing_here(desk, asked, client):
    with pytest.raises(Refused):
        actions.state_zero(report=asked["禾阳街道"], by=desk.cast.far_township, at=NOON)
    client.force_login(desk.cast.far_township)
    assert client.post(reverse("papers:none", args=[asked["禾阳街道"].pk])).status_code == 404


def test_it_can_be_mended_the_same_day_and_not_later(desk, asked):
    one = actions.state_zero(report=asked["禾阳街道"], by=desk.cast.township, at=NOON)
    actions.mend_zero(report=one, counts={"fever": 1}, by=desk.cast.township, at=DUE)
    assert (one.total, one.at) == (1, NOON)
    with pytest.raises(Refused, match="补报"):
        actions.mend_zero(report=one, by=desk.cast.township, at=NOON + timedelta(days=1))


def test_who_has_not_is_counted_goes_up_and_is_told_by_name_in_the_bulletin(desk, asked):
    actions.state_zero(report=asked["禾阳街道"], by=desk.cast.township, at=NOON)
    late = DUE + timedelta(minutes=31)
    escalate(at=late, by=named(SYSTEM))
    assert Turn.objects.get(record=asked["梨花沟镇"].pk, closed_at=None).level == "county"
    day = queries.zero_day(desk.county, ON, late)
    assert (day.due, day.stated, [one.unit.name for one in day.missing]) == (2, 1, ["梨花沟镇"])
    found = indicators.values(["zero_due", "zero_stated", "zero_missing"], desk.county.path, CUT)
    assert found == {"zero_due": 2, "zero_stated": 1, "zero_missing": 1}
    issue = situation.freeze(unit=desk.county, cut_off_at=CUT, by=desk.cast.officer, at=CUT)
    assert "零报告应报2个单位，过时未报1个：梨花沟镇。" in issue.summary


def test_what_is_past_its_hour_says_so_on_its_own_page_and_is_reached_from_the_list(desk, asked, client):
    late = asked["禾阳街道"]
    client.force_login(desk.cast.officer)
    with time_machine.travel(late.due_at + timedelta(minutes=1), tick=False):
        there = reverse("papers:zero_report", args=[late.pk])
        assert f'<a href="{there}" class="bad"><b>禾阳街道</b></a>' in client.get(reverse("papers:zeros")).content.decode()
        assert "过了时限没报" in client.get(there).content.decode()


def test_stated_late_it_was_missing_then_and_is_late_now(desk, asked):
    one = actions.state_zero(report=asked["禾阳街道"], by=desk.cast.township, at=CUT + timedelta(minutes=1))
    assert one.is_late
    counted = [indicators.value("zero_missing", desk.near.path, at) for at in (CUT, CUT + timedelta(minutes=2))]
    assert counted == [1, 0]


def test_a_day_that_is_over_was_missed(desk, asked):
    jobs.close_due(at=moment(ON, "24:00"))
    assert set(ZeroReport.objects.values_list("state", flat=True)) == {"missed"}
    assert not Turn.objects.filter(flow="zero_report", closed_at=None).exists()


def test_each_figure_opens_the_reports_it_counted(desk, asked, client):
    client.force_login(desk.cast.officer)
    with time_machine.travel(CUT, tick=False):
        assert client.get(indicators.link("zero_missing", desk.county, CUT)).context["table"].count == 2
        assert client.get(indicators.link("zero_stated", desk.county, CUT)).context["table"].count == 0
