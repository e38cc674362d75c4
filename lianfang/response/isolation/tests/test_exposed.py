"""Contacts, the discharged, posts at risk: by the edition of the day, decided again by the same table; housemates never with them."""
from datetime import date, timedelta

import pytest

from lianfang.ground import decisions
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.workflow import Refused
from lianfang.registers.diseases.queries import profiles
from lianfang.response.isolation.actions import Finding, decide, order_door, redecide
from lianfang.response.isolation.actions.door import Housemate
from lianfang.response.isolation.models import Order, Review

KNOWN = {"disease": "covid_19", "kind": "close", "age": 40, "special": "none", "negative": "unknown", "symptoms": "no"}
DAY = timedelta(days=1)


def ask(on, **facts):
    """(measure, days, then, then days) of the shipped table."""
    said = decisions.shipped("exposed").table.decide({**KNOWN, "exposure_on": on - DAY, **facts}, on=on).result
    return said["measure"], said["days"], said["then"], said["then_days"]


@pytest.fixture
def contact(cast, person):
    """Decide on the person as a contact."""

    def found(on=None, at=None, **changed):
        facts = KNOWN | {"exposure_on": (on or cast.on) - DAY} | changed
        finding = Finding(person_id=person.pk, unit_id=person.unit_id, facts=facts, on=on or cast.on, table="exposed")
        return decide(findings=[finding], by=named(SYSTEM), at=at or cast.at)[0]

    return found


@pytest.mark.parametrize("on, before, after", [
    (date(2021, 5, 14), ("central_quarantine", 14, None, None), ("central_quarantine", 14, "home_monitoring", 7)),
    (date(2022, 6, 28), ("central_quarantine", 14, "home_monitoring", 7), ("central_quarantine", 7, "home_monitoring", 3)),
    (date(2022, 11, 11), ("central_quarantine", 7, "home_monitoring", 3), ("central_quarantine", 5, "home_quarantine", 3)),
    (date(2022, 12, 7), ("central_quarantine", 5, "home_quarantine", 3), ("home_quarantine", 5, None, None)),
    (date(2023, 1, 8), ("home_quarantine", 5, None, None), ("pass", None, None, None)),
])
def test_a_close_contact_on_both_sides_of_each_edition(on, before, after):
    assert (ask(on - DAY), ask(on)) == (before, after)


def test_a_contact_of_a_contact_goes_earlier_when_the_contact_was_twice_negative():
    on = date(2021, 8, 1)
    assert [ask(on, kind="second", negative=word)[1] for word in ("yes", "no", "unknown")] == [7, 14, 14]
    assert ask(date(2022, 11, 10), kind="second")[0] == "home_quarantine" and ask(date(2022, 11, 11), kind="second")[0] == "pass"


def test_other_diseases_watch_as_long_as_their_profile_says():
    on = date(2022, 3, 10)
    for one in profiles(on):
        if not one.code.startswith("covid"):
            assert (ask(on, disease=one.code)[1] or 0) == one.watch_days, one.code
    assert ask(on, disease="new_fever")[0] == "manual_review"


def test_he_is_bound_by_the_row_and_the_verdict_says_which_table(cast, contact):
    verdict = contact()
    order = Order.objects.get()
    assert (verdict.table, order.measure, order.last_on) == ("exposed", "central_quarantine", cast.on - DAY + timedelta(days=14))
    assert order.base_on == cast.on - DAY and "第六版" in verdict.document


def test_a_day_nobody_knows_is_somebodys_review(contact):
    contact(exposure_on="unknown")
    assert not Order.objects.exists() and Review.objects.get().verdict.table == "exposed"


def test_corrected_facts_go_to_the_same_table(cast, contact):
    contact()
    order = Order.objects.get()
    redecide(order=order, facts={"exposure_on": cast.on - timedelta(days=4)}, by=cast.epi, at=cast.at, evidence="流调补充 3 号")
    order.refresh_from_db()
    assert (order.verdict.table, order.last_on) == ("exposed", cast.on + timedelta(days=10))


def test_a_later_contact_moves_the_end_out_and_a_milder_find_changes_nothing(cast, contact, find):
    contact()
    contact(exposure_on=cast.on)
    order = Order.objects.get()
    assert order.last_on == cast.on + timedelta(days=14)
    find()
    assert Order.objects.get().measure == "central_quarantine"


def test_his_housemates_are_not_bound_with_him(cast, contact):
    contact()
    with pytest.raises(Refused, match="逐人登记"):
        order_door(order=Order.objects.get(), housemates=[Housemate("吕春")], by=cast.cadre, at=cast.at)
