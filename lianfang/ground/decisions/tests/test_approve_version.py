"""Another unit brings a version into force: from its hour, not before its approval, and for whoever asks after it."""
from datetime import date, timedelta

import pytest
import time_machine

from lianfang.ground.days import day_start, moment
from lianfang.ground.journal.models import Line
from tests.at_once import only_on_postgresql, the_second

from .. import current, decide, edition
from ..actions import Refused, approve_version, pass_hours, reject_version, submit_version
from ..models import TableVersion
from .conftest import OWN, OWN_TOLD, turn_on
from .test_draft_version import FACTS, MARCH, draft, submitted

LATE = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def _long_after():
    with time_machine.travel(moment(LATE, "09:00"), tick=False):
        yield


def approve(place, version, at=None):
    return approve_version(version=version, by=place.li, at=at or place.at + timedelta(minutes=version.number))


def ask(place, on=MARCH, unit=None):
    ruling = decide("small", FACTS, unit=(unit or place.county).path, on=on)
    return ruling.version, ruling.row, ruling.result["days"]


def test_from_its_day_on_it_answers_first_in_its_area(place, small):
    before = edition()
    version = approve(place, submitted(place, area=place.town))
    assert edition() != before
    assert ask(place, unit=place.town) == ("own-1", 3, 21)
    assert ask(place, unit=place.other) == ask(place) == ("2020-01-01", 4, 14)
    assert ask(place, MARCH - timedelta(days=1), place.town) == ("2020-01-01", 4, 14)
    within = decide("small", FACTS, unit=f"{place.town.path}8/9/", on=MARCH)
    assert within is decide("small", FACTS, unit=place.town.path, on=MARCH), "places in the same areas are given one ruling"
    silent = decide("small", {**FACTS, "code": "green"}, unit=place.town.path, on=MARCH)
    assert silent.version == "2020-01-01", "where it has no row, the wider rule answers"
    assert Line.objects.get(verb="decisions.approve_version").record == version.pk


def test_on_its_first_day_it_answers_from_its_hour(place, small):
    noon = moment(MARCH, "12:00")
    approve(place, submitted(place, from_at=noon))
    for now, version in ((noon - timedelta(seconds=2), "2020-01-01"), (noon, "own-1")):
        with time_machine.travel(now, tick=False):
            current.forget()
            assert ask(place)[0] == version
            assert ask(place, MARCH + timedelta(days=1))[0] == "own-1", "what is planned for the day after it is planned by it"


def test_the_hour_comes_without_anybody_pressing_anything(place, small, monkeypatch):
    noon = moment(MARCH, "12:00")
    approve(place, submitted(place, from_at=noon))
    clock = [100.0]
    monkeypatch.setattr(current, "monotonic", lambda: clock[0])
    with time_machine.travel(noon - timedelta(seconds=1), tick=False) as wall:
        current.forget()
        assert ask(place)[0] == "2020-01-01"
        wall.move_to(noon)
        clock[0] += 1.1
        assert ask(place)[0] == "own-1"


def test_it_never_counts_before_its_approval(place, small):
    late = moment(date(2020, 3, 5), "15:00")
    version = approve(place, submitted(place), at=late)
    assert version.from_at == late
    assert [ask(place, date(2020, 3, day))[0] for day in (4, 5)] == ["2020-01-01", "own-1"]
    at_once = approve(place, submitted(place, from_at=None, area=place.town), at=late)
    assert at_once.from_at == late


def test_where_no_place_is_said_the_county_is_meant(place, small):
    approve(place, submitted(place))
    assert decide("small", FACTS, on=MARCH).version == "own-1"


def test_not_before_it_is_handed_on_not_by_the_drafter_and_not_twice(place, small):
    version = draft(place)
    with pytest.raises(Refused.__mro__[1], match="起草中"):
        approve(place, version)
    submit_version(version=version, by=place.wang, at=place.at)
    with pytest.raises(Refused, match="起草人"):
        approve_version(version=version, by=place.wang, at=place.at)
    assert ask(place)[0] == "2020-01-01"
    approve(place, version)
    with pytest.raises(Refused.__mro__[1], match="已批准"):
        approve(place, version)


def test_not_by_a_colleague_of_the_same_unit_in_whatever_other_role_he_has(place, small):
    version, leader = submitted(place), place._account("leader", "county_leader")
    with pytest.raises(Refused, match="同一个单位"):
        approve_version(version=version, by=leader, at=place.at)
    both = place._account("both", "epidemiologist")
    both.assignments.create(role="duty_officer", unit=place.county, from_on=date(2020, 1, 1))
    with pytest.raises(Refused, match="同一个单位"):
        approve_version(version=version, by=both, at=place.at)
    with pytest.raises(Refused, match="不归您办"):
        approve_version(version=version, by=place._account("cadre", "township_cadre", place.town), at=place.at)
    assert ask(place)[0] == "2020-01-01"


def test_what_the_health_office_drafts_the_command_approves(place, small):
    version = draft(place, by=place.li)
    submit_version(version=version, by=place.li, at=place.at)
    assert turn_on(version).role == "duty_officer"
    approve_version(version=version, by=place.wang, at=place.at)
    assert ask(place)[0] == "own-1"


def test_the_database_itself_refuses_one_person_or_one_unit_in_both_roles(place, small):
    from django.db import IntegrityError, transaction

    version = draft(place)
    one, unit = {"approved_by": place.wang, "approved_post": "9:health"}, {"approved_by": place.li, "approved_post": version.drafted_post}
    for same in (one, unit):
        with pytest.raises(IntegrityError), transaction.atomic():
            TableVersion.objects.filter(pk=version.pk).update(**same)


def test_examples_are_asked_again(place, small):
    version = submitted(place)
    TableVersion.objects.filter(pk=version.pk).update(examples=OWN_TOLD.replace("21", "14"))
    with pytest.raises(Refused, match="不符"):
        approve(place, version)


def test_not_approved_it_says_why(place, small):
    version = submitted(place)
    with pytest.raises(Refused, match="为什么"):
        reject_version(version=version, by=place.li, at=place.at)
    assert reject_version(version=version, by=place.li, at=place.at, says="没有依据").state == "rejected"
    assert ask(place)[0] == "2020-01-01"


def test_the_next_of_one_area_supersedes_it_even_from_the_same_hour(place, small):
    first, second = submitted(place), submitted(place, text=OWN.replace("21", "28"), examples=OWN_TOLD.replace("21", "28"))
    approve(place, first)
    approve(place, second)
    assert ask(place) == ("own-2", 3, 28)
    pass_hours(by=place.console, at=moment(LATE, "09:00"))
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("superseded", "in_force")


def test_versions_of_one_area_follow_each_other_without_showing_through(place, small):
    april, may = date(2020, 4, 1), date(2020, 5, 1)
    third = approve(place, submitted(place, from_at=day_start(may), examples=OWN_TOLD.replace("03-10", "05-10")))
    first = approve(place, submitted(place, until_at=day_start(date(2020, 4, 20))))
    told = OWN_TOLD.replace("21", "28").replace("2020-03-10", "2020-04-10")
    second = approve(place, submitted(place, from_at=day_start(april), text=OWN.replace("21", "28"), examples=told))
    for version in (first, second, third):
        version.refresh_from_db()
    ends = [version.ends_at for version in (first, second, third)]
    assert ends == [day_start(april), day_start(may), None]
    assert [ask(place, on)[0] for on in (date(2020, 3, 31), april, date(2020, 4, 30), may)] == ["own-2", "own-3", "own-3", "own-1"]


@pytest.mark.django_db(transaction=True)
def test_of_two_approved_at_once_the_second_cuts_the_first(place, small):
    only_on_postgresql()
    first, second = submitted(place), submitted(place, text=OWN.replace("21", "28"), examples=OWN_TOLD.replace("21", "28"))
    the_second(lambda: approve(place, first), lambda: approve(place, second))
    assert TableVersion.objects.get(pk=first.pk).ended_at == TableVersion.objects.get(pk=second.pk).from_at


def test_another_process_sees_it_within_a_second(place, small, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(current, "monotonic", lambda: clock[0])
    assert ask(place)[0] == "2020-01-01"
    version = draft(place)
    told = {"approved_by": place.li, "approved_at": place.at, "approved_post": "9:health", "state": "approved"}
    TableVersion.objects.filter(pk=version.pk).update(**told)
    assert ask(place)[0] == "2020-01-01"
    clock[0] += 1.1
    assert ask(place)[0] == "own-1"
