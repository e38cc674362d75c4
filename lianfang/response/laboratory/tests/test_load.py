"""What waits over what can be done; the pool size that costs the fewest tests, by Dorfman's expectation."""
import sys
from datetime import date, timedelta

import pytest

from lianfang.ground.units.fields import TOP
from lianfang.response.laboratory import queries
from lianfang.response.laboratory.queries.load import Prevalence
from lianfang.response.laboratory.rules import capacity


def test_dorfmans_expectation(db):
    assert queries.expected(10, 0.001) == pytest.approx(0.10996, abs=5e-6)
    assert [one.size for one in queries.pool_sizes(0.001, 1000, date(2020, 3, 10)) if one.is_best] == [10]
    assert [one.size for one in queries.pool_sizes(0.04, 1000, date(2022, 3, 10)) if one.is_best] == [5]
    assert [one.size for one in queries.pool_sizes(0.4, 1000, date(2022, 3, 10)) if one.is_best] == [1]


def test_what_waits_is_done_in_as_many_days_as_the_capacity_says(point):
    point.filled(point.people[:5], 5)
    on = point.cast.on
    days = queries.forecast(on, point.at, {on: 700, on + timedelta(days=2): 10})
    assert [(day.waiting, day.done, day.left) for day in days[:3]] == [(1, 600, 101), (101, 101, 0), (0, 10, 0)] and len(days) == 7


def test_the_prevalence_is_of_people_and_of_none_positive_an_upper_bound_once_there_are_enough(point, monkeypatch):
    point.report(point.filled(point.people), "negative")
    assert queries.prevalence(point.cast.on, point.later(hours=1)) == Prevalence(0.001, 0, 10, is_told=False)
    rule = capacity(point.cast.on, TOP)
    with monkeypatch.context() as enough:
        enough.setattr(sys.modules[Prevalence.__module__], "capacity", lambda *_: {**rule, "least": 10})
        assert queries.prevalence(point.cast.on, point.later(hours=1)) == Prevalence(0.3, 0, 10, is_told=True)
    point.report(point.filled(point.people[:1], 1, point.later(hours=2)), "positive", point.later(hours=3))
    assert queries.prevalence(point.cast.on, point.later(hours=4)) == Prevalence(0.1, 1, 10, is_told=True)
