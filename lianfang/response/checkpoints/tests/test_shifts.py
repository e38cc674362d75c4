"""On duty: one shift at a post, counts beside records, a difference that asks for a word, and people handed on."""
from dataclasses import replace
from datetime import timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.days import moment
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.checkpoints import actions, queries
from lianfang.response.checkpoints.models import Passage, Shift, Tally

from .gate import put_up


@pytest.fixture
def shift(gate):
    return actions.open_shift(post=gate.post, people=3, stock={"masks": 100}, by=gate.cast.post, at=gate.cast.at)


def test_only_one_shift_is_on_duty_at_a_post(gate, shift):
    with pytest.raises(Refused, match="还没有交班"):
        actions.open_shift(post=gate.post, people=2, by=gate.cast.officer, at=gate.cast.at)
    assert actions.open_shift(post=gate.post, people=2, by=gate.cast.post, at=gate.cast.at, pk=shift.pk).pk == shift.pk


def test_its_turn_is_to_hand_over_an_hour_after_its_eight_hours(shift, gate):
    turn = Turn.objects.get(record=shift.pk)
    assert (turn.account, turn.due - gate.cast.at) == (gate.cast.post, timedelta(hours=9))


def test_what_comes_in_late_belongs_to_the_shift_in_which_it_happened(gate, shift):
    actions.hand_over_shift(shift=shift, by=gate.cast.post, at=gate.cast.at + timedelta(hours=8))
    after = actions.open_shift(post=gate.post, people=2, by=gate.cast.officer, at=gate.cast.at + timedelta(hours=8))
    late = replace(gate.car(at=gate.cast.at + timedelta(hours=7)), received_at=gate.cast.at + timedelta(hours=9))
    [vehicle] = actions.pass_vehicle(cars=[late], by=gate.cast.post, at=late.received_at)
    assert vehicle.shift_id == shift.pk
    actions.tally(shift=shift, vehicles=1, by=gate.cast.post, at=late.at)
    with pytest.raises(Refused, match="已经交班"):
        actions.tally(shift=shift, vehicles=1, by=gate.cast.post, at=late.received_at)
    assert queries.counts(shift)["counted"]["vehicles"] == 1 and queries.counts(after)["recorded"]["vehicles"] == 0


def test_records_belong_to_the_shift_and_differ_from_what_was_counted(gate, shift):
    gate.comes()
    gate.comes(gate.someone(), gate.someone(id_number="", skips={"scan": "child"}))
    actions.tally(shift=shift, vehicles=3, people=4, by=gate.cast.post, at=gate.cast.at)
    actions.tally(shift=shift, vehicles=-1, by=gate.cast.post, at=gate.cast.at)
    found = queries.counts(shift)
    assert (found["counted"], found["recorded"]) == ({"vehicles": 2, "people": 4}, {"vehicles": 2, "people": 3})
    assert (found["vehicles"], found["people"]) == (0, 1)


def test_a_count_sent_twice_counts_once(gate, shift):
    for _n in range(2):
        actions.tally(shift=shift, vehicles=1, by=gate.cast.post, at=gate.cast.at, pk=shift.pk)
    assert Tally.objects.count() == 1


@pytest.mark.parametrize(("counted", "is_asked"), [(20, False), (21, False), (22, True)])
def test_a_difference_above_five_in_a_hundred_asks_for_a_word(gate, shift, counted, is_asked):
    for _n in range(20):
        gate.comes()
    actions.tally(shift=shift, vehicles=counted, people=20, by=gate.cast.post, at=gate.cast.at)
    later = gate.cast.at + timedelta(hours=8)
    if is_asked:
        with pytest.raises(Refused, match="相差较大"):
            actions.hand_over_shift(shift=shift, by=gate.cast.post, at=later)
    actions.hand_over_shift(shift=shift, stock={"masks": 60}, why="高峰先放行后补登记" if is_asked else "", by=gate.cast.post, at=later)
    shift.refresh_from_db()
    assert (shift.state, shift.counts["vehicles"], shift.stock_left) == ("handed_over", 20, {"masks": 60})
    with pytest.raises(Refused, match="已经交班"):
        actions.tally(shift=shift, vehicles=1, by=gate.cast.post, at=later)


def test_who_is_held_is_the_next_shifts(gate, shift):
    held = gate.comes(gate.someone(temperature=37.5)).checked[0]
    actions.hand_over_shift(shift=shift, by=gate.cast.post, at=gate.cast.at)
    actions.open_shift(post=gate.post, people=2, by=gate.cast.officer, at=gate.cast.at)
    assert Turn.objects.get(record=held.pk, closed_at=None).account == gate.cast.officer
    assert Passage.objects.get(pk=held.pk).keeper == gate.cast.officer


def test_the_queue_is_what_was_counted_less_what_was_recorded_within_the_hour(gate, shift):
    at = gate.cast.at + timedelta(minutes=50)
    assert queries.queue_of(gate.post, at).waiting is None, "nobody counts"
    for minute in range(10):
        gate.comes(at=gate.cast.at + timedelta(minutes=minute))
    actions.tally(shift=shift, vehicles=15, by=gate.cast.post, at=gate.cast.at + timedelta(minutes=40))
    found = queries.queue_of(gate.post, at)
    assert (found.waiting, found.minutes, found.window) == (5, 5, 60), "one a minute, as long as they came"
    actions.tally(shift=shift, vehicles=1, by=gate.cast.post, at=gate.cast.at + timedelta(minutes=59))
    assert queries.queue_of(gate.post, gate.cast.at + timedelta(minutes=101)).minutes is None, "nobody was recorded for an hour"


def test_two_vehicles_say_nothing_of_the_pace_and_another_shift_begins_anew(gate, shift):
    at = gate.cast.at
    for minute in (10, 12):
        gate.comes(at=at + timedelta(minutes=minute))
    actions.tally(shift=shift, vehicles=3, by=gate.cast.post, at=at + timedelta(minutes=13))
    assert (queries.queue_of(gate.post, at + timedelta(minutes=14)).waiting, queries.queue_of(
        gate.post, at + timedelta(minutes=14)).minutes) == (1, None)
    actions.hand_over_shift(shift=shift, why="还有一辆在等", by=gate.cast.post, at=at + timedelta(minutes=20))
    actions.open_shift(post=gate.post, people=2, by=gate.cast.post, at=at + timedelta(minutes=21))
    assert queries.queue_of(gate.post, at + timedelta(minutes=22)).waiting is None


def test_a_gap_is_flagged_after_half_an_hour_and_only_while_the_post_is_open(gate):
    day = put_up(gate.cast, name="夜里不开", opens="06:00", closes="22:00")
    at = gate.cast.at
    shifts = [actions.open_shift(post=post, people=1, by=gate.cast.post, at=at) for post in (gate.post, day)]
    for shift in shifts:
        actions.hand_over_shift(shift=shift, by=gate.cast.post, at=at + timedelta(hours=1))
    assert queries.unwatched("/", at + timedelta(hours=1, minutes=29)) == []
    assert set(queries.unwatched("/", at + timedelta(hours=1, minutes=31))) == {gate.post, day}
    assert queries.unwatched("/", moment(gate.cast.on, "23:00")) == [gate.post]
    assert indicators.value("gate_unwatched", "/", moment(gate.cast.on, "23:00")) == 1
    assert Shift.objects.count() == 2
