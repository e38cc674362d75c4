"""Back to the version before in one step, by one person, at once; and what the clock does with hours."""
from datetime import date, timedelta

import pytest
import time_machine

from lianfang.ground.days import day_start, moment
from lianfang.ground.journal.models import Line

from .. import current
from ..actions import Refused, pass_hours, return_version
from ..models import Rerun, TableVersion
from .conftest import OWN, OWN_TOLD
from .test_approve_version import approve, ask
from .test_draft_version import MARCH, submitted

TENTH = date(2020, 3, 10)
NOON = moment(TENTH, "12:00")


@pytest.fixture
def wall(place):
    """The clock on the wall, and the job that follows it."""
    with time_machine.travel(NOON, tick=False) as found:
        def move(at):
            found.move_to(at)
            current.forget()
            pass_hours(by=place.console, at=at)

        yield move


def later(place, from_at=NOON, days=28):
    told = OWN_TOLD.replace("21", str(days)).replace("2020-03-10", str(from_at.date()))
    return submitted(place, from_at=from_at, text=OWN.replace("21", str(days)), examples=told)


def test_the_shipped_rows_hold_again_at_once(place, small, wall):
    version = approve(place, submitted(place, from_at=day_start(TENTH - timedelta(days=2))))
    wall(NOON)
    version.refresh_from_db()
    assert (version.state, ask(place, TENTH)[0]) == ("in_force", "own-1")
    assert return_version(version=version, by=place.wang, at=NOON, says="天数写错") is None
    version.refresh_from_db()
    assert (version.state, version.says, ask(place, TENTH)[0]) == ("returned", "天数写错", "2020-01-01")
    assert ask(place, TENTH - timedelta(days=1))[0] == "own-1", "of the days on which it held it is still told what held"
    assert [run.has_begun for run in Rerun.objects.order_by("since")] == [True, False]


def test_the_version_before_comes_back_under_its_two_names(place, small, wall):
    first = approve(place, submitted(place))
    wall(NOON - timedelta(hours=1))
    second = approve(place, later(place), at=NOON - timedelta(minutes=5))
    assert ask(place, TENTH) == ("own-1", 3, 21)
    wall(NOON)
    first.refresh_from_db()
    assert (first.state, ask(place, TENTH)) == ("superseded", ("own-2", 3, 28))
    wall(NOON + timedelta(hours=2))
    second.refresh_from_db()
    back = return_version(version=second, by=place.li, at=NOON + timedelta(hours=2), says="不对")
    assert (back.mark, back.returns, back.drafted_by, back.approved_by) == ("own-3", first, first.drafted_by, first.approved_by)
    assert ask(place, TENTH) == ("own-3", 3, 21)
    assert Line.objects.filter(verb="decisions.return_version").count() == 1
    wall(NOON + timedelta(hours=3))
    assert TableVersion.objects.get(number=3).state == "in_force"


def test_one_that_has_not_begun_is_returned_as_if_it_never_had_been(place, small, wall):
    first = approve(place, submitted(place))
    wall(NOON)
    second = approve(place, later(place, from_at=NOON + timedelta(days=2)), at=NOON)
    return_version(version=second, by=place.wang, at=NOON, says="再想想")
    first.refresh_from_db()
    assert (first.ends_at, ask(place, TENTH + timedelta(days=3))[0]) == (None, "own-1")
    again = later(place, from_at=NOON + timedelta(days=2), days=10)
    assert again.state == "asked_health", "it stands in the way of none that is drafted for the same hour"
    wall(NOON + timedelta(days=4))
    first.refresh_from_db()
    assert (first.state, Rerun.objects.filter(version=second).count()) == ("in_force", 0)


def test_not_after_the_days_the_table_gives_and_not_without_a_word(place, small, wall):
    version = approve(place, submitted(place))
    wall(day_start(MARCH))
    version.refresh_from_db()
    with pytest.raises(Refused, match="为什么"):
        return_version(version=version, by=place.wang, at=NOON)
    with pytest.raises(Refused, match="太久"):
        return_version(version=version, by=place.wang, at=day_start(MARCH) + timedelta(days=7, seconds=1), says="晚了")
    with pytest.raises(Refused, match="不归您办"):
        return_version(version=version, by=place._account("cadre", "township_cadre", place.town), at=NOON, says="不要")


def test_its_own_end_comes_too(place, small, wall):
    version = approve(place, submitted(place, until_at=NOON))
    wall(NOON - timedelta(minutes=1))
    assert ask(place, TENTH)[0] == "own-1"
    wall(NOON)
    version.refresh_from_db()
    assert (version.state, ask(place, TENTH)[0]) == ("over", "2020-01-01")
    assert [run.has_begun for run in Rerun.objects.order_by("since")] == [True, False]
