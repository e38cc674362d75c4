"""Sessions end: after twelve hours, with a new password, with a lost role, by their owner and by the unit."""
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.middleware import ScopeMiddleware
from lianfang.ground.accounts.models import Account, Session
from lianfang.ground.accounts.sessions import SessionStore
from lianfang.ground.days import now
from lianfang.ground.units.fields import TOP, Reach

from .conftest import PASSWORD

MINE, STAFF = "/sessions", "/accounts/"


def signed_in(account, agent=""):
    client = Client(headers={"User-Agent": agent})
    assert client.post("/sign-in", {"username": account.login, "password": PASSWORD}).status_code == 302
    return client


def is_in(client, page=MINE):
    return client.get(page).status_code


def test_after_twelve_hours_however_busy(cadre):
    client = signed_in(cadre)
    begun = now()
    with time_machine.travel(begun + timedelta(hours=11, minutes=59)):
        assert is_in(client) == 200
        session = client.session
        session["busy"] = True
        session.save()
    with time_machine.travel(begun + timedelta(hours=12, seconds=5)):
        assert is_in(client) == 302


def test_a_closed_account_is_out_at_once(cadre):
    client = signed_in(cadre)
    Account.objects.filter(pk=cadre.pk).update(is_active=False)
    assert is_in(client) == 302


def test_a_deleted_account_is_out_at_once(cadre):
    client = signed_in(cadre)
    Session.objects.update(account=None)
    Account.objects.filter(pk=cadre.pk).delete()
    assert is_in(client) == 302


def test_a_new_password_ends_all_but_this_one(cadre):
    here, there = signed_in(cadre), signed_in(cadre)
    key = here.cookies["session"].value
    answer = here.post("/password", {"old": PASSWORD, "password": "willow-bridge-7", "again": "willow-bridge-7"})
    assert answer.status_code == 302
    assert (is_in(here), is_in(there)) == (200, 302)
    assert here.cookies["session"].value != key
    assert Session.objects.filter(account=cadre).count() == 1
    assert Client().post("/sign-in", {"username": cadre.login, "password": PASSWORD}).status_code == 200
    assert Client().post("/sign-in", {"username": cadre.login, "password": "willow-bridge-7"}).status_code == 302


def test_a_password_is_not_changed_without_the_old_one_or_to_a_bad_one(cadre):
    client = signed_in(cadre)
    for old, password, again in (("wrong", "willow-bridge-7", "willow-bridge-7"), (PASSWORD, "willow-bridge-7", "willow-bridge-8"),
                                 (PASSWORD, "short", "short"), (PASSWORD, "9876543210123", "9876543210123"), ("", "", "")):
        assert client.post("/password", {"old": old, "password": password, "again": again}).status_code == 422
    cadre.refresh_from_db()
    assert cadre.check_password(PASSWORD)


def test_a_deactivated_account_is_out_at_the_next_request_everywhere(county, cadre):
    clients = [signed_in(cadre), signed_in(cadre)]
    assert [is_in(client) for client in clients] == [200, 200]
    actions.deactivate(account=cadre, by=county.console, at=now())
    assert [is_in(client) for client in clients] == [302, 302]
    assert not Session.objects.filter(account=cadre).exists()


def test_a_role_taken_away_bites_at_the_next_request(county, cadre):
    client = signed_in(cadre)
    assert is_in(client, STAFF) == 200
    actions.end_assignment(assignment=cadre.assignments.get(), by=county.console, at=now())
    assert (is_in(client, STAFF), is_in(client)) == (403, 200)


def test_the_owner_sees_them_and_ends_one_or_all_others(cadre):
    here = signed_in(cadre, "Mozilla/5.0 (Linux; Android 10) AppleWebKit MicroMessenger/8.0")
    there = signed_in(cadre, "Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/120 Safari/537")
    page = here.get(MINE).content.decode()
    assert "微信 · Android" in page and "Chrome · Windows" in page and page.count("就是这里") == 1
    other = Session.objects.get(agent__contains="Windows")
    assert here.post(reverse("accounts:end_session", args=[other.pk])).status_code == 302
    assert (is_in(here), is_in(there)) == (200, 302)
    third = signed_in(cadre)
    here.post("/sessions/end")
    assert (is_in(here), is_in(third)) == (200, 302)


def test_nobody_ends_the_session_of_another(county, cadre, enter):
    victim = signed_in(cadre)
    row = Session.objects.get(account=cadre)
    assert enter(county.account("duty_officer", county.county)).post(reverse("accounts:end_session", args=[row.pk])).status_code == 404
    assert is_in(victim) == 200


def test_the_unit_ends_them_all(county, cadre, enter):
    client = signed_in(cadre)
    officer = enter(county.account("township_cadre", county.town))
    assert officer.post(reverse("accounts:end_sessions", args=[cadre.pk])).status_code == 302
    assert is_in(client) == 302


def test_three_queries_tell_who_asks_and_where(county, cadre, django_assert_num_queries):
    for account, reach in ((cadre, Reach(county.village.path)), (county.account("duty_officer", county.county), Reach(TOP))):
        account.set_password(PASSWORD)
        account.save()
        request = RequestFactory().get("/")
        request.session = SessionStore(signed_in(account).cookies["session"].value)
        with django_assert_num_queries(3):
            AuthenticationMiddleware(ScopeMiddleware(lambda _request: HttpResponse()))(request)
        assert (request.user, request.reach, request.county) == (account, reach, "青禾县")


def test_a_request_that_holds_its_scope_already_does_nothing_a_role_just_lost_allowed(county, cadre, monkeypatch):
    """The role ends between the guard and the act: the act asks the records, not what the request remembers."""
    client, worker = signed_in(cadre), county.account("grid_worker", county.grid, "何新来")
    from lianfang.entry.admission.views import slips

    def meanwhile(request, pk):
        assert "staff" in request.rights
        actions.end_assignment(assignment=cadre.assignments.get(), by=county.console, at=now())
        return worker

    monkeypatch.setattr(slips, "account_or_404", meanwhile)
    assert client.post(reverse("accounts:renew_slip", args=[worker.pk])).status_code == 403
    assert not worker.slips.exists()


def test_a_session_ended_meanwhile_is_not_brought_back_by_the_request_that_holds_it(cadre):
    request = RequestFactory().get("/")
    request.session = SessionStore(signed_in(cadre).cookies["session"].value)
    assert request.session["_auth_user_id"] == str(cadre.pk)
    actions.end_sessions(account=cadre, by=cadre, at=now())
    request.session["late"] = True
    with pytest.raises(UpdateError):
        request.session.save()
    assert not Session.objects.exists()
