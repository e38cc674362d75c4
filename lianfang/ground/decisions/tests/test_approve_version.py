"""A second person brings a version into force."""
from datetime import date, timedelta

import pytest

from lianfang.ground.journal.models import Line

from .. import current, decide, edition
from ..actions import Refused, approve_version
from ..models import TableVersion
from .conftest import OWN, OWN_TOLD
from .test_draft_version import FACTS, MARCH, draft


def approve(place, version):
    return approve_version(version=version, by=place.li, at=place.at + timedelta(minutes=version.number))


def ask(place, on=MARCH, unit=None):
    ruling = decide("small", FACTS, unit=(unit or place.county).path, on=on)
    return ruling.version, ruling.row, ruling.result["days"]


def test_from_its_day_on_it_answers_first_in_its_area(place, small):
    before = edition()
    version = approve(place, draft(place, area=place.town))
    assert edition() != before
    assert ask(place, unit=place.town) == ("own-1", 3, 21)
    assert ask(place, unit=place.other) == ask(place) == ("2020-01-01", 4, 14)
    assert ask(place, MARCH - timedelta(days=1), place.town) == ("2020-01-01", 4, 14)
    silent = decide("small", {**FACTS, "code": "green"}, unit=place.town.path, on=MARCH)
    assert silent.version == "2020-01-01", "where it has no row, the wider rule answers"
    assert Line.objects.get(verb="decisions.approve_version").record == version.pk


def test_where_no_place_is_said_the_county_is_meant(place, small):
    approve(place, draft(place))
    assert decide("small", FACTS, on=MARCH).version == "own-1"


def test_not_by_the_same_person_and_not_twice(place, small):
    version = draft(place)
    with pytest.raises(Refused, match="起草人"):
        approve_version(version=version, by=place.wang, at=place.at)
    assert ask(place)[0] == "2020-01-01"
    approve(place, version)
    with pytest.raises(Refused, match="已经"):
        approve(place, version)


def test_the_database_itself_refuses_one_person_in_both_roles(place, small):
    from django.db import IntegrityError, transaction

    version = draft(place)
    with pytest.raises(IntegrityError), transaction.atomic():
        TableVersion.objects.filter(pk=version.pk).update(approved_by=place.wang)


def test_examples_are_asked_again_and_a_tie_is_refused(place, small):
    first, second = draft(place), draft(place, text=OWN.replace("21", "28"), examples=OWN_TOLD.replace("21", "28"))
    approve(place, first)
    with pytest.raises(Refused, match="分不出先后"):
        approve(place, second)
    assert ask(place) == ("own-1", 3, 21)


def test_versions_of_one_area_follow_each_other_without_showing_through(place, small):
    april, may = date(2020, 4, 1), date(2020, 5, 1)
    third = approve(place, draft(place, from_on=may, examples=OWN_TOLD.replace("03-10", "05-10")))
    first = approve(place, draft(place, until_on=date(2020, 4, 20)))
    told = OWN_TOLD.replace("21", "28").replace("2020-03-10", "2020-04-10")
    second = approve(place, draft(place, from_on=april, text=OWN.replace("21", "28"), examples=told))
    for version in (first, second, third):
        version.refresh_from_db()
    assert [(v.from_on, v.until_on) for v in (first, second, third)] == [(MARCH, april), (april, may), (may, None)]
    assert [ask(place, on)[0] for on in (date(2020, 3, 31), april, date(2020, 4, 30), may)] == ["own-2", "own-3", "own-3", "own-1"]


def test_another_process_sees_it_within_a_second(place, small, monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(current, "monotonic", lambda: clock[0])
    assert ask(place)[0] == "2020-01-01"
    version = draft(place)
    TableVersion.objects.filter(pk=version.pk).update(approved_by=place.li, approved_at=place.at)
    assert ask(place)[0] == "2020-01-01"
    clock[0] += 1.1
    assert ask(place)[0] == "own-1"
