"""Two people at once: the second is told, nothing is recorded twice."""
from copy import copy

import pytest

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.response.isolation.actions import Reading, record_checks, serve
from lianfang.response.isolation.models import Check


def test_the_second_to_fill_a_check_is_told(order, cast):
    first = Check.objects.get(order=order, half="am")
    second = copy(first)
    record_checks(readings=[Reading(first, 36.5)], by=cast.grid, at=cast.at)
    with pytest.raises(Refused, match="已经有人办了"):
        record_checks(readings=[Reading(second, 37.9)], by=cast.cadre, at=cast.at)
    first.refresh_from_db()
    assert (first.temperature, second.state, Line.objects.filter(verb="isolation.record_check").count()) == (36.5, "due", 1)


def test_of_many_none_is_served_when_one_was_already(order, cast):
    stale = copy(order)
    serve(orders=[order], by=cast.grid, at=cast.at)
    with pytest.raises(Refused):
        serve(orders=[stale], by=cast.cadre, at=cast.at)
    assert Line.objects.filter(verb="isolation.serve").count() == 1
