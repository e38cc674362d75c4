"""The machine's clock is set back, or was ahead for a while: the order of what was written still holds."""
import time
import uuid
from unittest.mock import Mock

import pytest
from django.db import OperationalError, transaction

from lianfang.ground import ids
from lianfang.ground.days import now

from .. import actions, chain, line
from ..numbers import number_of, numbered

pytestmark = pytest.mark.django_db
HOUR = 3_600_000_000_000  # nanoseconds
REAL = time.time_ns


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch):
    """What ids remember of the clock is given back."""
    for name in ("_last", "_ahead", "_newest"):
        monkeypatch.setattr(ids, name, getattr(ids, name))


@pytest.fixture
def the_clock_goes(monkeypatch):
    """Set the machine's clock by so many hours."""
    def by(hours):
        monkeypatch.setattr(time, "time_ns", lambda: REAL() + hours * HOUR)
    return by


def told():
    with transaction.atomic():
        return actions.write([line("tests.tell", kind="thing", record=uuid.uuid4(), by=1, at=now())])[0]


def test_a_line_written_after_it_comes_after_what_another_process_wrote(the_clock_goes, monkeypatch):
    told()
    before = told()
    actions.seal()
    monkeypatch.setattr(ids, "_last", 0)  # this process had written nothing for long
    the_clock_goes(-2)
    after = told()
    assert after.id > before.id
    assert actions.seal() == 1 and chain.first_bad() is None


def test_without_that_it_would_be_taken_for_one_slipped_in(the_clock_goes, monkeypatch):
    told()
    actions.seal()
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(ids, "_newest", None)
    the_clock_goes(-2)
    told()
    assert chain.first_bad().reason == "the line was slipped in behind sealed ones"


def test_whoever_could_not_ask_for_the_newest_line_asks_again(the_clock_goes, monkeypatch):
    before = told()
    monkeypatch.setattr(ids, "_last", 0)
    asked = Mock(side_effect=[OperationalError("the database is away"), before.id])
    ids.after_set_back(asked)
    the_clock_goes(-2)
    with pytest.raises(OperationalError):
        ids.uuid7()
    assert ids.uuid7() > before.id


def test_a_clock_that_was_a_month_ahead_and_is_set_right(the_clock_goes, monkeypatch):
    the_clock_goes(30 * 24)
    ahead = told()
    actions.seal()
    the_clock_goes(0)
    assert told().id > ahead.id
    actions.seal()
    assert chain.first_bad() is None


def test_a_process_that_starts_while_it_is_behind_goes_on_from_the_newest_line(the_clock_goes, monkeypatch):
    before = told()
    actions.seal()
    the_clock_goes(-2)
    monkeypatch.setattr(ids, "_last", 0)
    monkeypatch.setattr(ids, "_ahead", time.time_ns() - time.monotonic_ns())
    ids.go_on_from(chain.newest())
    assert told().id > before.id
    assert actions.seal() == 1 and chain.first_bad() is None


def test_the_number_in_a_foot_finds_its_line_while_ids_run_ahead_of_their_day(the_clock_goes):
    the_clock_goes(30 * 24)
    ids.uuid7()
    the_clock_goes(0)
    line_of_today = told()
    assert numbered(number_of(line_of_today)) == line_of_today
    assert numbered(number_of(line_of_today)[:-1] + "?") is None


def test_ids_go_on_one_by_one_until_the_clock_has_caught_up(the_clock_goes):
    newest = ids.uuid7()
    the_clock_goes(-1)
    made = [ids.uuid7() for _ in range(100)]
    assert made == sorted(made) and made[0] > newest
    assert (made[-1].int >> 80) - (newest.int >> 80) < 10
