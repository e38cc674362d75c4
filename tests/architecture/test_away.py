"""A database that is away is said with 503, a full disk with 507; what can be read is read, and it recovers by itself."""
import errno
import shutil
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import SimpleNamespace

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError, connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from lianfang.config.away import status_of
from lianfang.ground.accounts.models import Account, Session
from lianfang.ground.accounts.sessions import SessionStore
from lianfang.ground.keeping import room
from tests.at_once import only_on_postgresql
from tests.cast import PASSWORD, make_cast

ON_SQLITE = connection.vendor == "sqlite"
SIGN_IN, SAYS_SO = "/sign-in", "现在只能看，登记不了"


def client():
    """A browser that gets the page of a fault rather than the fault."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("url", ["/", "/people/", "/orders/", "/situation/"])
def test_away_is_503_on_every_page(cast, url, monkeypatch):
    signed_in = client()
    signed_in.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert signed_in.get(url).status_code in (200, 302)

    def away(*_args, **_more):
        raise OperationalError("connection refused")

    with monkeypatch.context() as gone:
        gone.setattr(BaseDatabaseWrapper, "cursor", away)
        answer = signed_in.get(url)
        assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "10", "no-store")
        assert "连不上数据库" in answer.content.decode() and "script-src 'self'" in answer["Content-Security-Policy"]
        assert "connection refused" not in answer.content.decode()
    assert signed_in.get(url).status_code in (200, 302)


@pytest.mark.django_db(transaction=True)
def test_of_two_requests_that_wait_for_each_other_one_is_asked_to_try_again(monkeypatch):
    only_on_postgresql()
    cast, both_began, begun = make_cast(), Barrier(2), []

    def crosswise(**_more):
        begun.append(1)
        order = ["officer", "leader"][::1 if len(begun) == 1 else -1]
        with transaction.atomic():
            Account.objects.select_for_update().get(pk=cast.accounts[order[0]].pk)
            both_began.wait(10)
            Account.objects.select_for_update().get(pk=cast.accounts[order[1]].pk)

    def sign_out(signed_in):
        found = signed_in.post("/sign-out")
        connection.close()
        return found

    monkeypatch.setattr("lianfang.ground.accounts.actions.sign_out", crosswise)
    browsers = [client() for _n in range(2)]
    for one in browsers:
        one.force_login(cast.grid, backend="lianfang.ground.accounts.sessions.AccountBackend")
    with ThreadPoolExecutor(2) as both:
        answers = sorted(both.map(sign_out, browsers), key=lambda answer: answer.status_code)
    assert [answer.status_code for answer in answers] == [302, 503] and answers[1]["Retry-After"] == "10"


@pytest.mark.skipif(not ON_SQLITE, reason="SQLite can be told to be full")
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_507_reads_go_on_and_it_recovers(monkeypatch):
    monkeypatch.setattr(room, "_refused_at", float("-inf"))
    make_cast()
    browser = client()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # what earlier tests have left free would still be filled
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        try:
            answers = {fill(browser).status_code for _ in range(30)}
            assert 507 in answers and answers <= {302, 507}
            assert Account.objects.count() and browser.get("/").status_code in (200, 302)
            assert SAYS_SO in browser.get(SIGN_IN).content.decode()
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert fill(browser).status_code == 302


@pytest.mark.parametrize("free", [room.LEAST - 1, room.LEAST])
def test_every_page_says_so_before_somebody_types_and_again_when_there_is_room(cast, free, monkeypatch):
    monkeypatch.setattr(room, "_refused_at", float("-inf"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    signed_in = client()
    signed_in.force_login(cast.officer, backend="lianfang.ground.accounts.sessions.AccountBackend")
    for url in ("/", "/people/", "/orders/", "/situation/"):
        assert (SAYS_SO in signed_in.get(url, follow=True).content.decode()) is (free < room.LEAST), url


def test_a_write_that_found_no_room_is_remembered_for_a_minute(monkeypatch):
    monkeypatch.setattr(room, "_refused_at", float("-inf"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1 << 40))
    assert not room.is_full()
    room.refused()
    assert room.is_full()
    monkeypatch.setattr(room, "_refused_at", room._refused_at - room.REMEMBERED)
    assert not room.is_full()


def fill(browser):
    """Somebody signs in: a session and a line of the journal are written."""
    browser.cookies.clear()
    return browser.post(SIGN_IN, {"username": "officer", "password": PASSWORD})


def test_a_session_that_finds_no_room_is_not_taken_for_one_that_was_ended(db, monkeypatch):
    def full(*_args, **_more):
        raise OperationalError("database or disk is full")

    store = SessionStore()
    store.create()
    with monkeypatch.context() as meanwhile, pytest.raises(OperationalError):
        meanwhile.setattr(Session, "save", full)
        store.save()
    store.delete()
    with pytest.raises(UpdateError):
        store.save()


@pytest.mark.parametrize(("fault", "status"), [
    (OSError(errno.ENOSPC, "No space left on device"), 507), (OperationalError("database or disk is full"), 507),
    (OperationalError("database is locked"), 503), (ValueError("x"), None), (None, None)])
def test_which_fault_is_which(fault, status):
    assert status_of(fault) == status
