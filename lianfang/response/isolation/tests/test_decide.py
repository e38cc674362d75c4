"""Deciding: a finding goes through the measure table and becomes an order, a review, or nothing."""

from datetime import date, timedelta

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow.models import Turn
from lianfang.response.isolation.models import Alarm, Check, Order, Review


def test_an_arrival_from_another_province_is_quarantined_at_home(cast, order, person):
    assert (order.measure, order.state, order.days) == ("home_quarantine", "issued", 14)
    assert (order.base_on, order.last_on, order.until_on) == (date(2020, 3, 10), date(2020, 3, 24), date(2020, 3, 25))
    assert (order.day_number(cast.on), order.day_number(order.last_on)) == (0, 14)
    assert (order.year, order.serial, order.minder) == (2020, 1, cast.grid)


def test_each_record_follows_from_the_line_before(order):
    issued = Line.objects.get(verb="isolation.issue")
    decided = Line.objects.get(verb="isolation.decide")
    assert (issued.record, issued.because, decided.record) == (order.pk, decided.pk, order.verdict_id)


def test_serving_is_the_community_cadres_turn_within_two_hours(cast, order):
    turn = Turn.objects.get(record=order.pk)
    assert (turn.state, turn.role, turn.owner_unit, turn.due - cast.at) == (
        "issued",
        "village_cadre",
        cast.units["丰禾社区"],
        timedelta(hours=2),
    )


def test_todays_remaining_checks_are_the_minders_turns(cast, order):
    checks = Check.objects.filter(order=order).order_by("due")
    assert [(c.on, c.half) for c in checks] == [(cast.on, "am"), (cast.on, "pm")]
    assert set(Turn.objects.filter(flow="check").values_list("account", flat=True)) == {cast.grid.pk}


def test_nothing_follows_from_a_pass(find):
    verdict = find(origin="same_province")
    assert (verdict.result["measure"], Order.objects.count(), Review.objects.count()) == ("pass", 0, 0)


def test_a_missing_fact_is_a_review_never_a_pass(find):
    verdict = find(origin="same_province", temperature=None)
    review = Review.objects.get()
    assert (verdict.result["measure"], review.verdict_id, Turn.objects.get(record=review.pk).role) == (
        "manual_review",
        verdict.pk,
        "epidemiologist",
    )


def test_an_arrival_still_to_come_is_a_review_even_where_the_exposure_is_known(cast, find):
    find(exposure_on=date(2020, 3, 5), arrival_on=date(2090, 1, 1))
    assert (Order.objects.count(), Review.objects.get().verdict.malformed) == (0, ["arrival_on"])


def test_a_second_doubt_about_the_same_person_opens_no_second_review(find):
    find(origin="unknown")
    find(origin="unknown")
    assert Review.objects.count() == 1


def test_an_order_already_over_is_recorded_closed_without_turns(cast, find):
    find(on=date(2020, 4, 20), arrival_on=date(2020, 3, 10))
    order = Order.objects.get()
    assert (order.state, order.closed_at, Turn.objects.count(), Check.objects.count()) == ("over", cast.at, 0, 0)


def test_a_new_exposure_restarts_the_clock(order, find, cast):
    find(on=date(2020, 3, 15), at=cast.at + timedelta(days=5), exposure_on=date(2020, 3, 15))
    order.refresh_from_db()
    assert (Order.objects.count(), order.base_on, order.last_on) == (1, date(2020, 3, 15), date(2020, 3, 29))


def test_an_earlier_end_never_shortens_an_order(order, find):
    find(exposure_on=date(2020, 3, 1))
    order.refresh_from_db()
    assert order.last_on == date(2020, 3, 24)


def test_a_stricter_measure_replaces_the_order(order, find):
    find(origin_risk="high")
    order.refresh_from_db()
    later = Order.objects.exclude(pk=order.pk).get()
    assert (order.state, later.measure, later.state, later.serial) == ("replaced", "central_quarantine", "issued", 2)
    assert not Turn.objects.filter(record=order.pk, closed_at=None).exists()


def test_a_fever_at_the_door_is_an_alarm_within_the_hour(cast, find):
    find(temperature=38.2)
    alarm = Alarm.objects.get()
    turn = Turn.objects.get(record=alarm.pk)
    assert (turn.role, turn.due - cast.at) == ("township_cadre", timedelta(hours=1))
