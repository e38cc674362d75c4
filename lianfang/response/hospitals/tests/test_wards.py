"""Problems until somebody saw that they are mended; task forces with one lead; a hospital that goes off the register."""
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.hospitals import actions, queries
from lianfang.response.hospitals.models import Hospital, Member, Problem

MEMBER = {"force": "control", "rank": "lead", "name": "苏禾", "phone": "13800005678", "post": "院感科主任", "duty": "每日巡查",
          "days": [2, 3], "shift": "day"}


def test_a_problem_is_open_until_another_person_of_the_county_has_seen_it_mended(house):
    cast, key = house.cast, uuid7()
    one = house.find(id=key)
    assert house.find(id=key).pk == one.pk and Problem.objects.count() == 1
    reach = cast.units["青禾县"].path
    assert indicators.value("hospital_problems", reach, cast.at) == 1
    with pytest.raises(Refused, match="写明"):
        actions.mend_problem(problem=one, done=" ", by=house.nurse, at=cast.at)
    actions.mend_problem(problem=one, done="已换，每班检查", by=house.nurse, at=cast.at + timedelta(hours=1))
    actions.reopen_problem(problem=one, why="二楼还有空瓶", by=cast.epi, at=cast.at + timedelta(hours=2))
    assert Turn.objects.get(record=one.pk, closed_at=None).role == "hospital" and one.mended_at is None
    actions.mend_problem(problem=one, done="都换了", by=house.nurse, at=cast.at + timedelta(hours=3))
    with pytest.raises(Refused, match="另一个人"):
        actions.close_problem(problem=one, by=house.nurse, at=cast.at + timedelta(hours=4))
    other = house.find()
    actions.mend_problem(problem=other, done="已换", by=cast.officer, at=cast.at + timedelta(hours=3))
    with pytest.raises(Refused, match="自己报的整改"):
        actions.close_problem(problem=other, by=cast.officer, at=cast.at + timedelta(hours=4))
    for each in (one, other):
        actions.close_problem(problem=each, by=cast.epi, at=cast.at + timedelta(hours=4))
    assert indicators.value("hospital_problems", reach, cast.at + timedelta(hours=5)) == 0
    house.submit(nothing_found=False)  # a problem of that week stands in its report


def test_a_force_has_one_lead_and_says_who_is_on_duty_today(house):
    cast = house.cast
    lead = actions.add_member(hospital=house.one, by=house.nurse, at=cast.at, **MEMBER)
    for said, words in (({}, "已经在这个专班里"), ({"name": "何夏"}, "已经有组长")):
        with pytest.raises(Refused, match=words):
            actions.add_member(hospital=house.one, by=house.nurse, at=cast.at, **{**MEMBER, **said})
    actions.add_member(hospital=house.one, by=house.nurse, at=cast.at, **{**MEMBER, "name": "何夏", "rank": "member", "days": [5]})
    here = queries.here(house.one, cast.at)  # a Tuesday
    assert [one.name for one in here.on_duty] == ["苏禾"]
    assert [one.name for one in queries.forces_of(house.one, cast.on)[0][2]] == ["苏禾", "何夏"]
    actions.end_member(member=lead, by=house.nurse, at=cast.at)
    other = Member.objects.get(name="何夏")
    actions.change_member(member=other, by=house.nurse, at=cast.at, rank="lead")
    assert [one.rank for one in Member.objects.in_force(cast.on)] == ["lead"]


def test_a_place_has_one_hospital_and_one_that_goes_owes_nothing(house):
    cast = house.cast
    with pytest.raises(Refused, match="已经登记"):
        house.put_up("青禾县医院")
    one = house.find()
    with pytest.raises(Refused, match="没销号"):
        actions.take_down_hospital(hospital=house.one, by=cast.epi, at=cast.at)
    actions.mend_problem(problem=one, done="已换", by=house.nurse, at=cast.at)
    actions.close_problem(problem=one, by=cast.epi, at=cast.at)
    actions.take_down_hospital(hospital=house.one, by=cast.epi, at=cast.at)
    assert house.week.state == "waived" and not Hospital.objects.in_force(cast.on).exists()
