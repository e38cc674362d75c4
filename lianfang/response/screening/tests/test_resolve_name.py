"""A known number under another name is never overwritten: it is taken with a warning, and somebody says who it is, once."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Membership, Person
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Arrival, Doubt

from .conftest import book, row


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


@pytest.fixture
def doubt(bring):
    """周明远 is known; the next roster brings his number as 周明选, on another day."""
    bring(book(row(1, name="周明远", phone="13900000001")))
    roster = bring(book(row(1, name="周明选", phone="13900000002", on="2020-03-09")))
    [warning] = [f for f in queries.answer(roster)["faults"] if f["code"] == "name_differs"]
    assert (warning["level"], warning["column"], roster.accepted, roster.merged, roster.created) == ("warning", "姓名", 1, 1, 0)
    assert Person.objects.get().name == "周明远"
    return Doubt.objects.select_related("person", "roster").get(kind="name_doubt")


def again(bring):
    return bring(book(row(1, name="周明选", phone="13900000002", on="2020-03-09")))


def test_it_is_the_turn_of_whoever_leads_there(doubt):
    assert Turn.objects.get(flow="name_doubt").role == "duty_officer"


def test_kept(doubt, bring, cast):
    actions.resolve_name(doubt=doubt, outcome="kept", by=cast.township, at=now())
    assert Person.objects.get().name == "周明远"
    assert not Turn.objects.open().filter(flow="name_doubt").exists()
    again(bring)
    assert Doubt.objects.filter(kind="name_doubt").count() == 1


def test_renamed(doubt, bring, cast):
    actions.resolve_name(doubt=doubt, outcome="renamed", by=cast.township, at=now())
    assert Person.objects.get().name == "周明选"
    assert "name_differs" not in {f["code"] for f in queries.answer(again(bring))["faults"]}


def test_somebody_else_is_remembered(doubt, bring, cast):
    actions.resolve_name(doubt=doubt, outcome="other", by=cast.township, at=now())
    known, other = Person.objects.order_by("pk")
    assert (other.name, other.id_blind, other.phone.open(), other.id_number.open()) == ("周明选", "", "13900000002", known.id_number.open())
    assert [a.person_id for a in Arrival.objects.order_by("found_at")] == [known.pk, other.pk]
    found = Line.objects.filter(verb="screening.find").latest("id")
    assert (found.subject, Membership.objects.get(person=other).because) == (other.pk, found.id)
    assert Turn.objects.open().get(flow="address_doubt", subject=other.pk).state == "unplaced"
    repeated = again(bring)
    assert (repeated.created, repeated.merged) == (0, 1)
    assert "name_differs" not in {f["code"] for f in queries.answer(repeated)["faults"]}
    third = bring(book(row(1, name="周明选", phone="13900000002", on="2020-03-10")))
    assert third.created == 0 and Arrival.objects.filter(person=other).count() == 2
    assert Line.objects.get(verb="people.refuse").because == Line.objects.get(verb="screening.resolve_name").id


def test_only_once(doubt, cast):
    actions.resolve_name(doubt=doubt, outcome="kept", by=cast.township, at=now())
    with pytest.raises(Refused):
        actions.resolve_name(doubt=doubt, outcome="other", by=cast.township, at=now())


def test_a_register_under_another_name_is_asked_about_too(bring):
    bring(book(row(1, name="周明远")), kind="residents", basis="演练")
    found = bring(book(row(1, name="周明选")))
    assert (found.created, found.merged) == (1, 0)
    assert Doubt.objects.get(kind="name_doubt").name == "周明远"
