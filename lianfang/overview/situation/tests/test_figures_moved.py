"""Past figures stand: whoever moves to another village later was counted where he was, there and in the county."""

from datetime import date, timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import through
from lianfang.ground.days import moment
from lianfang.ground.units.fields import Reach
from lianfang.overview.situation import queries
from lianfang.overview.situation.queries.board import BELOW
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from tests.once import as_once

from .conftest import ON, Order, make_story

PLACES = ("青禾县", "禾阳街道", "梨花沟镇", "丰禾社区", "梨花沟村")
NIGHT, NEXT = moment(ON, "22:30"), date(2020, 3, 11)
PAST = (moment(ON, "09:35"), moment(ON, "18:45"), NIGHT)
MOVED = moment(NEXT, "11:00")
CODES = (*BELOW, "ever", "ended")


def figures(story, at):
    """The boards of all places at a moment: total, lines, and the trend behind them."""
    found = {}
    for name in PLACES:
        board = queries.board(story.unit(name), at)
        days = [(day.on, day.managed, day.new, day.ended, day.moved) for day in queries.trend(story.unit(name), at, board.total["managed"])]
        found[name] = board.total.figures, {line.name: line.figures for line in board.lines if any(line.figures.values())}, days
    return found


def move(story, name, village, address, at):
    cast = story.cast
    offer = isolation.hand_over(order=story.order(name), unit=cast.units[village], reason="回村", by=cast.officer, at=at)
    isolation.receive(handover=offer, address=address, may_add=True, by=cast.officer, at=at)


@pytest.fixture
def told(cast, all_seen):
    """The story with its move, and what the boards said before and between."""
    return as_once("a story with a move", lambda: lived(make_story(cast)))


@pytest.fixture
def story(told):
    """Told to its end."""
    return told[0]


@pytest.fixture
def moved(told):
    """What the boards said, by moment."""
    return told[1]


def lived(story):
    """The boards are read before 吕春 (an open alarm, a missed check) and 周建明 move to the village, and between; 吕春 moves back."""
    isolation.serve(orders=[story.order("吕春")], by=story.cast.grid, at=moment(ON, "10:30"))
    isolation.ask(order=story.order("吕春"), kind="food", wish="大米", by=story.cast.grid, at=moment(ON, "10:35"))
    isolation.plan_checks(on=NEXT, by=story.cast.officer, at=moment(ON, "18:00"))
    said = {at: figures(story, at) for at in PAST}
    for name in ("吕春", "周建明"):
        move(story, name, "梨花沟村", "东胡同5号", MOVED)
    between = MOVED + timedelta(hours=1)
    said[between] = figures(story, between)
    move(story, "吕春", "丰禾社区", "", between + timedelta(hours=1))
    return story, said


def test_every_board_of_before_stands(moved, story):
    for at, said in moved.items():
        assert figures(story, at) == said, at


def test_between_they_were_counted_in_the_village(moved, story):
    managed = {at: {name: found[name][0]["managed"] for name in PLACES} for at, found in moved.items()}
    assert [managed[at]["丰禾社区"] for at in moved] == [2, 2, 2, 0] and [managed[at]["梨花沟村"] for at in moved] == [1, 1, 1, 3]
    today = {name: queries.trend(story.unit(name), MOVED, managed[MOVED + timedelta(hours=1)][name])[-1] for name in PLACES}
    assert {name: day.moved for name, day in today.items()} == {"青禾县": 0, "禾阳街道": -2, "梨花沟镇": 2, "丰禾社区": -2, "梨花沟村": 2}
    now = MOVED + timedelta(hours=3)
    assert {name: indicators.value("managed", story.unit(name).path, now) for name in PLACES} == {
        "青禾县": 3, "禾阳街道": 1, "梨花沟镇": 2, "丰禾社区": 1, "梨花沟村": 2}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_the_records_behind_a_past_figure_are_those_that_were_counted(moved, story, place):
    path = story.unit(place).path
    for at in moved:
        for code in CODES:
            if indicators.INDICATORS[code].place == "unit__path":
                with through(Reach(path)):
                    opened = indicators.records(code, Reach(path), at).count()
                assert opened == indicators.value(code, path, at) == moved[at][place][0][code], (at, code)


def test_nobody_opens_what_lay_elsewhere_then(moved, story):
    with through(Reach(story.unit("梨花沟村").path)):
        assert set(indicators.records("managed", Reach("/"), NIGHT)) == {story.order("魏小东")}
        assert indicators.value("managed", "/", NIGHT) == 1


def test_what_hangs_on_the_unit_itself_did_so_then(story, all_seen):
    cast, at = story.cast, moment(ON, "12:00")
    draft = draft_person(unit_id=cast.units["青禾县"].pk, name="周远", at=at)
    [story.people["周远"]] = people.add_people(people=[draft], by=cast.officer, at=at)
    story.find("周远", at)
    people.place(people=[story.people["周远"]], unit=cast.units["502"], by=cast.officer, at=NIGHT)
    county, before = story.unit("青禾县"), NIGHT - timedelta(minutes=1)
    assert [indicators.by_child(["managed"], county, when)[0]["managed"] for when in (before, NIGHT)] == [1, 0]
    own = [indicators.records("managed", "/", when, own=county.path) for when in (before, NIGHT)]
    assert [[order.person.name for order in found] for found in own] == [["周远"], []]
    assert Order.objects.get(person=story.people["周远"]).unit == cast.units["502"]


def test_the_present_asks_one_question_more(moved, story, django_assert_num_queries):
    now = MOVED + timedelta(hours=3)
    with django_assert_num_queries(2):
        indicators.values(["managed", "home", "unserved"], "/", now)
