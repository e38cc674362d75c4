"""Signing in: by name or phone, to this site only, under a fresh key; and out again."""
import pytest
from django.test import Client
from django.urls import reverse

from lianfang.ground.accounts.models import Session, Tries
from lianfang.ground.accounts.sessions import digest
from lianfang.ground.journal.models import Line

from .conftest import PASSWORD

SIGN_IN = "/sign-in"


def sign_in(client, username, password=PASSWORD, **more):
    return client.post(SIGN_IN, {"username": username, "password": password, **more})


@pytest.mark.parametrize("typed", ["yxm01", "YXM01", " yxm01 ", "13800000009"])
def test_by_login_or_phone(cadre, typed):
    client = Client()
    answer = sign_in(client, typed)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get(reverse("accounts:sessions")).status_code == 200
    assert Line.objects.filter(verb="accounts.sign_in", by=cadre.pk).count() == 1


@pytest.mark.parametrize(("username", "password"), [("yxm01", "wrong"), ("nobody", PASSWORD), ("13900000000", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_read_the_same(cadre, username, password):
    answer = sign_in(Client(), username, password)
    assert answer.status_code == 200
    assert not Session.objects.filter(account=cadre).exists()
    if username:
        assert "登录名或密码不对" in answer.content.decode()


def test_a_deactivated_account_does_not_get_in(cadre):
    cadre.is_active = False
    cadre.save()
    assert sign_in(Client(), "yxm01").status_code == 200
    assert sign_in(Client(), "13800000009").status_code == 200


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http:///evil.example"])
def test_next_leads_nowhere_but_to_this_site(cadre, there):
    assert sign_in(Client(), "yxm01", next=there)["Location"] == "/"
    client = Client()
    sign_in(client, "yxm01")
    assert client.get(SIGN_IN, {"next": there})["Location"] == "/"


def test_next_leads_back_to_the_page_asked_for(cadre):
    client = Client()
    asked = client.get(reverse("accounts:accounts"), {"role": "grid_worker"})
    assert asked.status_code == 302 and asked["Location"].startswith(SIGN_IN + "?next=/accounts/")
    assert sign_in(client, "yxm01", next="/accounts/?role=grid_worker")["Location"] == "/accounts/?role=grid_worker"


def test_a_key_planted_before_is_worth_nothing_afterwards(cadre):
    """Session fixation."""
    client = Client()
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["session"] = planted
    sign_in(client, "yxm01")
    assert client.cookies["session"].value != planted
    intruder = Client()
    intruder.cookies["session"] = planted
    assert intruder.get(reverse("accounts:sessions")).status_code == 302


def test_the_key_itself_is_not_in_the_database(cadre):
    client = Client()
    sign_in(client, "yxm01")
    key = client.cookies["session"].value
    row = Session.objects.get(account=cadre)
    assert row.session_key == digest(key) != key
    assert key not in row.session_data


def test_what_was_typed_is_kept_nowhere_in_clear(cadre):
    sign_in(Client(), "13800000009", "my-secret")
    kept = str(Tries.objects.values())
    assert "failures" in kept and "13800000009" not in kept and "my-secret" not in kept


def test_signing_out_ends_the_session(cadre):
    client = Client()
    sign_in(client, "yxm01")
    key = client.cookies["session"].value
    assert client.get("/sign-out").status_code == 405
    assert client.post("/sign-out").status_code == 302
    client.cookies["session"] = key
    assert client.get(reverse("accounts:sessions")).status_code == 302
    assert not Session.objects.filter(account=cadre).exists()


def test_a_form_from_another_site_is_refused(cadre):
    assert sign_in(Client(enforce_csrf_checks=True), "yxm01").status_code == 403


def test_demo_accounts_are_offered_only_where_there_are_some(county, cadre):
    assert "演练数据" not in Client().get(SIGN_IN).content.decode()
    assert Client().post(f"/sign-in/demo/{cadre.pk}").status_code == 404
    demo = county.account("grid_worker", county.grid, "示范", is_demo=True)
    assert "演练数据" in Client().get(SIGN_IN).content.decode()
    client = Client()
    assert client.post(f"/sign-in/demo/{demo.pk}").status_code == 302
    assert client.get(reverse("accounts:sessions")).status_code == 200


def test_a_fragment_asked_for_after_the_session_ended_sends_the_page_to_the_form(db):
    answer = Client().get("/accounts/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/accounts/?role=x"})
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/sign-in?next=/accounts/%3Frole%3Dx")
