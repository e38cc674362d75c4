"""Scores become places by a rule that stands in a table, are shown to the units first, may be disputed, and are published at an hour."""
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import seen_by
from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.models import LastPlace, Round, Sheet, Standing

POINTS = {"丰禾社区": (18, 9), "望河社区": (20, 10), "城南社区": (10, 5), "梨花沟村": (18, 9), "石桥村": (16, 8), "柳林村": (8, 4)}


def places(round, level=""):
    return [(one.unit.name, one.place, one.points) for one in queries.standings(round, level)]


@pytest.fixture
def shown(cast, compared):
    """A round of a day, scored and shown to the units at five."""
    one = compared(POINTS)
    at = moment(cast.on, "17:00")
    assert actions.close_due(by=named(SYSTEM), at=at - timedelta(minutes=1)) == 0
    assert actions.close_due(by=named(SYSTEM), at=at) == 1
    one.refresh_from_db()
    return one


def test_weights_make_the_score_and_equal_ones_share_a_place(shown):
    assert places(shown) == [("望河社区", 1, 100.0), ("丰禾社区", 2, 90.0), ("梨花沟村", 2, 90.0), ("石桥村", 4, 80.0),
                             ("城南社区", 5, 50.0),
                             ("柳林村", 6, 40.0)]
    assert places(shown, "township") == [("禾阳街道", 1, 80.0), ("梨花沟镇", 2, 70.0)]
    tied = set(Standing.objects.filter(round=shown, is_tied=True).values_list("unit__name", flat=True))
    assert tied == {"丰禾社区", "梨花沟村"}
    last = set(Standing.objects.filter(round=shown, is_last=True).values_list("unit__name", flat=True))
    assert last == {"石桥村", "城南社区", "柳林村", "梨花沟镇"}


def test_fewer_problems_decide_between_equals(cast, compared):
    one = compared(POINTS)
    sheet = Sheet.objects.get(unit__name="丰禾社区", done_at__isnull=False)
    actions.raise_problem(unit=sheet.unit, topic="environment", grade="usual", words="垃圾没有清", sheet=sheet, by=sheet.done_by,
                          at=cast.at)
    actions.close_scoring(round=one, by=cast.supervisor, at=moment(cast.on, "17:00"))
    assert places(one)[1:3] == [("梨花沟村", 2, 90.0), ("丰禾社区", 3, 90.0)]


def test_a_unit_disputes_its_score_and_the_ranking_follows(cast, shown, second):
    sheet = Sheet.objects.select_related("unit").get(unit__name="城南社区")
    at = moment(cast.on, "17:20")
    with pytest.raises(Refused, match="不归您办"):
        actions.dispute(sheet=sheet, words="路灯亮着", by=cast.cadre, at=at)
    one = actions.dispute(sheet=sheet, words="路灯当天亮着，有照片", by=cast.township, at=at)
    with pytest.raises(Refused, match="已经申诉"):
        actions.dispute(sheet=sheet, words="再说一遍", by=cast.township, at=at)
    assert Turn.objects.open().get(record=one.pk).due == moment(cast.on, "18:00")
    with pytest.raises(Refused, match="还可以申诉"):
        actions.publish(round=shown, number="通报1号", by=cast.supervisor, at=at)
    six = moment(cast.on, "18:00")
    with pytest.raises(Refused, match="1 件申诉"):
        actions.publish(round=shown, number="通报1号", by=cast.supervisor, at=six)
    with pytest.raises(Refused, match="只有公示期间"):
        actions.dispute(sheet=Sheet.objects.get(unit__name="丰禾社区"), words="晚了", by=cast.township, at=six)
    for who, points, says in ((cast.township, 85, "不归您办"), (second, 101, "0 到 100")):
        with pytest.raises(Refused, match=says):
            actions.uphold(dispute=one, points=points, words="属实", by=who, at=at)
    actions.uphold(dispute=one, points=85, words="照片属实", by=second, at=at)
    sheet.refresh_from_db()
    assert (sheet.points, sheet.score_before) == (85.0, 5000)
    assert [name for name, _place, _points in places(shown)] == ["望河社区", "丰禾社区", "梨花沟村", "城南社区", "石桥村", "柳林村"]
    assert Turn.objects.open().get(record=shown.pk, state="reply").due == six
    actions.publish(round=shown, number="通报1号", by=cast.supervisor, at=six)
    last = list(LastPlace.objects.select_related("unit").order_by("unit__path"))
    assert {(one.unit.name, one.role, one.due) for one in last} == {
        (name, "supervisor", moment(cast.on + timedelta(days=1), "18:00")) for name in ("城南社区", "石桥村", "柳林村")}
    assert Turn.objects.open().get(record=last[0].pk).role == "supervisor" and "复查" in last[0].words
    with pytest.raises(Refused, match="不归您办"):
        actions.tell_last(last=last[0], words="看过了", by=cast.cadre, at=six)
    actions.tell_last(last=last[0], words="到场复查，路灯亮了", by=cast.supervisor, at=six + timedelta(hours=15))
    assert last[0].state == "done" and Turn.objects.open().filter(flow="last_place").count() == 2
    with seen_by(cast.far_cadre, cast.on):
        assert len(queries.standings(shown)) == 1 and len(queries.published(shown)) == 6, "published is for all, shown is to each his own"


def test_whoever_gave_the_points_does_not_answer_for_them(cast, shown):
    sheet = Sheet.objects.get(unit__name="梨花沟村")
    one = actions.dispute(sheet=sheet, words="打低了", by=cast.far_cadre, at=moment(cast.on, "17:10"))
    sheet.done_by = cast.supervisor
    sheet.save()
    one.sheet = sheet
    with pytest.raises(Refused, match="打分的人"):
        actions.refuse_dispute(dispute=one, words="维持", by=cast.supervisor, at=moment(cast.on, "17:20"))
    actions.refuse_dispute(dispute=one, words="现场照片为证", by=cast.officer, at=moment(cast.on, "17:20"))
    assert one.state == "refused" and Sheet.objects.get(pk=sheet.pk).points == 90.0


def test_a_round_without_points_is_not_ranked_by_the_clock_nor_by_hand(cast, compared):
    one = compared({})
    assert actions.close_due(by=named(SYSTEM), at=moment(cast.on, "20:00")) == 0
    with pytest.raises(Refused, match="排不了名"):
        actions.close_scoring(round=one, by=cast.supervisor, at=cast.at)


def test_what_comes_after_the_close_is_kept_and_does_not_count(cast, compared):
    one = compared({name: points for name, points in POINTS.items() if name != "柳林村"})
    actions.close_scoring(round=one, by=cast.supervisor, at=moment(cast.on, "17:00"))
    late = one.visits.select_related("head").get(state="planned")
    sheet = actions.finish_visit(visit=late, people=2, answers={one.checklist_id: {"clean": 20, "light": 10}}, note="", by=late.head,
                                 at=moment(cast.on, "17:30"))
    assert (sheet.round, sheet.points) == (None, 100.0) and len(places(one)) == 5


def published(cast, villages, checklist, period, first, last, scores):
    """A round whose standings came out as given."""
    one = Round.objects.create(unit=cast.units["青禾县"], kind="mutual", period=period, level="village", title=f"{period} {last}",
                               checklist=checklist, from_on=first, last_on=last, state="published", by=cast.supervisor, at=cast.at)
    order = sorted(scores, key=lambda name: -scores[name])
    for place, name in enumerate(order, 1):
        Standing.objects.create(round=one, unit=villages[name], level="village", sheets=1, score=scores[name] * 100, place=place,
                                is_last=place == len(order))
    return one


def test_who_was_last_of_a_ranking_published_before_its_last_day_stands_on_the_list_at_once(cast, villages, checklist, browse):
    one = published(cast, villages, checklist, "week", date(2020, 3, 16), date(2020, 3, 22), {"丰禾社区": 90, "石桥村": 60})
    Round.objects.filter(pk=one.pk).update(published_at=moment(date(2020, 3, 19), "18:00"))
    found = [[unit.name for unit, _n, _is in queries.last_lists("mutual", "week", "village", date(2020, 3, day))] for day in (18, 19)]
    assert found == [[], ["石桥村"]]
    with time_machine.travel(moment(date(2020, 3, 19), "18:30"), tick=False):
        shown = browse(cast.supervisor).get(reverse("inspection:lists")).content.decode()
    assert f"{villages['石桥村'].parent.name} 石桥村" in " ".join(shown.split()), "of the newest ranking, each with its town"


def test_last_again_and_again_stands_on_a_list_and_half_a_year_is_the_mean_of_its_months(cast, villages, checklist):
    scores = [{"丰禾社区": 90, "石桥村": 60}, {"丰禾社区": 80, "石桥村": 70}, {"丰禾社区": 60, "石桥村": 74}]
    months = [(date(2020, 1, 1), date(2020, 1, 31)), (date(2020, 2, 1), date(2020, 2, 29)), (date(2020, 3, 1), date(2020, 3, 31))]
    for (first, last), found in list(zip(months, scores, strict=True))[:2]:
        published(cast, villages, checklist, "month", first, last, found)
    [(unit, times, is_repeat)] = queries.last_lists("mutual", "month", "village", date(2020, 3, 31))
    assert (unit.name, times, is_repeat) == ("石桥村", 2, True)
    published(cast, villages, checklist, "month", *months[2], scores[2])
    assert [(unit.name, times) for unit, times, _is in queries.last_lists("mutual", "month", "village", date(2020, 3, 31))] == [("丰禾社区",
                                                                                                                                 1)]
    half = actions.open_round(unit=cast.units["青禾县"], kind="mutual", period="half_year", level="village", title="半年评比",
                              from_on=date(2020, 1, 1), last_on=date(2020, 6, 30), by=cast.supervisor, at=cast.at)
    actions.close_scoring(round=half, by=cast.supervisor, at=moment(date(2020, 6, 28), "18:00"))
    assert [(name, points) for name, _place, points in places(half)] == [("丰禾社区", 76.67), ("石桥村", 68.0)]
