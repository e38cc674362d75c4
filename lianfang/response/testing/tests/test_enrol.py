"""Who comes into a group: recorded once, due as the table says, by the group that asks soonest; who leaves needs no test."""
from datetime import date

import pytest

from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership, Person
from lianfang.response.testing import actions, queries
from lianfang.response.testing.models import Belonging, DueTest, Member


def test_of_several_groups_the_one_that_asks_soonest_counts_and_his_village_has_the_turn(house):
    one = house.enrol("medical_staff")
    assert (one.group, one.due_at) == ("medical_staff", house.later(hours=168)) and not DueTest.objects.exists()
    assert house.enrol("inpatient") == one and Person.objects.filter(name="周建明").count() == 1
    one = house.again(one)
    assert (one.group, one.due_at) == ("inpatient", house.later(hours=24)) and house.open(one).due_at == one.due_at
    turn = Turn.objects.get(record=house.open(one).pk, closed_at=None)
    assert (turn.role, turn.owner_unit.name, turn.due) == ("village_cadre", "丰禾社区", one.due_at)
    assert (turn.raise_at, turn.then_at) == (house.later(hours=28), house.later(hours=48))
    assert Membership.objects.filter(category="must_test", person=one.person_id, until_on=None).count() == 1
    actions.leave(people=[one.person_id], group="inpatient", why="over", by=house.cast.officer, at=house.later(hours=1))
    one = house.again(one)
    assert (one.group, one.due_at) == ("medical_staff", house.later(hours=168)) and not DueTest.objects.filter(closed_at=None).exists()
    actions.leave(people=[one.person_id], group="medical_staff", why="post", by=house.cast.officer, at=house.later(hours=2))
    assert house.again(one).left_at == house.later(hours=2) and house.plan(house.later(days=30)) == 0
    assert house.enrol("medical_staff", at=house.later(days=40)).pk != one.pk and Member.objects.count() == 2


def test_which_groups_there_are_stands_in_the_table_of_the_day(house):
    on = date(2020, 4, 17)
    assert (len(queries.groups(on)), len(queries.groups(date(2020, 4, 18))), queries.groups(date(2023, 1, 8))) == (6, 8, [])
    assert [one.code for one in queries.shown_groups(on, ("look",))] == ["inbound", "inpatient", "medical_staff", "port_staff"]
    with pytest.raises(Refused, match="care_staff"):
        house.enrol("care_staff")
    assert not Person.objects.filter(name="周建明").exists()
    assert house.enrol("care_staff", at=moment(date(2020, 4, 18), "09:00")).group == "care_staff"


def test_a_roster_takes_what_it_can_and_names_the_rows_it_cannot(house):
    sheet = ("单位名册\n姓名,身份证号,电话,村（社区）\n周建明,220722198103120042,13800005678,丰禾社区\n李树生,220722198103120043,,\n"
             "高远航,230103198503120033,,望河村\n,,,\n安平,,13900001111,望河社区\n周建明,220722198103120042,,丰禾社区\n白雪,,,\n").encode()

    def bring_in():
        return actions.import_roster(content=sheet, name="医院.csv", group="medical_staff", unit=house.cast.units["禾阳街道"],
                                     by=house.cast.officer, at=house.at)

    first = bring_in()
    assert (first.rows, first.taken, first.known) == (6, 2, 1)
    assert [number for number, _said in first.faults] == [4, 5, 9] and "望河村" in first.faults[1][1] and "校验位" in first.faults[0][1]
    assert {one.unit.name for one in Member.objects.select_related("unit")} == {"丰禾社区", "望河社区"}
    again = bring_in()
    assert (again.taken, again.known, Belonging.objects.count()) == (0, 3, 2)


def test_a_number_under_another_name_is_named_not_taken(house):
    house.enrol()
    place = house.cast.units["丰禾社区"].pk
    new, refused = actions.enrol_people(people=[actions.Somebody("高原", "id_card", "220722198103120042")],
                                        group="medical_staff", unit_id=place, source="名册", by=house.cast.officer, at=house.at)
    assert (new, [one.name for one, _said in refused]) == (0, ["高原"])
