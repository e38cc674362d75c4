"""Markets: person-times and checks, a complaint with its clock closed by another; cadres read what was seen of them."""
from datetime import timedelta

import pytest

from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.inspection import actions, queries
from lianfang.response.inspection.actions import Seat
from lianfang.response.inspection.models import Commendation


def test_outings_cases_and_complaints_are_counted(cast):
    told = {"unit": cast.units["禾阳街道"], "by": cast.township, "at": cast.at}
    for kind, people, checked, amiss in (("wildlife", 6, 80, 2), ("price", 4, 50, 0), ("wildlife", 5, 60, 1)):
        actions.record_market_check(kind=kind, where="东市场", on=cast.on, people=people, checked=checked, amiss=amiss, **told)
    with pytest.raises(Refused, match="还多"):
        actions.record_market_check(kind="price", where="东市场", on=cast.on, people=2, checked=3, amiss=4, **told)
    case = actions.open_market_case(kind="wildlife", number="市监案〔2020〕9号", words="活禽交易", **told)
    actions.close_market_case(case=case, outcome="没收、罚款", by=cast.township, at=cast.at)
    complaint = actions.take_complaint(kind="price", channel="hotline", words="口罩涨价", contact="微信：xx", **told)
    turn = Turn.objects.open().get(record=complaint.pk)
    assert (turn.role, turn.due) == ("township_cadre", cast.at + timedelta(days=2))
    actions.answer_complaint(complaint=complaint, words="已责令退款", by=cast.township, at=cast.at)
    with pytest.raises(Refused, match="不归您办"):
        actions.close_complaint(complaint=complaint, by=cast.township, at=cast.at)
    actions.return_complaint(complaint=complaint, words="退了几户", by=cast.officer, at=cast.at)
    actions.answer_complaint(complaint=complaint, words="三户都退了", by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="另一个人"):
        actions.close_complaint(complaint=complaint, by=cast.officer, at=cast.at)
    actions.close_complaint(complaint=complaint, by=cast.supervisor, at=cast.at)
    assert queries.market_sums(Reach(TOP), cast.on, cast.on + timedelta(days=1)) == {
        "outings": 3, "people": 15, "checked": 190, "wildlife": 140, "amiss": 3, "cases": 1, "cases_closed": 1, "complaints": 1,
        "complaints_closed": 1}


@pytest.fixture
def assessed(cast, somebody):
    seats = [Seat(somebody("组织部长"), "bureau", "head"), Seat(somebody("纪委"), "section", "discipline"),
             Seat(cast.supervisor, "section", "member")]
    team = actions.compose_team(unit=cast.units["青禾县"], kind="assessment", name="考察一组", seats=seats, by=cast.supervisor, at=cast.at)
    told = {"unit": cast.units["丰禾社区"], "team": team, "on": cast.on, "way": "visit", "seen": "连续值守二十天", "at": cast.at}
    for cadre, by, says in ((cast.far_cadre, cast.supervisor, "不在丰禾社区"), (cast.cadre, cast.officer, "考察组的人")):
        with pytest.raises(Refused, match=says):
            actions.record_assessment(cadre=cadre, by=by, **told)
    return actions.record_assessment(cadre=cast.cadre, by=cast.supervisor, **told)


def test_there_is_no_record_about_a_cadre_that_he_is_not_shown(cast, assessed):
    turn = Turn.objects.open().get(record=assessed.pk)
    assert turn.account == cast.cadre
    with pytest.raises(Refused, match="只有本人"):
        actions.reply_assessment(assessment=assessed, words="不是", by=cast.township, at=cast.at)
    actions.reply_assessment(assessment=assessed, words="是二十二天", by=cast.cadre, at=cast.at)
    assert assessed.state == "replied" and assessed.reply.open() == "是二十二天"


def test_a_commendation_stands_on_a_record(cast, assessed, visited):
    told = {"unit": cast.units["丰禾社区"], "batch": "第一批", "number": "表彰〔2020〕1号", "deeds": "值守", "by": cast.supervisor,
            "at": cast.at}
    with pytest.raises(Refused, match="作依据"):
        actions.commend(account=cast.far_cadre, evidence=assessed.pk, **told)
    with pytest.raises(Refused, match="作依据"):
        actions.commend(evidence=assessed.pk, **told)
    actions.commend(account=cast.cadre, evidence=assessed.pk, **told)
    actions.commend(evidence=visited.pk, **told)
    with pytest.raises(Refused, match="已经有了"):
        actions.commend(evidence=visited.pk, **told)
    assert set(Commendation.objects.values_list("evidence_kind", flat=True)) == {"assessment", "sheet"}
