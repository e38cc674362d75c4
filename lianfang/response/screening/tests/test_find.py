"""Returnees become persons under a category, once each, with what a decision needs to know."""
from datetime import date

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership, Person
from lianfang.registers.territory.actions.doors import add_doors
from lianfang.response.screening import queries
from lianfang.response.screening.models import Arrival, Doubt

from .conftest import HEADERS, ON, book, numbered, row


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


def facts(roster):
    return queries.arrival_facts(list(Arrival.objects.filter(roster=roster).order_by("row").values_list("pk", flat=True)))


@pytest.mark.parametrize(("origin", "kind", "place", "category"), [
    ("湖北武汉", "other_province", "420100", "returnee_out_of_province"),
    ("韩国首尔", "abroad", "KR", "returnee_abroad"),
    ("中国香港", "abroad", "810000", "returnee_abroad"),
    ("青禾县", "same_county", "990100", "returnee_in_province"),
    ("省内", "same_province", "990000", "returnee_in_province"),
    ("亲戚家", "unknown", "", "returnee"),
    ("", "unknown", "", "returnee"),
])
def test_an_origin_becomes_a_place_and_a_category(bring, origin, kind, place, category):
    [found] = facts(bring(book(row(1, origin=origin))))
    assert (found.origin_kind, found.place) == (kind, place)
    assert Membership.objects.get().category_id == category


def test_the_facts_of_an_arrival(bring, cast):
    columns = [*HEADERS, "有无症状", "特殊情况"]
    [found] = facts(bring(book([*row(1, temperature="37.6", colour="黄码", remark="返岗务工"), "咳嗽", "孕妇"], headers=columns)))
    assert (found.on, found.arrived_on, found.temperature, found.symptoms, found.colour) == (ON, date(2020, 3, 8), 37.6, True, "yellow")
    assert (found.age, found.special, found.worker, found.unit_id) == (30, "pregnant", "yes", cast.units["青禾县"].pk)


def test_what_nobody_said_stays_unsaid(bring):
    [found] = facts(bring(book(row(1, temperature="", colour="", on=""))))
    assert (found.temperature, found.symptoms, found.arrived_on) == (None, None, None)
    assert (found.colour, found.special, found.worker) == ("", "", "")


def test_a_known_address_is_a_door_and_leaves_no_doubt(bring, cast):
    add_doors(unit=cast.units["望河社区"], addresses=["望河小区3号楼1单元502", "东胡同7号"], by=cast.officer, at=cast.at)
    answer = queries.answer(bring(book(row(1, address="望河小区3-1-502"), row(2, address="望河社区东胡同7号"), row(3, address="村东头"))))
    assert [p.unit.level for p in Person.objects.select_related("unit").order_by("pk")] == ["door", "door", "county"]
    assert [(f["row"], f["code"], f["column"], f["level"]) for f in answer["faults"]] == [(5, "address_unknown", "住址", "warning")]
    assert answer["accepted"] == 3
    assert [d.state for d in Doubt.objects.all()] == ["unplaced"]
    turn = Turn.objects.get(flow="address_doubt")
    assert (turn.role, turn.owner_unit, turn.subject) == ("duty_officer", cast.units["青禾县"], Person.objects.latest("pk").pk)
    assert turn.opened_at < turn.due


def test_a_line_a_row_names_nobody(bring):
    roster = bring(book(row(1, name="周明远"), row(2)))
    lines = list(Line.objects.filter(verb="screening.find"))
    assert len(lines) == 2 and {ln.because for ln in lines} == {roster.because}
    assert {ln.subject for ln in lines} == set(Person.objects.values_list("pk", flat=True))
    assert "周明远" not in str([ln.data for ln in Line.objects.all()])
    for model in (Arrival, Membership):
        assert set(model.objects.values_list("because", flat=True)) == {ln.id for ln in lines}


def test_the_same_again_brings_nothing_and_another_day_an_arrival(bring):
    bring(book(row(1), row(2)))
    again = bring(book(row(1), row(2)))
    assert (again.created, again.merged) == (0, 2)
    later = bring(book(row(1, on="2020-03-09")))
    assert (later.created, later.merged) == (0, 1)
    assert (Person.objects.count(), Arrival.objects.count(), Membership.objects.count()) == (2, 3, 2)
    assert Doubt.objects.count() == Turn.objects.filter(flow="address_doubt").count() == 2


def test_name_and_phone_both_find_somebody_without_a_number(bring, cast):
    from lianfang.ground.days import now
    from lianfang.registers.people.actions import add_people
    from lianfang.registers.people.drafts import draft_person

    [known, _] = add_people(by=cast.officer, at=now(), people=[
        draft_person(unit_id=cast.units["502"].pk, name=name, phone="13900000001", at=now()) for name in ("周明远", "周明近")])
    found = bring(book(row(1, name="周明远", phone="13900000001")))
    assert (found.created, found.merged) == (0, 1)
    known = Person.objects.get(pk=known.pk)
    assert known.id_number.open() == numbered(1) and known.unit == cast.units["502"]
    assert bring(book(row(1, name="周明远", phone="13900000001", on="2020-03-09"))).merged == 1


def test_a_phone_alone_is_not_enough(bring):
    bring(book(row(1, phone="13900000001")))
    assert bring(book(row(2, phone="13900000001"))).created == 1
