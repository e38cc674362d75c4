"""Wrong tries: by name from everywhere, by address, by known device; each further one waits longer, and a cadre unlocks."""
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.test import Client, RequestFactory, override_settings

from lianfang.ground import decisions
from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Account, Notice, Tries
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.proofs.address import client_address, networks, place_of
from lianfang.ground.accounts.proofs.tries import Limits
from lianfang.ground.accounts.roles import ROLES
from lianfang.ground.days import now, today
from lianfang.ground.decisions.evaluator.table import Table
from lianfang.ground.journal.models import Line
from tests.at_once import only_on_postgresql, the_second

from ..forms import PasswordAgain
from .conftest import CHOSEN, PASSWORD, by_slip, wrongly

FREE, ON_DEVICE = (decisions.shipped("tries").table.decide({"tried": kind}, on=today(), path="/").result["free"]
                   for kind in ("account", "device"))


def rightly(login, client=None):
    return (client or Client()).post("/sign-in", {"username": login, "password": PASSWORD}).status_code


def test_after_the_free_ones_the_door_is_shut_even_for_the_right_one(cadre):
    assert [wrongly("YXM01" if n % 2 else "yxm01").status_code for n in range(FREE)] == [200] * (FREE - 1) + [429]
    answer = Client().post("/sign-in", {"username": "yxm01", "password": PASSWORD})
    assert answer.status_code == 429 and "先等一等" in answer.content.decode()


def test_a_name_is_shut_from_every_address_and_one_that_does_not_exist_just_the_same(cadre):
    for login in ("yxm01", "nobody-here"):
        answers = [wrongly(login, f"10.0.0.{n}").status_code for n in range(FREE + 1)]
        assert answers == [200] * (FREE - 1) + [429] * 2
    assert rightly("yxm01", Client(REMOTE_ADDR="10.9.9.9")) == 429


def test_each_further_failure_doubles_the_wait_up_to_the_longest():
    limits = Limits(5, timedelta(minutes=1), timedelta(minutes=60), timedelta(hours=24))
    assert [limits.wait_after(n) for n in (0, 4)] == [timedelta()] * 2
    assert [limits.wait_after(n).seconds // 60 for n in (5, 6, 7, 10, 11, 12, 400)] == [1, 2, 4, 32, 60, 60, 60]


def test_the_wait_grows_and_what_is_tried_meanwhile_does_not_count(cadre):
    begun = now()
    for _n in range(FREE):
        wrongly("yxm01")
    with time_machine.travel(begun + timedelta(seconds=50)):
        assert [wrongly("yxm01").status_code for _n in range(20)] == [429] * 20
    with time_machine.travel(begun + timedelta(seconds=70)):
        assert wrongly("yxm01").status_code == 429  # the next failure: two minutes
    with time_machine.travel(begun + timedelta(seconds=170)):
        assert rightly("yxm01") == 429
    with time_machine.travel(begun + timedelta(seconds=200)):
        assert rightly("yxm01") == 302
    assert not Tries.objects.filter(failures__gt=FREE + 1).exists()


@pytest.mark.django_db(transaction=True)
def test_who_fails_while_he_is_forgiven_is_counted_anew():
    only_on_postgresql()
    limits = {"0" * 32: Limits(5, timedelta(minutes=1), timedelta(minutes=60), timedelta(hours=24))}
    tries.fail(limits, now())
    answer = the_second(lambda: tries.forgive(limits), lambda: tries.fail(limits, now()))
    assert (answer, Tries.objects.get().failures) == (None, 1)


def test_of_many_at_once_no_more_are_looked_at_than_of_as_many_one_after_another(cadre, monkeypatch):
    looked_at, real = [], Account.check_password

    def while_another_comes(account, typed):
        looked_at.append(typed)
        if len(looked_at) < FREE * 3:
            wrongly("yxm01", f"10.0.0.{len(looked_at)}")
        return real(account, typed)

    monkeypatch.setattr(Account, "check_password", while_another_comes)
    wrongly("yxm01")
    assert len(looked_at) == FREE and Line.objects.filter(verb="accounts.shut").count() == 1
    monkeypatch.undo()
    assert rightly("yxm01") == 429


@pytest.mark.django_db(transaction=True)
def test_the_second_waits_for_the_first_to_be_counted(cadre):
    only_on_postgresql()
    for _n in range(FREE - 1):
        wrongly("yxm01")
    assert the_second(lambda: wrongly("yxm01"), lambda: rightly("yxm01")) == 429


def test_a_right_password_is_no_failure_of_its_address(cadre):
    free = decisions.decide("tries", {"tried": "address"}, on=today()).result["free"]
    assert {rightly("yxm01") for _n in range(free + 1)} == {302}
    assert not Tries.objects.exists()


def test_a_day_of_quiet_wipes_the_slate(cadre):
    for _n in range(FREE - 1):
        wrongly("yxm01")
    with time_machine.travel(now() + timedelta(hours=25)):
        assert wrongly("yxm01").status_code == 200


def test_many_names_from_one_address_are_shut_out_too(cadre):
    free = decisions.decide("tries", {"tried": "address"}, on=today()).result["free"]
    for n in range(free):
        wrongly(f"guess{n}")
    assert rightly("yxm01") == 429
    assert rightly("yxm01", Client(REMOTE_ADDR="10.0.0.9")) == 302


def test_who_shuts_a_name_from_elsewhere_does_not_shut_its_holder_out_of_his_own_device(county, cadre):
    own = by_slip(cadre, county)
    own.post("/sign-out")
    for _n in range(FREE):
        wrongly("yxm01", "10.0.0.7")
    assert rightly("yxm01", Client()) == 429
    assert own.post("/sign-in", {"username": "yxm01", "password": "willow-bridge-7"}).status_code == 302


def guessing(client, times):
    """What a known device is answered with when wrong passwords are typed on it."""
    return [client.post("/sign-in", {"username": "yxm01", "password": f"guess-{n}"}).status_code for n in range(times)]


@pytest.fixture
def own(county, cadre):
    """The cadre's own known device, signed out."""
    client = by_slip(cadre, county)
    client.post("/sign-out")
    return client


def test_who_comes_in_on_his_own_device_owes_nothing_there(own):
    for _day in range(3):
        assert guessing(own, ON_DEVICE - 1) == [200] * (ON_DEVICE - 1)
        assert own.post("/sign-in", {"username": "yxm01", "password": CHOSEN}).status_code == 302
        own.post("/sign-out")


def test_a_device_that_is_shut_is_unlocked_with_its_account(own, county, cadre, enter):
    assert guessing(own, ON_DEVICE)[-1] == 429
    unit = enter(county.account("township_cadre", county.town))
    assert "解锁</button>" in unit.get(f"/accounts/{cadre.pk}").content.decode()
    unit.post(f"/accounts/{cadre.pk}/unlock")
    assert own.post("/sign-in", {"username": "yxm01", "password": CHOSEN}).status_code == 302


def test_a_device_stays_shut_under_a_new_token(own, county, cadre):
    other = county.account("village_cadre", county.village, "严小雪")
    [(_account, _post, code, _ends)] = actions.renew_slips(accounts=[other], by=county.console, at=now())
    assert guessing(own, ON_DEVICE)[-1] == 429
    assert own.post(f"/slip/{code}", {"password": CHOSEN, "again": CHOSEN}).status_code == 302
    own.post("/sign-out")
    assert own.post("/sign-in", {"username": "yxm01", "password": CHOSEN}).status_code == 429


def test_nobody_unlocks_himself(county, cadre):
    leader = county.account("township_cadre", county.town)
    with pytest.raises(PermissionDenied):
        actions.unlock(account=leader, by=leader, at=now())
    actions.unlock(account=cadre, by=leader, at=now())


@pytest.mark.parametrize("role", ["township_cadre", "administrator"])
def test_a_cadre_unlocks_and_the_owner_is_told(county, cadre, enter, role):
    for _n in range(FREE):
        wrongly("yxm01")
    unit = enter(county.account(role, county.county if role == "administrator" else county.town))
    assert "解锁" in unit.get(f"/accounts/{cadre.pk}").content.decode()
    assert unit.post(f"/accounts/{cadre.pk}/unlock").status_code == 302
    assert "解锁</button>" not in unit.get(f"/accounts/{cadre.pk}").content.decode()
    assert rightly("yxm01") == 302
    assert Line.objects.filter(verb="accounts.unlock").count() == 1
    assert set(Notice.objects.exclude(told_at=None).values_list("verb", "account")) == {("shut", cadre.pk), ("unlock", cadre.pk)}


def test_nobody_unlocks_who_has_no_right_to_or_stands_elsewhere(county, cadre, enter):
    for _n in range(FREE):
        wrongly("yxm01")
    elsewhere = enter(county.account("township_cadre", county.other_town, "别处人"))
    below = enter(county.account("grid_worker", county.grid, "网格员甲"))
    assert [who.post(f"/accounts/{cadre.pk}/unlock").status_code for who in (elsewhere, below)] == [404, 403]
    assert rightly("yxm01") == 429


def test_every_kind_of_try_has_its_row():
    table = decisions.shipped("tries").table
    for kind in ("account", "device", "address", "slip", "second", "code", "code_address", "entry"):
        assert table.decide({"tried": kind}, on=today(), path="/").result["free"] > 0
    sign_in = decisions.shipped("sign_in").table
    assert {role: sign_in.decide({"role": role}, on=today(), path="/").manual_review for role in ROLES} == dict.fromkeys(ROLES, False)


@pytest.mark.parametrize(("name", "column", "may"), [
    ("tries", "free", False), ("tries", "forgotten_hours", False), ("passwords", "length", False), ("passwords", "days", True),
    ("sign_in", "factor", False)])
def test_no_county_leaves_open_what_every_sign_in_asks(name, column, may):
    found = decisions.shipped(name)
    lines = [line.split(",") for line in found.text.splitlines()]
    lines[2][lines[0].index(column)] = "-"
    faults = found.bounds(Table(name, "\n".join(map(",".join, lines))))
    assert [(fault.row, fault.column, fault.says) for fault in faults] == ([] if may else [(3, column, "-")])
    assert not found.bounds(found.table)


@pytest.mark.parametrize(("forwarded", "tls", "seen"), [
    ("203.0.113.9", True, "203.0.113.9"), ("198.51.100.1, 203.0.113.9", True, "203.0.113.9"), ("203.0.113.9", False, "127.0.0.1"),
    ("", True, "127.0.0.1")])
def test_behind_the_proxy_the_address_is_the_one_the_proxy_saw(forwarded, tls, seen):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": forwarded} if forwarded else {})
    with override_settings(BEHIND_TLS=tls):
        assert client_address(request) == seen


@pytest.mark.parametrize(("address", "word"), [("127.0.0.1", "here"), ("10.2.0.5", "政务网"), ("192.168.1.9", "inside"),
                                               ("114.114.114.114", "outside"), ("rubbish", "outside")])
def test_of_an_address_only_a_coarse_word_is_kept(address, word):
    with override_settings(NETWORKS=networks("政务网=10.2.0.0/16; ")):
        assert place_of(RequestFactory().get("/", REMOTE_ADDR=address)) == word


@pytest.mark.parametrize("said", ["10.2.0.0/16", "office=", "office=10.2", "=10.2.0.0/16", f"{'x' * 41}=10.2.0.0/16", "a=::1;b=there"])
def test_a_network_that_cannot_be_read_stops_the_start(said):
    with pytest.raises(ImproperlyConfigured, match="LIANFANG_NETWORKS"):
        networks(said)


def test_who_guesses_at_a_desk_left_open_waits_too(county, cadre):
    client, chosen = by_slip(cadre, county), {"password": "maple-lantern-8", "again": "maple-lantern-8"}
    for n in range(FREE):
        assert client.post("/password", {"old": f"guess-{n}", **chosen}).status_code == 422
    answer = client.post("/password", {"old": CHOSEN, **chosen})
    assert answer.status_code == 422 and "以后再填" in answer.content.decode()
    with time_machine.travel(now() + timedelta(seconds=70)):
        assert client.post("/password", {"old": CHOSEN, **chosen}).status_code == 302


def test_of_many_guesses_at_once_at_a_desk_left_open_no_more_are_looked_at(cadre, monkeypatch):
    looked_at, real = [], Account.check_password

    def while_another_comes(account, typed):
        looked_at.append(typed)
        if len(looked_at) < FREE * 3:
            PasswordAgain({"old": f"guess-{len(looked_at)}"}, account=cadre).is_valid()
        return real(account, typed)

    monkeypatch.setattr(Account, "check_password", while_another_comes)
    PasswordAgain({"old": "guess"}, account=cadre).is_valid()
    assert len(looked_at) == FREE


def test_a_door_that_was_shut_is_written_down_and_its_owner_reads_it(county, cadre):
    own = by_slip(cadre, county)
    for login in ("yxm01", "nobody-here"):
        for _n in range(FREE):
            wrongly(login, "10.0.0.7")
    assert list(Line.objects.filter(verb="accounts.shut").values_list("data", flat=True)) == [{"account": cadre.pk, "tried": "account"}]
    own.post("/sign-out")
    own.post("/sign-in", {"username": "yxm01", "password": CHOSEN})
    assert "系统因为有人试错太多次" in own.get("/sessions").content.decode()
