"""Whose address nobody could place is somebody's turn until he is put at a door."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.models import Person
from lianfang.response.screening import actions, queries
from lianfang.response.screening.models import Arrival, Doubt

from .conftest import book, row


@pytest.fixture(autouse=True)
def _all(db):
    with everything():
        yield


def test_placed_with_his_arrival_and_not_asked_again(bring, cast):
    content = book(row(1, address="村东头第三家"))
    bring(content, unit="梨花沟村")
    doubt = Doubt.objects.select_related("person").get()
    turn = Turn.objects.open().get(flow="address_doubt")
    assert (turn.role, turn.owner_unit) == ("village_cadre", cast.units["梨花沟村"])
    door = cast.units["梨花沟村12号"]
    actions.place_person(doubt=doubt, unit=door, by=cast.far_cadre, at=now())
    assert Person.objects.get().unit == Arrival.objects.get().unit == door
    assert not Turn.objects.open().filter(flow="address_doubt").exists()
    assert Line.objects.get(verb="people.place").because == Line.objects.get(verb="screening.place_person").id
    roster = bring(content, unit="梨花沟村")
    assert [f["code"] for f in queries.answer(roster)["faults"]] == ["address_unknown"]
    assert Doubt.objects.count() == 1 and Person.objects.get().unit == door
