"""The weekly report: opened each Monday, kept, submitted, returned, accepted, corrected; late ones go to the county and are counted."""
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.days import moment
from lianfang.ground.journal.actions import seal
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.ground.workflow.straying import all_strays
from lianfang.response.hospitals import actions
from lianfang.response.hospitals.models import Filing, Reminder, Week

from .conftest import MONDAY, SAID, SUNDAY


def turn(record):
    return Turn.objects.get(record=record.pk, closed_at=None)


def test_the_week_and_the_day_begin_by_themselves_once_and_are_the_hospitals_turn(house):
    by = named(SYSTEM)
    for _n in range(2):
        actions.begin_day(by=by, at=house.cast.at + timedelta(hours=1))
    owed = turn(house.week)
    assert (owed.role, owed.owner_unit_id, owed.level) == ("hospital", house.one.unit_id, "township")
    assert owed.due == moment(MONDAY + timedelta(days=7), "17:00") and turn(house.reminder).due == moment(house.cast.on, "18:00")
    actions.pass_on(reminder=house.reminder, by=house.nurse, at=house.cast.at)
    tomorrow = house.cast.at + timedelta(days=1)
    actions.begin_day(by=by, at=tomorrow)
    actions.begin_day(by=by, at=tomorrow + timedelta(days=6))
    assert list(Reminder.objects.order_by("on").values_list("state", flat=True)) == ["passed_on", "lapsed", "told"]
    assert Week.objects.count() == 2
    with pytest.raises(Refused, match="不是今天"):
        actions.pass_on(reminder=Reminder.objects.get(state="lapsed"), by=house.nurse, at=tomorrow + timedelta(days=6))


def test_what_is_sent_must_be_whole_and_add_up(house):
    week = house.week
    kept = actions.save_draft(week=week, said={"staff": 120}, by=house.nurse, at=house.cast.at)
    assert (kept.edition, kept.is_sent, kept.hands_seen) == (1, False, None)
    for said, words in (({"staff_tested": 130}, "不能比“职工检测：在岗职工（人）”的 120 还多"),
                        ({"samples": None}, "环境采样：采样（份）”，没有的填 0"),
                        ({"nothing_found": False}, "本周没有发现问题")):
        with pytest.raises(Refused, match=words):
            actions.submit(week=week, said={**SAID, **said}, by=house.nurse, at=SUNDAY)
    with pytest.raises(Refused, match="还没有过完"):
        actions.submit(week=week, said=SAID, by=house.nurse, at=SUNDAY - timedelta(days=1))
    house.submit()
    [sent] = Filing.objects.all()  # the draft became what was sent
    assert (sent.edition, sent.is_sent, sent.staff_tested, turn(week).role) == (1, True, 90, "epidemiologist")


def test_returned_mended_accepted_by_another_and_corrected_beside_what_was_sent(house):
    week, later = house.submit(), SUNDAY + timedelta(hours=2)
    with pytest.raises(Refused, match="另一个人"):
        actions.accept(week=week, by=house.nurse, at=later)
    actions.send_back(week=week, why="隔离床位在用数和床位表不一样", by=house.cast.epi, at=later)
    assert (turn(week).role, week.why.open()) == ("hospital", "隔离床位在用数和床位表不一样")
    house.submit(at=later, beds_used=4)
    week = house.week
    actions.accept(week=week, by=house.cast.epi, at=later)
    with pytest.raises(Refused, match="没有要订正"):
        actions.correct(week=week, said={**SAID, "beds_used": 4}, reason="核对", by=house.nurse, at=later)
    actions.correct(week=week, said={**SAID, "beds_used": 5}, reason="夜里又收一人", by=house.nurse, at=later)
    assert list(Filing.objects.order_by("edition").values_list("edition", "beds_used")) == [(1, 3), (2, 4), (3, 5)]
    assert week.state == "accepted" and not Turn.objects.filter(record=week.pk, closed_at=None).exists()
    seal()
    assert not all_strays()


def test_what_is_late_goes_to_the_county_and_the_figures_say_so_then_and_now(house):
    other = house.put_up("梨花沟镇卫生院", village="梨花沟村", has_fever_clinic=False)
    house.submit()
    late = moment(MONDAY + timedelta(days=7), "17:30")
    escalate(at=late, by=named(SYSTEM))
    owed = turn(Week.objects.get(hospital=other))
    assert (owed.role, owed.raised_from is not None) == ("duty_officer", True)
    reach = house.cast.units["青禾县"].path
    codes = ["hospital_in_time", "hospital_late"]
    assert indicators.values(codes, reach, late) == {"hospital_in_time": 1, "hospital_late": 1}
    actions.waive(week=Week.objects.get(hospital=other), why="停诊", by=house.cast.epi, at=late + timedelta(hours=1))
    assert indicators.value("hospital_late", reach, late + timedelta(hours=2)) == 0
    assert indicators.value("hospital_late", reach, late) == 1
    assert indicators.value("hospital_late", house.cast.units["禾阳街道"].path, late) == 0
