"""The first word about a case: who it is, one number, and the clock of the report by the disease's own profile."""
from datetime import timedelta

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership, Person
from lianfang.registers.territory.models import Building, Door
from lianfang.response.cases import actions
from lianfang.response.cases.models import Case
from lianfang.response.cases.queries import standing


def turn(one):
    return Turn.objects.get(record=one.pk, closed_at=None)


def test_a_case_has_a_number_a_person_and_two_hours_from_the_diagnosis(team):
    one = team.take_in()
    assert (one.number, one.state, one.person.name) == ("990100202000001", "to_report", "周建明")
    due, at = turn(one), team.later(minutes=90)
    assert (due.role, due.owner_unit.name, due.due, due.raise_at) == ("epidemiologist", "青禾县", at, at)
    assert team.take_in(name="李树生", id_number="", id_kind="", phone="").number == "990100202000002"
    assert Membership.objects.filter(category="case", until_on=None).count() == 2


def test_a_disease_of_twenty_four_hours_has_twenty_four(team):
    one = team.take_in(disease="measles", diagnosed_at=None)
    assert turn(one).due == team.later(hours=24)


def test_told_too_late_it_is_overdue_from_the_beginning(team):
    one = team.take_in(diagnosed_at=team.later(hours=-5))
    assert turn(one).due == team.later(hours=-3)


def test_who_is_known_is_not_recorded_twice_and_his_open_case_is_named(team):
    first = team.take_in()
    with pytest.raises(Refused, match=first.number):
        team.take_in()
    other = team.take_in(disease="influenza_a")
    assert other.person_id == first.person_id and Person.objects.filter(name="周建明").count() == 1


def test_a_number_under_another_name_is_refused(team):
    team.take_in()
    with pytest.raises(Refused, match="另一个姓名"):
        team.take_in(name="高原", disease="measles")


def test_a_word_sent_twice_opens_one_case(team):
    word = team.word()
    made = [actions.take_in(words=[word], by=team.cast.epi, at=team.at)[0].pk for _n in range(2)]
    assert made == [word.id, word.id] and Case.objects.count() == 1 and Line.objects.filter(verb="cases.take_in").count() == 1


@pytest.mark.parametrize("said", [{"disease": "new_fever"}, {"channel": "rumour"}, {"name": " "}, {"late": 1}])
def test_what_nobody_can_report_is_refused(team, said):
    if said.pop("late", None):
        said = {"diagnosed_at": team.at + timedelta(minutes=1)}
    with pytest.raises(Refused):
        team.take_in(**said)
    assert not Case.objects.exists()


def test_a_case_never_hangs_on_the_door_where_others_would_see_it(team):
    assert team.take_in(unit=team.cast.units["502"]).unit == team.cast.units["丰禾社区"]


def test_who_lives_elsewhere_is_the_countys(team):
    assert team.take_in(unit=team.cast.units["青禾县"]).unit == team.cast.units["青禾县"]


@pytest.fixture
def door(team):
    """A door that an address names."""
    building = Building.objects.create(unit=team.cast.units["3号楼"], kind="block")
    unit = team.cast.units["502"]
    Door.objects.create(unit=unit, stair="1", floor=5, number="502", building=building)
    return unit


def test_the_address_said_first_is_his_door_or_stays_as_said_and_is_not_asked_again(team, door):
    one = team.take_in(address="向阳小区3号楼1单元502")
    assert (one.person.unit, one.unit) == (door, team.cast.units["丰禾社区"])
    other = team.take_in(name="林下", id_number="", phone="", address="河边第三排平房")
    assert other.person.unit.level == "village" and standing(other)["address"] == "河边第三排平房"
    assert standing(team.take_in(name="高原", id_number="", phone=""))["address"] == ""


def test_who_is_known_but_not_where_lives_where_the_word_says(team, door):
    team.take_in()
    assert team.take_in(disease="measles", address="向阳小区3号楼1单元502").person.unit == door
