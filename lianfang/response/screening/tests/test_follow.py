"""A doubt goes with its person: it is never settled by those he has left, and its settling touches all that is his."""
import pytest

from lianfang.ground.accounts.scope import everything, seen_by, through
from lianfang.ground.days import now, today
from lianfang.ground.units.fields import Reach
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.models import Person
from lianfang.registers.people.queries import search
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Arrival, Doubt

from .conftest import book, row


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


@pytest.fixture
def doubt(bring):
    """周明远 lives in 丰禾社区; the county's next roster brings his number as 周明选."""
    bring(book(row(1, name="周明远", address="村东头")), unit="丰禾社区")
    bring(book(row(1, name="周明选", on="2020-03-09")))
    return Doubt.objects.get(kind="name_doubt")


def moved(person, unit, cast):
    people.move(people=[person], unit=cast.units[unit], by=cast.officer, at=now())


def owners(kind):
    return list(Turn.objects.open().filter(flow=kind).values_list("role", "owner_unit__name"))


def test_who_has_left_takes_his_doubts_along(doubt, cast):
    assert owners("name_doubt") == [("township_cadre", "禾阳街道")] and owners("address_doubt") == [("village_cadre", "丰禾社区")]
    moved(doubt.person, "梨花沟村", cast)
    assert set(Doubt.objects.values_list("unit__name")) == {("梨花沟村",)}
    assert owners("name_doubt") == [("township_cadre", "梨花沟镇")] and owners("address_doubt") == [("village_cadre", "梨花沟村")]


def test_those_he_has_left_no_longer_rename_him(doubt, cast, client):
    url = f"/rosters/doubts/{doubt.pk}/"
    client.force_login(cast.cadre)
    assert client.get(url).status_code == 200
    moved(doubt.person, "梨花沟村", cast)
    assert client.post(url, {"outcome": "renamed"}).status_code == 404
    client.force_login(cast.far_cadre)
    assert client.post(url, {"outcome": "renamed"}).status_code == 302
    assert Person.objects.get().name == "周明选"


def test_a_door_answers_where_he_lives(doubt, cast):
    moved(doubt.person, "502", cast)
    placed = Doubt.objects.get(kind="address_doubt")
    assert (placed.state, placed.outcome, placed.unit) == ("placed", "placed", cast.units["502"])
    assert owners("address_doubt") == [] and owners("name_doubt") == [("township_cadre", "禾阳街道")]
    assert set(Arrival.objects.values_list("unit__name")) == {("502",)}


def test_what_is_settled_stays_where_it_was_settled(doubt, cast):
    actions.resolve_name(doubt=doubt, outcome="kept", by=cast.cadre, at=now())
    moved(doubt.person, "梨花沟村", cast)
    assert Doubt.objects.get(kind="name_doubt").unit == cast.units["丰禾社区"]


def test_the_old_name_finds_him_no_more_whoever_has_settled_it(doubt, cast):
    Doubt.objects.filter(pk=doubt.pk).update(unit=cast.units["梨花沟村"])  # as it stood before doubts followed
    with seen_by(cast.far_cadre, today()):
        actions.resolve_name(doubt=queries.doubt_named(doubt.pk), outcome="renamed", by=cast.far_cadre, at=now())
    county = Reach(cast.units["青禾县"].path)
    with through(county):
        assert [p.name for p in search("周明", county).people] == ["周明选"] and search("周明远", county).people == []


def test_somebody_else_is_set_apart_whoever_says_so(doubt, cast):
    Doubt.objects.filter(pk=doubt.pk).update(unit=cast.units["梨花沟村"])
    with seen_by(cast.far_cadre, today()):
        found = Doubt.objects.get(pk=doubt.pk)
        actions.resolve_name(doubt=found, outcome="other", by=cast.far_cadre, at=now())
    assert Person.objects.count() == 2 and Arrival.objects.get(pk=doubt.arrival_id).person.name == "周明选"
