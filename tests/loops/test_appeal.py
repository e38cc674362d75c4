"""A person says that he is bound wrongly: who may answer, by when, what each answer does to his order, and what never may."""
from datetime import date, timedelta

import pytest

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import PORTAL, SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import Finding, approve_deviation, decide, refuse_deviation
from lianfang.response.isolation.models import Deviation, Order
from lianfang.response.isolation.queries import deciders
from lianfang.response.redress import actions as redress
from lianfang.response.redress.models import Appeal
from tests.cast import OPENED
from tests.samples.isolation import FACTS

WRONG = {"origin": "same_province"}  # came from the next county, not from another province: the table lets him pass


@pytest.fixture(autouse=True)
def _all_seen(cast):
    with everything():
        yield


@pytest.fixture
def bind(cast):
    """An order for somebody new, found by an account."""
    def bound(by=None, name="周建明", **facts):
        [person] = people.add_people(people=[draft_person(unit_id=cast.units["502"].pk, name=name, at=cast.at)], by=cast.grid, at=cast.at)
        finding = Finding(person_id=person.pk, unit_id=person.unit_id, facts=FACTS | facts, on=cast.on)
        decide(findings=[finding], by=by or named(SYSTEM), at=cast.at)
        return Order.objects.get(person=person)

    return bound


@pytest.fixture
def order(bind):
    return bind()


@pytest.fixture
def says(cast):
    """He appeals."""
    def said(order, at=None, by=None, channel="self"):
        return redress.appeal(person=order.person, order=order.pk, unit_id=order.unit_id, verdict=order.verdict, measure=order.measure,
                              order_number="青隔〔2020〕0001号", deciders=deciders(order), words="我是从邻县回来的，不是外省",
                              channel=channel, by=by or named(PORTAL), at=at or cast.at)

    return said


def ease(appeal, by, at, **facts):
    return redress.change(appeal=appeal, way="row", facts=facts or WRONG, reason="核对了车票，是从邻县来的", by=by, at=at)


def test_corrected_facts_free_him_by_a_row_of_the_table(order, says, cast):
    appeal = says(order)
    assert Turn.objects.get(record=appeal.pk).due == moment(date(2020, 3, 13), "24:00")
    ease(appeal, cast.township, cast.at + timedelta(hours=3))
    order.refresh_from_db()
    assert (appeal.state, order.state, appeal.answered_unit) == ("changed", "lifted", cast.units["禾阳街道"])
    decided = Line.objects.get(pk=Line.objects.get(verb="isolation.lift").because)
    assert (decided.verb, decided.because) == ("isolation.decide", Line.objects.get(verb="redress.change").pk)
    assert Order.objects.filter(person=order.person_id, closed_at=None).count() == 0
    assert not Turn.objects.filter(record__in=[appeal.pk, order.pk], closed_at=None).exists()


def test_an_easier_row_replaces_what_bound_him(bind, says, cast):
    order = bind(origin_risk="high")
    assert order.measure == "central_quarantine"
    ease(says(order), cast.township, cast.at, origin_risk="low")
    assert Order.objects.get(person=order.person_id, closed_at=None).measure == "home_quarantine"


def test_an_appeal_never_binds_more_and_an_answer_that_changes_nothing_is_none(order, says, cast):
    says(order)
    with pytest.raises(Refused, match="不能加重"):
        ease(Appeal.objects.get(), cast.township, cast.at, origin_risk="high")
    with pytest.raises(Refused, match="都不变"):
        ease(Appeal.objects.get(), cast.township, cast.at, age=41)
    order.refresh_from_db()
    kept = Appeal.objects.get()
    assert (order.state, order.measure, kept.state, kept.answered_by) == ("issued", "home_quarantine", "open", None)
    assert not Line.objects.filter(verb="redress.change").exists()


def test_upheld_with_a_reason_only(order, says, cast):
    appeal = says(order)
    with pytest.raises(Refused, match="理由"):
        redress.uphold(appeal=appeal, reason="  ", by=cast.township, at=cast.at)
    redress.uphold(appeal=appeal, reason="车票是从外省上车的", by=cast.township, at=cast.at)
    order.refresh_from_db()
    assert (appeal.state, order.state, appeal.answer.open()) == ("upheld", "issued", "车票是从外省上车的")


def test_who_decided_does_not_answer_nor_his_unit_nor_those_below_it(bind, says, cast):
    appeal = says(bind(by=cast.township))
    assert (appeal.state, appeal.deciders) == ("open_above", [cast.township.pk])
    colleague = Account.objects.create(login="colleague", name="某某")
    Assignment.objects.create(account=colleague, role="township_cadre", unit=cast.units["禾阳街道"], from_on=OPENED)
    for account in (cast.township, colleague, cast.cadre, cast.grid, cast.far_township, cast.supervisor):
        with pytest.raises(Refused):
            ease(appeal, account, cast.at)
    ease(appeal, cast.leader, cast.at)
    assert appeal.answered_unit == cast.units["青禾县"]


def test_what_the_county_decided_another_leader_answers(bind, says, cast):
    appeal = says(bind(by=cast.officer))
    assert Turn.objects.get(record=appeal.pk, closed_at=None).role == "county_leader"
    second = Account.objects.create(login="second", name="某某")
    Assignment.objects.create(account=second, role="duty_officer", unit=cast.units["青禾县"], from_on=OPENED)
    for account in (cast.officer, second, cast.township):
        with pytest.raises(Refused):
            ease(appeal, account, cast.at)
    ease(appeal, cast.leader, cast.at)


def test_a_village_decided_so_the_township_answers(bind, says, cast):
    appeal = says(bind(by=cast.cadre))
    assert (appeal.state, appeal.decided_units) == ("open", [cast.units["丰禾社区"].pk])
    ease(appeal, cast.township, cast.at)


def test_who_typed_it_in_does_not_answer_it(order, says, cast):
    with pytest.raises(Refused, match="代填"):
        ease(says(order, by=cast.township, channel="paper"), cast.township, cast.at)


def test_who_answered_the_first_appeal_does_not_answer_the_second(order, says, cast):
    redress.uphold(appeal=says(order), reason="依据齐全", by=cast.township, at=cast.at)
    again = says(order, at=cast.at + timedelta(hours=1))
    assert again.state == "open_above"
    with pytest.raises(Refused):
        ease(again, cast.township, cast.at + timedelta(hours=2))


def test_after_three_working_days_it_goes_up_by_itself(order, says, cast):
    appeal = says(order)
    end = moment(date(2020, 3, 13), "24:00")
    assert redress.pass_up(by=named(SYSTEM), at=end - timedelta(seconds=1)) == 0
    assert redress.pass_up(by=named(SYSTEM), at=end) == 1
    assert redress.pass_up(by=named(SYSTEM), at=end) == 0
    appeal.refresh_from_db()
    turn = Turn.objects.get(record=appeal.pk, closed_at=None)
    assert (appeal.state, turn.role, turn.due) == ("open_above", "county_leader", moment(date(2020, 3, 18), "24:00"))
    with pytest.raises(Refused, match="转到县里"):
        ease(appeal, cast.township, end + timedelta(hours=9))
    ease(appeal, cast.leader, end + timedelta(hours=9))


def test_an_exception_takes_two_units_and_the_appeal_waits_for_the_second(order, says, cast):
    appeal = says(order)
    redress.agree_exception(appeal=appeal, measure="home_monitoring", why="medical_care", evidence="县医院诊断证明", reason="要透析",
                            by=cast.township, at=cast.at)
    asked = Deviation.objects.get()
    order.refresh_from_db()
    assert (appeal.state, order.state, asked.asked_by) == ("excepting", "issued", cast.township)
    approve_deviation(deviation=asked, by=cast.officer, at=cast.at + timedelta(hours=1))
    appeal.refresh_from_db()
    assert (appeal.state, Order.objects.get(person=order.person_id, closed_at=None).measure) == ("changed", "home_monitoring")


def test_an_exception_never_binds_more_and_a_leader_asks_for_one_only_on_appeal(order, says, cast):
    appeal = says(order)
    with pytest.raises(Refused, match="不能加重"):
        redress.agree_exception(appeal=appeal, measure="central_quarantine", why="home_unfit", evidence="看过", reason="住不下",
                                by=cast.township, at=cast.at)
    redress.agree_exception(appeal=Appeal.objects.get(), measure="home_monitoring", why="medical_care", evidence="证明", reason="要透析",
                            by=cast.leader, at=cast.at)
    with pytest.raises(Refused):
        approve_deviation(deviation=Deviation.objects.get(), by=cast.leader, at=cast.at)
    approve_deviation(deviation=Deviation.objects.get(), by=cast.township, at=cast.at)
    assert Appeal.objects.get().state == "changed"


def test_a_refused_exception_gives_the_appeal_to_the_county(order, says, cast):
    appeal = says(order)
    redress.agree_exception(appeal=appeal, measure="home_monitoring", why="medical_care", evidence="县医院诊断证明", reason="要透析",
                            by=cast.township, at=cast.at)
    refuse_deviation(deviation=Deviation.objects.get(), by=cast.officer, at=cast.at + timedelta(hours=1))
    appeal.refresh_from_db()
    assert (appeal.state, appeal.answered_by, appeal.ended_at) == ("open_above", None, None)
    assert (appeal.answer.open(), appeal.exception, appeal.exception_evidence.open()) == ("", {}, "")
    redress.uphold(appeal=appeal, reason="没有证明", by=cast.leader, at=cast.at + timedelta(hours=2))


def test_release_only_when_its_conditions_hold_and_over_only_when_it_is_over(order, says, cast):
    appeal = says(order)
    with pytest.raises(Refused, match="还没有满"):
        redress.change(appeal=appeal, way="release", reason="到期了", by=cast.township, at=cast.at)
    with pytest.raises(Refused, match="还没有结束"):
        redress.change(appeal=Appeal.objects.get(), way="over", reason="不该管", by=cast.township, at=cast.at)
    Order.objects.filter(pk=order.pk).update(state="released", closed_at=cast.at)
    with pytest.raises(Refused, match="已经结束"):
        ease(Appeal.objects.get(), cast.township, cast.at)
    redress.change(appeal=Appeal.objects.get(), way="over", reason="不该管", by=cast.township, at=cast.at)
    assert Appeal.objects.get().state == "changed"


def test_one_at_a_time_and_taken_back(order, says, cast):
    appeal = says(order)
    with pytest.raises(Refused, match="正在办"):
        says(order)
    redress.withdraw(appeal=appeal, by=named(PORTAL), at=cast.at)
    assert (says(order).serial, Appeal.objects.filter(ended_at=None).count()) == (2, 1)
    with pytest.raises(Refused):
        ease(appeal, cast.township, cast.at)


def test_two_who_answer_at_once_answer_once(order, says, cast):
    appeal = says(order)
    stale = Appeal.objects.get()
    redress.uphold(appeal=appeal, reason="依据齐全", by=cast.township, at=cast.at)
    with pytest.raises(Refused, match="刚才已经有人办了"):
        redress.uphold(appeal=stale, reason="也维持", by=cast.leader, at=cast.at)
