"""Whose door is found at last is watched there: order, checks and reviews come along, with their turns, and the clock is kept."""
import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.models import Check, Order, Review


@pytest.fixture
def stranger(cast):
    """Somebody of whom only the county is known."""
    found = draft_person(unit_id=cast.units["青禾县"].pk, name="周远", at=cast.at)
    return people.add_people(people=[found], by=cast.officer, at=cast.at)[0]


def turns(flow):
    return list(Turn.objects.open().filter(flow=flow).values_list("role", "owner_unit__name"))


def test_an_order_follows_its_person(cast, stranger, find):
    find(someone=stranger)
    before = Order.objects.get()
    assert turns("order") == [("duty_officer", "青禾县")] and before.minder is None
    people.place(people=[stranger], unit=cast.units["502"], by=cast.officer, at=cast.at)
    order = Order.objects.get()
    assert (order.unit, order.minder, order.until_on) == (cast.units["502"], cast.grid, before.until_on)
    assert turns("order") == [("village_cadre", "丰禾社区")]
    assert set(Check.objects.filter(state="due").values_list("unit", "minder")) <= {(cast.units["502"].pk, cast.grid.pk)}
    moved, placed = Line.objects.get(verb="isolation.move"), Line.objects.get(verb="people.place")
    assert (moved.because, moved.subject) == (placed.id, stranger.pk)


def test_a_review_follows_too(cast, stranger, find):
    find(someone=stranger, origin="unknown")
    people.place(people=[stranger], unit=cast.units["502"], by=cast.officer, at=cast.at)
    assert Review.objects.get().unit == cast.units["502"]
    assert len(turns("review")) == 1


def test_who_has_no_order_is_just_placed(cast, stranger):
    people.place(people=[stranger], unit=cast.units["502"], by=cast.officer, at=cast.at)
    with everything():
        assert not Line.objects.filter(verb="isolation.move").exists()
