"""Turns counted below a unit, by place first, come to what the plain questions say: now, at a past moment, and through anybody's eyes."""
from datetime import timedelta
from itertools import cycle

import pytest
from django.db.models import Count, F, Max, Min, Q

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything, through
from lianfang.ground.ids import uuid7
from lianfang.ground.indicators.tallies import late_below, waiting_below
from lianfang.ground.units.fields import Child, Reach
from lianfang.ground.workflow.models import Turn

FLOWS = (("alarm", "open"), ("check", "due"), ("order", "issued"), ("order", "running"))
LEVELS = ("grid", "village", "township", "county")
PLACES = ("502", "601", "禾阳街道", "梨花沟镇", "丰禾社区", "青禾县")
AGO, ENDED = (50, 30, 9, 1), (None, -20, None, -2, None)  # hours


@pytest.fixture
def turns(cast):
    """Of four flows at four levels and six places; some closed since, some of these before they were due, some urged."""
    levels, ends, places = cycle(LEVELS), cycle(ENDED), cycle(PLACES)
    with everything():
        for n in range(60):
            flow, state = FLOWS[n % len(FLOWS)]
            opened = cast.at - timedelta(hours=AGO[n // 3 % len(AGO)])
            ended = next(ends)
            closed = ended and max(opened, cast.at + timedelta(hours=ended, minutes=n))
            Turn.objects.create(flow=flow, state=state, record=uuid7(), level=next(levels), role="village_cadre",
                                unit=cast.units[next(places)], owner_unit=cast.units["青禾县"], opened_at=opened, closed_at=closed,
                                due=opened + timedelta(hours=n % 7), urged_at=cast.at - timedelta(minutes=n) if n % 4 else None)
    return cast


def eyes_of(cast, name):
    return through(Reach(cast.units[name].path)) if name else everything()


@pytest.mark.parametrize("eyes", ["", "禾阳街道"])
@pytest.mark.parametrize("hours", [0, 1, 10, 25])
@pytest.mark.parametrize("place", ["青禾县", "禾阳街道", "丰禾社区"])
def test_both_say_the_same(turns, place, hours, eyes):
    unit, at = turns.units[place], turns.at - timedelta(hours=hours)
    with eyes_of(turns, eyes):
        rows = Turn.objects.filter(unit__path__under=unit.path).annotate(child=Child(F("unit__path"), unit.path)).order_by()
        late = rows.overdue(at).values_list("level", "flow", "child").annotate(n=Count("pk"), due=Min("due"), urged=Max("urged_at"))
        told = [(one.level, one.flow, str(one.child or ""), one.count, one.oldest, one.urged_at) for one in late_below(unit, at)]
        assert sorted(told, key=str) == sorted(late, key=str) and (told or hours == 25)
        asked = rows.open(at).filter(flow__in=("alarm", "order"), due__lte=at).values_list("flow", "state", "child")
        waits = asked.annotate(n=Count("pk"), late=Count("pk", filter=Q(due__lt=at)), since=Min("opened_at"))
        told = [(one.flow, one.state, str(one.child or ""), one.count, one.late, one.since)
                for one in waiting_below(unit, at, {"alarm", "order"}, due__lte=at)]
        assert sorted(told, key=str) == sorted(waits, key=str)


def test_however_many_were_closed_since_a_question_names_none_of_them(turns):
    """Of a past day there may be more than a database lets one name."""
    at = turns.at - timedelta(hours=10)

    def marks():
        return len(indicators.records("overdue", Reach("/"), at).query.sql_with_params()[1])

    with everything():
        before, many = marks(), Turn.objects.overdue(at).count()
        Turn.objects.filter(closed_at=None).update(closed_at=turns.at)
        assert marks() == before and indicators.value("overdue", Reach("/"), at) == many > 10


def test_figures_counted_below_are_those_that_open(turns):
    """Each indicator that brings a quicker count of its own tells what its records come to, child by child."""
    codes = [code for code, one in indicators.INDICATORS.items() if one.below]
    with everything():
        for at in (turns.at, turns.at - timedelta(hours=10)):
            below = indicators.by_child(codes, turns.units["青禾县"], at)
            for child in ("禾阳街道", "梨花沟镇"):
                unit = turns.units[child]
                assert below[unit.pk] == indicators.values(codes, Reach(unit.path), at) and below[unit.pk]["overdue"]
    assert {"overdue", "overdue_grid"} <= {*codes}
