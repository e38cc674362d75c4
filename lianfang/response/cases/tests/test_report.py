"""The report card: its required fields, its clock, corrections under the same number, and what the register learns."""
from datetime import date, timedelta

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.registers.territory.models import Building, Door
from lianfang.response.cases import actions
from lianfang.response.cases.models import Card
from lianfang.response.cases.queries import onsets


def turn(one):
    return Turn.objects.get(record=one.pk, closed_at=None)


def test_reported_the_clock_stops_and_the_investigations_begins(team):
    one = team.report(at=team.later(minutes=20))
    card = Card.objects.get()
    assert (one.state, one.klass, one.reported_at, card.edition) == ("reported", "confirmed", team.later(minutes=20), 1)
    assert (turn(one).state, turn(one).due) == ("reported", team.later(minutes=20, hours=4))


def test_not_reported_in_time_it_is_the_commands(team):
    one = team.take_in()
    assert escalate(at=team.later(minutes=89), by=team.cast.officer) == 0
    assert escalate(at=team.later(minutes=91), by=team.cast.officer) == 1
    assert (turn(one).role, turn(one).state) == ("duty_officer", "to_report")


@pytest.mark.parametrize(("field", "value", "says"), [
    ("name", "", "患者姓名"), ("id_number", "", "证件号"), ("sex", "", "性别"), ("address", "", "现住址"), ("group", "", "人群分类"),
    ("belongs", "", "病人属于"), ("klass", "", "病例分类"), ("onset_on", None, "发病日期"), ("diagnosed_at", None, "诊断时间"),
    ("disease", "", "病名"), ("reporter", "", "报告单位"), ("birth_on", None, "出生日期"), ("group", "tourist", "没有这个选项"),
    ("onset_on", date(2020, 3, 11), "在诊断以后"), ("died_on", date(2020, 3, 1), "死亡日期"),
    ("birth_on", date(2020, 3, 9), "出生日期在发病"), ("birth_on", date(2009, 3, 12), "家长姓名"), ("disease", "new_fever", "疾病档案"),
])
def test_what_the_card_must_say_is_said_or_it_is_refused(team, field, value, says):
    one = team.take_in()
    with pytest.raises(Refused, match=says):
        actions.report(case=one, said=team.said(**{field: value}), by=team.cast.epi, at=team.at)
    assert not Card.objects.exists() and turn(one).state == "to_report"


@pytest.mark.parametrize("said", [
    {"birth_on": None, "age": 8, "age_unit": "month", "guardian": "周父"},
    {"id_kind": "none", "id_number": "", "remark": "流浪人员，派出所在查"},
    {"birth_on": date(2009, 3, 12), "guardian": "周父"}])
def test_what_may_be_said_instead(team, said):
    assert team.report(**said).state == "reported"


def test_without_papers_and_without_a_word_why_it_is_refused(team):
    with pytest.raises(Refused, match="备注"):
        team.report(id_kind="none", id_number="")


def test_a_correction_keeps_the_number_and_what_was_reported_before(team):
    one = team.report(klass="suspected")
    actions.correct(case=one, said=team.said(severity="mild", onset_on=date(2020, 3, 6)), reason="核酸阳性", by=team.cast.officer,
                    at=team.later(hours=5))
    first, second = Card.objects.order_by("edition")
    assert [(card.edition, card.klass, card.onset_on) for card in (first, second)] == [
        (1, "suspected", date(2020, 3, 8)), (2, "confirmed", date(2020, 3, 6))]
    assert (one.klass, one.severity, one.onset_on, second.by, second.reason.open()) == (
        "confirmed", "mild", date(2020, 3, 6), team.cast.officer, "核酸阳性")
    told = Line.objects.get(verb="cases.correct")
    assert told.data == {"edition": 2, "changed": ["klass", "onset_on", "severity"]} and turn(one).state == "reported"
    [index] = onsets([one.pk])
    assert (index.on, index.is_symptomatic, index.person_id) == (date(2020, 3, 6), True, one.person_id)


def test_a_correction_says_why_and_changes_something(team):
    one = team.report()
    with pytest.raises(Refused, match="为什么"):
        actions.correct(case=one, said=team.said(klass="carrier"), reason=" ", by=team.cast.epi, at=team.at)
    with pytest.raises(Refused, match="没有要订正"):
        actions.correct(case=one, said=team.said(), reason="再报一次", by=team.cast.epi, at=team.at)


def test_what_the_card_knows_better_goes_to_the_register(team):
    one = team.report(name="周健明", phone="13900001111")
    person = Person.objects.get(pk=one.person_id)
    assert (person.name, person.phone.open()) == ("周健明", "13900001111")


@pytest.mark.parametrize(("said", "stands"), [({}, "502"), ({"belongs": "city"}, "丰禾社区"), ({"address": "丰禾社区"}, "丰禾社区")])
def test_who_stands_at_no_door_is_put_at_the_one_the_card_names(team, said, stands):
    Door.objects.create(unit=team.cast.units["502"], stair="1", floor=5, number="502", building=Building.objects.create(
        unit=team.cast.units["3号楼"], kind="block"))
    one = team.report(**said)
    person = Person.objects.select_related("unit").get(pk=one.person_id)
    assert person.unit.name == stands and one.unit == team.cast.units["丰禾社区"]


def test_a_number_of_somebody_else_is_refused_and_nothing_is_reported(team):
    team.take_in(name="白鹭洲", id_number="220722199001010015", disease="measles", sex="m", birth_on=date(1990, 1, 1))
    one = team.take_in()
    with pytest.raises(Refused, match="另一个人"):
        actions.report(case=one, said=team.said(id_number="220722199001010015", birth_on=date(1990, 1, 1)), by=team.cast.epi, at=team.at)
    one.refresh_from_db()
    assert one.state == "to_report" and not Card.objects.exists()


def test_a_correction_to_a_disease_that_has_its_own_open_case_is_refused(team):
    team.report()
    other = team.take_in(disease="influenza_a")
    with pytest.raises(Refused, match="另一张卡"):
        actions.report(case=other, said=team.said(), by=team.cast.epi, at=team.at)


def test_reported_late_stays_late(team):
    one = team.report(at=team.later(hours=3))
    assert one.reported_at - one.diagnosed_at == timedelta(hours=3, minutes=30)
