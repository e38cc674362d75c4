"""The clock starts what is due: once each, again after a fault, taken over when a lease runs out, and silent otherwise."""
from datetime import datetime, timedelta

import pytest

from lianfang.ground.days import SHANGHAI

from .. import actions, schedule
from ..models import Run

NOON = datetime(2020, 3, 10, 12, 0, tzinfo=SHANGHAI)


@pytest.fixture
def started(monkeypatch, db):
    monkeypatch.setattr(schedule, "JOBS", {})
    monkeypatch.setattr(actions, "JOBS", schedule.JOBS)
    return []


def daily(started, fault=None):
    def action(*, at):
        started.append(at)
        if fault and len(started) <= fault:
            raise RuntimeError("no paper")

    schedule.job("daily", "08:00", action)


@pytest.mark.parametrize("when, at, due", [
    ("08:00", NOON, NOON.replace(hour=8)), ("08:00", NOON.replace(hour=8), NOON.replace(hour=8)),
    ("18:00", NOON, NOON.replace(hour=18) - timedelta(days=1)), ("every 60", NOON + timedelta(seconds=59), NOON), ("every 2", NOON, NOON),
])
def test_the_last_due_moment(when, at, due):
    assert schedule.Job("x", when, print).last_due(at) == due


def test_once_a_due_moment(started):
    daily(started)
    assert actions.run_due(at=NOON) == ["daily"]
    assert actions.run_due(at=NOON + timedelta(hours=1)) == []
    assert actions.run_due(at=NOON + timedelta(days=1)) == ["daily"]
    assert started == [NOON, NOON + timedelta(days=1)] and Run.objects.count() == 1


def test_nothing_due_writes_nothing(started, django_assert_num_queries):
    daily(started)
    actions.run_due(at=NOON)
    with django_assert_num_queries(1):
        actions.run_due(at=NOON + timedelta(seconds=1))


def test_a_fault_is_kept_and_tried_again_in_a_minute_and_stops_nobody(started):
    daily(started, fault=1)
    schedule.job("other", "08:00", lambda *, at: None)
    assert actions.run_due(at=NOON) == ["other"]
    assert "no paper" in Run.objects.get(job="daily").fault
    assert actions.run_due(at=NOON + timedelta(seconds=59)) == []
    assert actions.run_due(at=NOON + timedelta(seconds=60)) == ["daily"]
    assert Run.objects.get(job="daily").fault == ""


def test_who_died_is_replaced_when_the_lease_is_over_or_the_next_moment_comes(started):
    daily(started)
    Run.objects.create(job="daily", due=NOON.replace(hour=8), leased_until=NOON + actions.LEASE)
    assert actions.run_due(at=NOON) == []
    assert actions.run_due(at=NOON + actions.LEASE) == ["daily"]
    Run.objects.update(finished_at=None, leased_until=NOON + timedelta(days=9))
    assert actions.run_due(at=NOON + timedelta(days=1)) == ["daily"]


def test_of_two_clocks_one_takes_it(started):
    daily(started)
    [job] = schedule.JOBS.values()
    due = job.last_due(NOON)
    assert actions._take(job, None, due, NOON) and not actions._take(job, None, due, NOON)
    last = Run.objects.get()
    tomorrow = due + timedelta(days=1)
    assert actions._take(job, last, tomorrow, tomorrow) and not actions._take(job, last, tomorrow, tomorrow)


def test_a_clock_that_was_a_month_ahead_keeps_nothing_from_being_done_today(started):
    daily(started)
    assert actions.run_due(at=NOON + timedelta(days=30)) == ["daily"]
    assert actions.run_due(at=NOON) == ["daily"]
    assert actions.run_due(at=NOON) == []
    assert actions.run_due(at=NOON + timedelta(days=1)) == ["daily"]


def test_another_server_a_minute_ahead_is_no_wrong_clock(started):
    schedule.job("often", "every 60", lambda *, at: started.append(at))
    assert actions.run_due(at=NOON + timedelta(seconds=61)) == ["often"]
    assert actions.run_due(at=NOON) == []
