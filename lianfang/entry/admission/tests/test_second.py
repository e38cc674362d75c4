"""The second factor: demanded by role, enrolled with a known device, shown at the door, each code once, given back only by the unit."""
import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import hotp_value
from django.db import connection
from django.test import Client, override_settings

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import FactorSecret, Notice, Session
from lianfang.ground.accounts.proofs import factors
from lianfang.ground.days import now
from lianfang.ground.journal.models import Line
from tests.reading import svg_mark

from .conftest import CHOSEN, PASSWORD, by_slip

STAFF = "/accounts/"


@pytest.fixture(autouse=True)
def demanded():
    """As in a real installation."""
    with override_settings(SECOND_FACTOR=True):
        yield


def code_at(secret, at, early=0):
    return f"{hotp_value(secret, int(at.timestamp()) // 30 + early):06d}"


def secret_on(page) -> str:
    return "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", page))


def enrol(client):
    """Add an authenticator; returns its secret and the codes for paper."""
    secret = secret_on(client.get("/second/totp").content.decode())
    answer = client.post("/second/totp", {"code": code_at(secret, now())})
    assert answer.status_code == 200, answer
    return secret, [code.replace(" ", "") for code in re.findall(r"<code>([\d ]+)</code>", answer.content.decode())]


def half_in(login, password=CHOSEN, **client):
    client = Client(**client)
    answer = client.post("/sign-in", {"username": login, "password": password, "next": STAFF})
    assert answer["Location"] == "/sign-in/second", answer
    return client


@pytest.fixture
def guarded(county, cadre):
    """The cadre with an authenticator, enrolled after a slip: the browser, its secret, codes for paper; some minutes ago."""
    with time_machine.travel(now() - timedelta(minutes=5)):
        client = by_slip(cadre, county)
        return client, *enrol(client)


def test_a_password_alone_does_not_open_a_role_that_sees_people(cadre):
    client = Client()
    answer = client.post("/sign-in", {"username": cadre.login, "password": PASSWORD})
    assert answer.status_code == 403 and "登录条" in answer.content.decode()
    assert client.get("/sessions").status_code == 302
    assert not Session.objects.filter(account=cadre).exists()


def test_until_it_is_enrolled_every_page_leads_to_the_enrolment(county, cadre):
    client = by_slip(cadre, county)
    assert [client.get(page)["Location"] for page in ("/", STAFF)] == ["/strengthen"] * 2
    assert client.get("/strengthen", follow=True).redirect_chain == [("/second", 302)]
    assert client.get(STAFF, headers={"HX-Request": "true"})["HX-Redirect"] == "/strengthen"
    enrol(client)
    assert client.get(STAFF).status_code == 200


def test_the_mark_and_the_typed_secret_say_the_same(county, cadre):
    client = by_slip(cadre, county)
    page = client.get("/second/totp").content.decode()
    [said] = svg_mark(re.search('class="otp-mark".*?(<svg.*?</svg>)', page, re.DOTALL)[1])
    secret = secret_on(page)
    assert said == f"otpauth://totp/yxm01?secret={secret}&issuer=%E9%9D%92%E7%A6%BE%E5%8E%BF%E8%81%94%E9%98%B2"
    assert len(secret) == 32 and secret == secret_on(client.get("/second/totp").content.decode())


def test_sign_in_asks_for_the_code_and_goes_on_where_one_wanted_to(guarded):
    _client, secret, _paper = guarded
    client = half_in("yxm01")
    assert client.get(STAFF).status_code == 302 and "六位数字" in client.get("/sign-in/second").content.decode()
    answer = client.post("/sign-in/second", {"code": code_at(secret, now())})
    assert (answer.status_code, answer["Location"]) == (302, STAFF)
    assert client.get(STAFF).status_code == 200
    assert Line.objects.filter(verb="accounts.sign_in").latest("at").data["strength"] == "second"


@pytest.mark.parametrize(("early", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_half_a_minute_off_is_forgiven(guarded, early, taken):
    _client, secret, _paper = guarded
    at = now().replace(second=15, microsecond=0)
    with time_machine.travel(at, tick=False):
        answer = half_in("yxm01").post("/sign-in/second", {"code": code_at(secret, at, early)})
    assert answer.status_code == (302 if taken else 422)


def test_a_code_opens_once_whatever_server_sees_it(guarded):
    _client, secret, _paper = guarded
    with time_machine.travel(now().replace(second=15), tick=False):
        code = code_at(secret, now())
        assert half_in("yxm01").post("/sign-in/second", {"code": code}).status_code == 302
        assert half_in("yxm01").post("/sign-in/second", {"code": code}).status_code == 422
        assert half_in("yxm01").post("/sign-in/second", {"code": code_at(secret, now(), -1)}).status_code == 422


def test_a_code_from_paper_opens_once(guarded):
    _client, _secret, paper = guarded
    assert len(paper) == 10
    client = half_in("yxm01")
    assert client.post("/sign-in/second", {"code": f"{paper[3][:4]} {paper[3][4:]}"}).status_code == 302
    assert "还剩 9 个" in client.get("/sessions").content.decode()
    assert half_in("yxm01").post("/sign-in/second", {"code": paper[3]}).status_code == 422


def test_wrong_codes_shut_the_second_door_for_every_browser(guarded):
    _client, secret, _paper = guarded
    assert [half_in("yxm01").post("/sign-in/second", {"code": f"{n:06d}"}).status_code for n in range(5)] == [422] * 4 + [429]
    assert half_in("yxm01").post("/sign-in/second", {"code": code_at(secret, now())}).status_code == 429


def test_half_way_in_ends_after_its_minutes_and_with_another_password(guarded, cadre):
    _client, secret, _paper = guarded
    client = half_in("yxm01")
    with time_machine.travel(now() + timedelta(minutes=11)):
        assert client.post("/sign-in/second", {"code": code_at(secret, now())})["Location"] == "/sign-in"
    client = half_in("yxm01")
    cadre.refresh_from_db()
    cadre.set_password("another-word-99")
    cadre.save()
    assert client.post("/sign-in/second", {"code": code_at(secret, now())})["Location"] == "/sign-in"


def test_who_has_no_password_right_is_not_even_asked(db):
    assert Client().get("/sign-in/second")["Location"] == "/sign-in"


def test_adding_one_ends_the_other_sessions_and_needs_the_one_there_is(county, cadre, guarded):
    client, _secret, _paper = guarded
    cadre.refresh_from_db()
    weak = Client()
    weak.force_login(cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert weak.get("/second/totp")["Location"] == "/second" and weak.get("/second").status_code == 403
    assert client.get("/second/totp").status_code == 200
    assert Session.objects.filter(account=cadre).count() == 2
    enrol_again = client.get("/second/totp").content.decode()
    assert client.post("/second/totp", {"code": code_at(secret_on(enrol_again), now())}).status_code == 302
    assert Session.objects.filter(account=cadre).count() == 1 and weak.get("/sessions").status_code == 302
    assert Authenticator.objects.filter(user=cadre, type="totp").count() == 1


def test_the_last_one_stays_where_the_role_demands_one(guarded, cadre):
    client, _secret, _paper = guarded
    [row] = factors.of(cadre)
    assert client.post(f"/second/{row.pk}/remove", {"old": "wrong"}).status_code == 302 and factors.enrolled(cadre)
    client.post(f"/second/{row.pk}/remove", {"old": CHOSEN})
    assert factors.enrolled(cadre)
    with override_settings(SECOND_FACTOR=False):
        client.post(f"/second/{row.pk}/remove", {"old": CHOSEN})
    assert not factors.enrolled(cadre) and not FactorSecret.objects.exists() and not Authenticator.objects.exists()


def test_new_codes_for_paper_end_the_old_ones(guarded, cadre):
    client, _secret, paper = guarded
    assert client.post("/second/codes", {"old": "wrong"}).status_code == 302
    answer = client.post("/second/codes", {"old": CHOSEN})
    fresh = [code.replace(" ", "") for code in re.findall(r"<code>([\d ]+)</code>", answer.content.decode())]
    assert len(fresh) == 10 and not set(fresh) & set(paper)
    assert half_in("yxm01").post("/sign-in/second", {"code": paper[0]}).status_code == 422
    assert half_in("yxm01").post("/sign-in/second", {"code": fresh[0]}).status_code == 302


def test_secrets_lie_nowhere_in_clear(guarded, cadre):
    client, secret, paper = guarded
    pending = secret_on(client.get("/second/totp").content.decode())
    with connection.cursor() as cursor:
        kept = []
        for table in ("mfa_authenticator", "accounts_factorsecret", "accounts_session", "journal_line"):
            cursor.execute(f"SELECT * FROM {table}")
            kept += [bytes(value) if isinstance(value, memoryview) else value for row in cursor.fetchall() for value in row]
    sessions = [client.session.load()]
    for one in (secret, pending, *paper):
        assert one not in str(kept) and one not in str(sessions) and one.encode() not in b"".join(v for v in kept if isinstance(v, bytes))


def test_a_lost_one_is_reset_by_the_unit_and_only_a_slip_opens_again(county, cadre, guarded, enter):
    client, _secret, _paper = guarded
    with override_settings(SECOND_FACTOR=False):
        town = enter(county.account("township_cadre", county.town, "苗乡长"))
        assert "重置第二道验证" in town.get(f"/accounts/{cadre.pk}").content.decode()
        assert town.post(f"/accounts/{cadre.pk}/reset-factors").status_code == 302
    assert client.get("/sessions").status_code == 302
    assert not factors.enrolled(cadre) and not cadre.devices.exists() and not FactorSecret.objects.exists()
    assert Client().post("/sign-in", {"username": "yxm01", "password": CHOSEN}).status_code == 403
    assert Line.objects.get(verb="accounts.reset_factors").data == {"account": cadre.pk}
    [(_account, _post, code, _ends)] = actions.renew_slips(accounts=[cadre], by=county.console, at=now())
    again = Client()
    page = again.post(f"/slip/{code}", {"password": "maple-lantern-8", "again": "maple-lantern-8"}, follow=True).content.decode()
    assert "苗乡长重置了您的第二道验证" in page
    assert Notice.objects.get().told_at


def test_nobody_resets_his_own_or_one_above_or_elsewhere(county, cadre, guarded, enter):
    cadre.refresh_from_db()
    with override_settings(SECOND_FACTOR=False):
        far, below, beside = [county.account(role, unit, "别人") for role, unit in (
            ("township_cadre", county.other_town), ("grid_worker", county.grid), ("epidemiologist", county.county))]
        for account, status in ((cadre, 403), (far, 404), (below, 403), (beside, 403)):
            assert enter(account).post(f"/accounts/{cadre.pk}/reset-factors").status_code == status
        leader = county.account("county_leader", county.county, "县领导甲")
        assert enter(county.account("township_cadre", county.town)).post(f"/accounts/{leader.pk}/reset-factors").status_code == 404
    assert factors.enrolled(cadre)


def test_whoever_has_one_is_asked_even_where_none_is_demanded(guarded):
    with override_settings(SECOND_FACTOR=False):
        assert half_in("yxm01").get("/sessions").status_code == 302


def test_a_demo_s_open_door_is_shut_where_it_is_demanded(county):
    demo = county.account("grid_worker", county.grid, "示范", is_demo=True)
    assert "演练数据" not in Client().get("/sign-in").content.decode() or "进去看" not in Client().get("/sign-in").content.decode()
    assert Client().post(f"/sign-in/demo/{demo.pk}").status_code == 404


def test_a_slip_for_somebody_with_a_factor_still_asks_for_it(county, guarded, cadre):
    _client, secret, _paper = guarded
    [(_account, _post, code, _ends)] = actions.renew_slips(accounts=[cadre], by=county.console, at=now())
    client = Client()
    answer = client.post(f"/slip/{code}", {"password": "maple-lantern-8", "again": "maple-lantern-8"})
    assert answer["Location"] == "/sign-in/second" and client.get("/sessions").status_code == 302
    assert client.post("/sign-in/second", {"code": code_at(secret, now())})["Location"] == "/"
