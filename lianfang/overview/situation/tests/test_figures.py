"""Every figure is held against a count that knows nothing of its query, now, at past moments, in the county and in a town."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from lianfang.ground import decisions, indicators
from lianfang.ground.accounts.models import Responsible
from lianfang.ground.accounts.scope import through
from lianfang.ground.days import day_of, moment
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Figure, Unit
from lianfang.ground.workflow.models import Turn
from lianfang.overview.situation import queries
from lianfang.response.isolation import actions as isolation

from .conftest import ON, Alarm, Check, Order, Review

LATER = date(2020, 3, 12)
MOMENTS = [
    moment(ON, "08:00"),
    moment(ON, "09:35"),
    moment(ON, "18:45"),
    moment(LATER, "07:45"),
    moment(LATER, "09:59"),
    moment(LATER, "18:45"),
    moment(date(2020, 3, 24), "12:00"),
    moment(date(2020, 3, 26), "12:00"),
]


@pytest.fixture
def lived(story, all_seen):
    """Two days on: served, planned, measured; one leaves the county, one gets a longer order, the doubtful one is decided."""
    cast = story.cast
    isolation.serve(orders=[story.order("周建明")], by=cast.grid, at=moment(ON, "10:30"))
    isolation.plan_checks(on=LATER, by=cast.officer, at=moment(date(2020, 3, 11), "18:00"))
    story.measure("魏小东", "am", moment(LATER, "07:30"))
    isolation.leave_county(orders=[story.order("魏小东")], by=cast.far_cadre, at=moment(LATER, "10:00"))
    story.find("周建明", moment(LATER, "11:00"), arrival_on=LATER)
    isolation.complete(review=Review.objects.get(), facts={"origin": "other_province"}, by=cast.epi, at=moment(LATER, "12:00"), on=LATER)
    isolation.dismiss(alarm=Alarm.objects.get(), answer="复测36.6℃", by=cast.township, at=moment(LATER, "13:00"))
    return story


def is_open(began, ended, at):
    return began <= at and (ended is None or ended > at)


def within(rows, unit):
    return [row for row in rows if row.unit.path.startswith(unit.path)]


def counted(unit, at) -> dict:
    """All figures, counted one record at a time."""
    orders = [o for o in within(Order.objects.all(), unit) if o.state != "over" and o.issued_at <= at]
    running = [o for o in orders if is_open(o.issued_at, o.closed_at, at)]
    gone = [o for o in orders if o.closed_at and o.closed_at <= at]
    checks = [
        c
        for c in within(Check.objects.all(), unit)
        if c.on == day_of(at) and c.made_at <= at and not (c.state == "lapsed" and c.order.closed_at <= at)
    ]
    late = [t for t in within(Turn.objects.all(), unit) if t.due < at and is_open(t.opened_at, t.closed_at, at)]
    nodes = Unit.objects.filter(level__in=("county", "township", "village", "grid"), path__startswith=unit.path)
    by_measure = {
        code: sum(o.measure == measure for o in running)
        for code, measure in (
            ("monitoring", "home_monitoring"),
            ("home", "home_quarantine"),
            ("central", "central_quarantine"),
            ("referred", "refer_fever_clinic"),
        )
    }
    found = by_measure | {
        "ever": len(orders),
        "ended": len(gone),
        "managed": len(running),
        "isolated": by_measure["home"] + by_measure["central"],
        "isolated_abroad": sum(o.is_from_abroad and "quarantine" in o.measure for o in running),
        "unserved": sum(o.served_at is None or o.served_at > at for o in running),
        "new_today": sum(day_of(o.issued_at) == day_of(at) for o in orders),
        "ended_today": sum(day_of(o.closed_at) == day_of(at) for o in gone),
        "released_today": sum(day_of(o.closed_at) == day_of(at) and o.state == "released" for o in gone),
        "symptoms_today": sum(c.is_alarming and c.recorded_at <= at for c in checks),
        "alarms_open": sum(is_open(a.raised_at, a.answered_at, at) for a in within(Alarm.objects.all(), unit)),
        "unmanaged": sum(is_open(r.asked_at, r.decided_at, at) for r in within(Review.objects.all(), unit)),
        "nodes_lacking": nodes.count() - Responsible.objects.filter(unit__in=nodes).count(),
        "overdue": len(late),
    }
    for half in ("am", "pm"):
        mine = [c for c in checks if c.half == half]
        open_ones = [c for c in mine if c.recorded_at is None or c.recorded_at > at]
        found |= {
            f"{half}_due": len(mine),
            f"{half}_done": len(mine) - len(open_ones),
            f"{half}_lacking": len(open_ones),
            f"{half}_missed": sum(c.due < at for c in open_ones),
        }
    return found | {f"overdue_{level}": sum(t.level == level for t in late) for level in ("grid", "village", "township", "county")}


@pytest.mark.parametrize("at", MOMENTS, ids=lambda at: f"{at:%d %H:%M}")
@pytest.mark.parametrize("place", ["青禾县", "禾阳街道", "梨花沟镇", "丰禾社区", "502"])
def test_each_figure_is_the_count_of_its_records(lived, at, place):
    unit = lived.unit(place)
    expected = counted(unit, at)
    total = queries.board(unit, at).total.figures
    assert {code: total[code] for code in expected} == expected
    assert {code: indicators.records(code, unit.path, at).count() for code in expected} == expected


@pytest.mark.parametrize("at", MOMENTS, ids=lambda at: f"{at:%d %H:%M}")
def test_parts_add_up_to_the_whole(lived, at):
    found = queries.board(lived.unit("青禾县"), at)
    for line in (found.total, *found.lines):
        assert line["managed"] == line["monitoring"] + line["home"] + line["central"] + line["referred"]
        assert line["isolated"] == line["home"] + line["central"] and line["should"] == line["managed"] + line["unmanaged"]
        assert line["am_due"] == line["am_done"] + line["am_lacking"] and line["pm_due"] == line["pm_done"] + line["pm_lacking"]
        assert line["overdue"] == sum(line[f"overdue_{level}"] for level in queries.LEVELS)
    assert found.total["ever"] == found.total["managed"] + found.total["ended"]
    assert found.total["overdue"] == indicators.value("overdue", "/", at)
    assert all(found.total[code] == sum(line[code] for line in found.lines) for code in found.lines[0].figures)


def test_every_measure_of_the_table_is_a_part_of_the_whole():
    measures = set(decisions.shipped("measure").table.results["measure"].listed)
    assert measures - {"pass", "manual_review"} == {"home_monitoring", "home_quarantine", "central_quarantine", "refer_fever_clinic"}


def test_an_order_extended_later_was_due_then(lived):
    """周建明's first end was the 24th; on the 12th it was moved to the 26th."""
    county, at = lived.unit("青禾县"), moment(date(2020, 3, 24), "12:00")
    assert lived.order("周建明").last_on == date(2020, 3, 26)
    assert queries.board(county, at).total["release_due"] == 2  # 吕春 and 韩夏
    isolation.redecide(
        order=lived.order("吕春"), facts={"arrival_on": date(2020, 3, 20)}, by=lived.cast.officer, at=at + timedelta(hours=1)
    )
    assert queries.board(county, at).total["release_due"] == 2
    assert queries.board(county, at + timedelta(hours=2)).total["release_due"] == 1


def test_the_trend_ends_with_the_board_and_each_day_follows_from_the_one_before(lived):
    at = moment(LATER, "18:45")
    managed = queries.board(lived.unit("青禾县"), at).total["managed"]
    days = queries.trend(lived.unit("青禾县"), at, managed)
    assert (len(days), days[-1].on, days[-1].managed) == (14, LATER, managed)
    for before, day in pairwise(days):
        assert day.managed == before.managed + day.new - day.ended
    for day in days[:-1]:
        assert day.managed == indicators.value("managed", "/", moment(day.on, "24:00"))
    assert [(d.new, d.ended) for d in days[-3:]] == [(3, 0), (0, 0), (1, 1)]


def test_a_rate_uses_the_population_of_the_day(lived):
    town, at = lived.unit("禾阳街道"), moment(ON, "18:45")
    Figure.objects.create(unit=town, kind="population", value=20_000, from_on=date(2020, 1, 1))
    Figure.objects.create(unit=town, kind="population", value=10_000, from_on=date(2020, 3, 11))
    rates = {line.name: line.rate for line in queries.board(lived.unit("青禾县"), at).lines}
    assert rates["禾阳街道"] == 1.0 and rates["梨花沟镇"] is None
    assert queries.board(town, moment(LATER, "18:45")).total.rate == 2.0


@pytest.mark.parametrize("asked", ["/", "青禾县", "丰禾社区", "梨花沟镇"])
@pytest.mark.parametrize("held", ["青禾县", "禾阳街道", "502"])
def test_counting_never_leaves_the_scope(lived, asked, held):
    at, reach = moment(ON, "18:45"), "/" if asked == "/" else lived.unit(asked).path
    own = lived.unit(held)
    expected = [o for o in within(Order.objects.all(), own) if o.unit.path.startswith(reach) and is_open(o.issued_at, o.closed_at, at)]
    with through(Reach(own.path)):
        assert indicators.value("managed", reach, at) == indicators.values(["managed"], reach, at)["managed"] == len(expected)
        assert indicators.records("managed", reach, at).count() == len(expected)
