"""A visit as the page asks for it, in plain words: who waits behind one door, within the scope, each as the database has it."""
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lianfang.ground import rows
from lianfang.ground.accounts.scope import seen_by, through
from lianfang.ground.days import moment
from lianfang.ground.decisions import current
from lianfang.ground.ids import uuid7
from lianfang.ground.units.fields import TOP, Reach
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation.actions import Reading, record_checks
from lianfang.response.isolation.actions.checks import outcome_of
from lianfang.response.isolation.models import Check
from lianfang.response.isolation.queries import visit


@pytest.fixture
def two(order, find, cast):
    """Morning checks of two people behind one door."""
    [mate] = people.add_people(people=[draft_person(unit_id=order.unit_id, name="周小雨", at=cast.at)], by=cast.officer, at=cast.at)
    find(someone=mate)
    return list(Check.objects.filter(half="am").order_by("pk"))


def test_one_visit_is_all_who_wait_behind_the_door(two):
    one, waiting = visit(two[0].pk)
    assert (one.pk, [check.pk for check in waiting]) == (two[0].pk, [check.pk for check in two])


def test_who_was_measured_waits_no_more(two, cast):
    record_checks(readings=[Reading(two[0], 36.5)], by=cast.grid, at=cast.at)
    one, waiting = visit(two[0].pk)
    assert (one.state, [check.pk for check in waiting]) == ("done", [two[1].pk])


def test_who_was_measured_may_be_measured_again_until_the_next_day_is_over(two, cast, client):
    record_checks(readings=[Reading(one, 36.5) for one in two], by=cast.grid, at=moment(two[0].on, "08:00"))
    client.force_login(cast.cadre)
    again, page = reverse("isolation:read_again", args=[two[0].pk]), reverse("isolation:check", args=[two[0].pk])
    for at, is_offered in ((two[0].on + timedelta(days=1), True), (two[0].on + timedelta(days=2), False)):
        with time_machine.travel(moment(at, "08:00"), tick=False):
            said = client.get(page).content.decode()
            assert (again in said, "已经过了" in said) == (is_offered, not is_offered)


def test_a_check_is_read_as_the_database_has_it(two):
    one, _waiting = visit(two[0].pk)
    assert {f.attname: getattr(one, f.attname) for f in Check._meta.concrete_fields} == {
        f.attname: getattr(two[0], f.attname) for f in Check._meta.concrete_fields}
    assert one == two[0] and not one._state.adding


def test_a_visit_is_seen_within_the_scope_alone(two, cast):
    for account, is_seen in ((cast.grid, True), (cast.township, True), (cast.far_grid, False), (cast.far_township, False)):
        with seen_by(account, cast.on):
            assert (visit(two[0].pk)[0] is not None) == is_seen
    with through(Reach(TOP)):
        assert visit(two[0].pk)[0]
    with through(Reach()):
        assert visit(two[0].pk) == (None, [])
    assert visit(uuid7()) == (None, [])


def test_a_check_asks_few_questions(client, two, cast, monkeypatch):
    """One each for the session, the account, its posts and the visit; the transaction in two layers here, three writes inside."""
    monkeypatch.setattr(current, "RECHECK", 3600.0)  # whether a second has passed since tables were looked for hangs on the machine
    client.force_login(cast.grid, backend="lianfang.ground.accounts.sessions.AccountBackend")
    address, sent = reverse("isolation:check", args=[two[0].pk]), {f"{two[0].pk.hex}-temperature": "36.5"}
    client.get(address)
    outcome_of(Reading(two[1], 36.5))  # which versions of the tables hold is read once a process
    with CaptureQueriesContext(connection) as asked:
        assert client.post(address, sent).status_code == 302
    assert len(asked) <= 9, [(one["sql"] or "")[:80] for one in asked]


def test_what_is_filled_already_stays_as_it_is(two, cast):
    first, second = Turn.objects.filter(record__in=[check.pk for check in two]).order_by("pk")
    rows.fill(Turn, "record", [first.record], closed_at=cast.at, closed_by=1)
    rows.fill(Turn, "record", [first.record, second.record], closed_at=moment(cast.on, "10:00"), closed_by=2)
    rows.fill(Turn, "record", [], closed_at=cast.at, closed_by=3)
    assert list(Turn.objects.filter(pk__in=[first.pk, second.pk]).order_by("pk").values_list("closed_at", "closed_by")) == [
        (cast.at, 1), (moment(cast.on, "10:00"), 2)]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans while it reads")
def test_postgresql_plans_a_visit_once(two):
    for check in two:
        visit(check.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT generic_plans + custom_plans FROM pg_prepared_statements WHERE statement LIKE %s", ["%isolation_check one%"])
        assert cursor.fetchall() == [(2,)]
