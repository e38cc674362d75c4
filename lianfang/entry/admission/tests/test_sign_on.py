"""The county's own sign-on: a linked subject opens its account, no other way does, and what the other side says wrongly opens nothing."""
import time
from unittest.mock import Mock
from urllib.parse import parse_qsl, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.test import Client, override_settings

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Account, Notice, Session
from lianfang.ground.accounts.proofs.issuer import app, chosen
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line

from .conftest import by_slip
from .issuer import CLIENT, OTHER_KEY, SECRET, Issuer


@pytest.fixture
def issuer(tmp_path):
    """The county's sign-on, chosen as an installation does."""
    found, secret = Issuer(), tmp_path / "secret"
    secret.write_text(SECRET + "\n")
    said = chosen({"LIANFANG_OIDC_ISSUER": found.url, "LIANFANG_OIDC_CLIENT": CLIENT, "LIANFANG_OIDC_SECRET_FILE": str(secret),
                   "LIANFANG_OIDC_NAME": "青禾通", "LIANFANG_OIDC_SECOND": "1"})
    with override_settings(SIGN_ON=said, SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": [app(said)]}}):
        yield found
    found.close()


@pytest.fixture
def linked(county, cadre, issuer):
    """The cadre, linked to the subject the sign-on tells of."""
    actions.link(account=cadre, subject="s-1", by=county.console, at=now())
    return cadre


def asked(client, there=""):
    """The address of the sign-on, with this browser's question."""
    answer = client.get("/sign-in/county", {"next": there} if there else {})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def back(client, address):
    """What this browser is sent back with, and the answer to that."""
    sent = urlsplit(requests.get(address, allow_redirects=False, timeout=5).headers["Location"])
    return client.get(f"{sent.path}?{sent.query}")


def walked(client, there=""):
    return back(client, asked(client, there))


def is_in(client):
    return client.get("/sessions").status_code == 200


def test_a_linked_subject_comes_in_and_goes_on_where_it_wanted_to(linked):
    client = Client()
    assert "用青禾通登录" in client.get("/sign-in").content.decode()
    answer = walked(client, "/accounts/?role=grid_worker")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/?role=grid_worker")
    assert client.get("/accounts/").status_code == 200
    assert Line.objects.filter(verb="accounts.sign_in", by=linked.pk).count() == 1


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_it_leads_nowhere_but_to_this_site(linked, there):
    assert walked(Client(), there)["Location"] == "/"


def test_the_question_is_asked_with_a_state_a_nonce_and_a_challenge_and_for_no_more_than_the_subject(linked, issuer):
    question = dict(parse_qsl(urlsplit(asked(Client(), "/accounts/")).query))
    assert question["scope"] == "openid" and question["response_type"] == "code" and question["code_challenge_method"] == "S256"
    assert len(question["nonce"]) >= 43 and len(question["state"]) >= 16
    assert question["redirect_uri"] == "http://testserver/sign-in/county/back"
    meddled = Client().get("/sign-in/county?scope=all&auth_params=prompt%3Dnone&process=connect")
    question = dict(parse_qsl(urlsplit(meddled["Location"]).query))
    assert question["scope"] == "openid" and "prompt" not in question


def test_a_subject_nobody_linked_opens_nothing_makes_nothing_and_is_told_its_number(county, cadre, issuer):
    issuer.subject, accounts = "s-77", Account.objects.count()
    issuer.claims = {"email": "yxm01@example.org", "preferred_username": "yxm01", "name": cadre.name}
    client = Client()
    answer = walked(client)
    assert answer.status_code == 403 and "s-77" in answer.content.decode()
    assert not is_in(client) and Account.objects.count() == accounts and not SocialAccount.objects.exists()


def test_a_closed_account_stays_closed(county, linked):
    actions.deactivate(account=linked, by=county.console, at=now())
    assert walked(Client()).status_code == 403


def test_no_claim_but_the_subject_is_kept(linked):
    walked(Client())
    [row] = SocialAccount.objects.all()
    assert row.extra_data == {"id_token": {"sub": "s-1"}}
    assert "someone@example.org" not in str([session.get_decoded() for session in Session.objects.all()])


@pytest.mark.parametrize("claims", [
    {"iss": "https://elsewhere.example"}, {"aud": "another-client"}, {"exp": int(time.time()) - 3600}, {"nonce": "x" * 43}, {"nonce": None},
    {"sub": None}, {"sub": "x" * 5000}, {"exp": None}, {"aud": [CLIENT, "other"], "azp": "other"}, {"iat": int(time.time()) + 7200}])
def test_a_token_that_says_something_wrong_opens_nothing(linked, issuer, claims):
    issuer.claims, client = claims, Client()
    answer = walked(client)
    assert answer.status_code == 502 and "统一登录没有成" in answer.content.decode() and not is_in(client)


@pytest.mark.parametrize(("key", "algorithm"), [(OTHER_KEY, "RS256"), (None, "none"), (b"k" * 40, "HS256")])
def test_a_token_another_signed_or_nobody_opens_nothing(linked, issuer, key, algorithm):
    issuer.key, issuer.algorithm, client = key, algorithm, Client()
    assert walked(client).status_code == 502 and not is_in(client)


@pytest.mark.parametrize(("path", "answer"), [
    ("/token", (500, "")), ("/token", (200, "no json")), ("/token", (200, "[]")), ("/token", (200, '{"access_token": "x"}')),
    ("/token", (200, '{"access_token": "x", "id_token": "a.b.c"}')), ("/jwks", (500, "")), ("/jwks", (200, "{}")), ("/jwks", (200, "null")),
    ("/jwks", (200, '{"keys": []}'))])
def test_an_answer_that_is_none_is_told_plainly(linked, issuer, path, answer):
    client = Client()
    address, issuer.broken = asked(client), {path: answer}
    assert back(client, address).status_code == 502 and not is_in(client)


@pytest.mark.parametrize("answer", [(500, ""), (200, "<html>"), (200, "{}"), (200, "[]"), (200, '{"issuer": "https://elsewhere.example"}')])
def test_a_sign_on_that_is_away_or_another_is_told_plainly(linked, issuer, answer):
    issuer.broken = {"/.well-known/openid-configuration": answer}
    got = Client().get("/sign-in/county")
    assert got.status_code == 502 and "登录名和密码" in got.content.decode()


def test_one_that_is_switched_off_is_told_plainly_and_the_log_says_why(linked, issuer, caplog):
    client = Client()
    address, issuer.broken = asked(client), {"/jwks": (200, "{}")}
    back(client, address)
    issuer.close()
    assert Client().get("/sign-in/county").status_code == 502
    told = [record.getMessage() for record in caplog.records if record.name.endswith("sign_on")]
    assert told == ["the sign-on failed: PyJWKSetError", "the sign-on failed: ConnectionError"]


@pytest.mark.parametrize("fault", [KeyError, ValueError, PermissionDenied])
def test_a_fault_of_our_own_is_not_the_sign_on_s(linked, monkeypatch, fault):
    monkeypatch.setattr("lianfang.entry.admission.doors.arrive", Mock(side_effect=fault("ours")))
    client = Client(raise_request_exception=False)
    assert walked(client).status_code == (403 if fault is PermissionDenied else 500)


def test_an_answer_to_somebody_else_s_question_opens_nothing(linked):
    """Login CSRF: an attacker's answer is given to a victim's browser."""
    attacker, victim = Client(), Client()
    address = asked(attacker)
    asked(victim)
    assert back(victim, address).status_code == 502 and not is_in(victim)


def test_an_answer_is_heard_once(linked):
    client = Client()
    sent = urlsplit(requests.get(asked(client), allow_redirects=False, timeout=5).headers["Location"])
    assert client.get(f"{sent.path}?{sent.query}").status_code == 302
    client.post("/sign-out")
    assert client.get(f"{sent.path}?{sent.query}").status_code == 502


@pytest.mark.parametrize("query", ["", "?error=access_denied", "?error=x&state=y", "?code=x", "?code=x&state=y", "?state=%00&code=%ff"])
def test_who_turns_back_or_invents_an_answer_is_told_plainly(linked, query):
    client = Client()
    asked(client)
    assert client.get(f"/sign-in/county/back{query}").status_code == 502 and not is_in(client)


def test_the_role_s_second_factor_is_asked_all_the_same(county, linked, issuer):
    with override_settings(SECOND_FACTOR=True):
        assert walked(Client()).status_code == 403  # nothing else is known of this browser
        issuer.claims = {"amr": ["pwd"]}
        assert walked(Client()).status_code == 403
        known = by_slip(linked, county)
        known.post("/sign-out")
        assert walked(known).status_code == 302 and known.get("/accounts/")["Location"] == "/strengthen"


@pytest.mark.parametrize("is_trusted", [True, False])
def test_a_sign_on_with_several_factors_counts_where_the_county_says_so(county, linked, issuer, settings, is_trusted):
    settings.SECOND_FACTOR, settings.SIGN_ON = True, {**settings.SIGN_ON, "is_second_trusted": is_trusted}
    issuer.claims, client = {"amr": ["pwd", "mfa"]}, Client()
    assert walked(client).status_code == (302 if is_trusted else 403)
    assert (client.get("/accounts/").status_code == 200) is is_trusted


def test_the_unit_links_and_unlinks_and_the_owner_is_told(county, cadre, issuer, enter):
    town = enter(county.account("township_cadre", county.town, "苗乡长"))
    assert "统一登录编号" in town.get(f"/accounts/{cadre.pk}").content.decode()
    assert town.post(f"/accounts/{cadre.pk}/link", {"subject": "s-1"}).status_code == 302
    assert town.post(f"/accounts/{cadre.pk}/link", {"subject": ""}).status_code == 302
    client = Client()
    assert walked(client)["Location"] == "/" and "苗乡长把您的账号和县里的统一登录连在了一起" in client.get("/sessions").content.decode()
    other = county.account("grid_worker", county.grid, "何新来")
    assert "已经连着别的账号" in town.post(f"/accounts/{other.pk}/link", {"subject": "s-1"}, follow=True).content.decode()
    assert town.post(f"/accounts/{cadre.pk}/unlink").status_code == 302
    assert not is_in(client) and walked(Client()).status_code == 403
    assert list(Line.objects.filter(verb__in=("accounts.link", "accounts.unlink")).order_by("id").values_list("verb", flat=True)) == [
        "accounts.link", "accounts.unlink"]
    assert set(Notice.objects.values_list("verb", flat=True)) == {"link", "unlink"}


def test_nobody_links_one_above_himself_or_elsewhere(county, cadre, issuer, enter):
    leader = county.account("township_cadre", county.town, "苗乡长")
    admin = enter(county.account("administrator", county.county, "管机器"))
    for client, account, status in ((enter(cadre), leader, 404), (admin, leader, 403), (admin, cadre, 403),
                                    (enter(county.account("township_cadre", county.other_town, "别处人")), cadre, 404)):
        assert client.post(f"/accounts/{account.pk}/link", {"subject": "s-1"}).status_code == status
    assert not SocialAccount.objects.exists()


def test_where_the_county_has_none_there_is_none(db):
    assert "统一登录" not in Client().get("/sign-in").content.decode()
    assert [Client().get(page).status_code for page in ("/sign-in/county", "/sign-in/county/back?code=x&state=y")] == [404, 404]


@pytest.mark.parametrize("said", [
    {"ISSUER": "http://id.example"}, {"ISSUER": "https://id.example", "CLIENT": ""}, {"ISSUER": "https://id.example", "SECRET_FILE": ""},
    {"ISSUER": "https://id.example", "SECRET_FILE": "/nowhere/at/all"}])
def test_what_is_half_said_stops_the_start(tmp_path, said):
    (tmp_path / "secret").write_text(SECRET)
    whole = {"CLIENT": "x", "SECRET_FILE": str(tmp_path / "secret"), **said}
    with pytest.raises(ImproperlyConfigured):
        chosen({f"LIANFANG_OIDC_{name}": value for name, value in whole.items()})
    assert chosen({}) == {}
