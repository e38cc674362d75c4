"""`lianfang doctor` tells whether the loss of this machine would be the loss of its last hours."""
import os
import time

import pytest
from django.db import connection

from lianfang.entry.console.doctor import copies
from lianfang.ground.days import now
from lianfang.ground.keeping import replica

AT = now()
ON_SQLITE = connection.vendor == "sqlite"


def codes(look=copies.replicated):
    """What is found, with whether it is unsafe."""
    return {one.code: one.is_unsafe for one in look(AT)}


@pytest.fixture
def followed(db, tmp_path, settings, monkeypatch):
    """An installation whose database is followed and a second behind."""
    if not ON_SQLITE:
        pytest.skip("litestream follows SQLite")
    settings.HOME, settings.REPLICA = tmp_path, tmp_path / "disk"
    monkeypatch.setattr(replica, "_program", lambda: "litestream")
    base = tmp_path / "db.sqlite3"
    base.touch()
    monkeypatch.setitem(connection.settings_dict, "NAME", str(base))
    (tmp_path / "disk/followed").mkdir(parents=True)
    (tmp_path / "disk/keys.sealed").touch()
    copied = tmp_path / "disk/followed/1.ltx"
    copied.touch()
    return copied


def test_one_that_follows(followed):
    assert codes() == {"replica-here": False}


def test_one_that_fell_behind(followed):
    os.utime(followed, (time.time() - 600,) * 2)
    assert codes() == {"replica": True}


def test_one_without_keys_or_program_or_of_another(followed, settings, monkeypatch):
    (settings.REPLICA / "keys.sealed").unlink()
    assert codes()["replica-keys"] is False
    (settings.REPLICA / replica.MARK).write_text('{"of": "another"}')
    assert codes() == {"replica": True}
    monkeypatch.undo()
    monkeypatch.setattr(replica.shutil, "which", lambda *_a, **_k: None)
    settings.REPLICA = followed
    assert codes() == {"replica": True}


def test_none(db, settings):
    settings.REPLICA = None
    assert codes() == ({"replica": False} if ON_SQLITE else {})


@pytest.mark.skipif(ON_SQLITE, reason="SQLite has no archive")
def test_a_server_that_archives_nothing(db):
    assert codes(copies.archived) == {"archive": False}
