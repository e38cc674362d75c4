"""`lianfang doctor` names each thing that is made unsafe here, and falls silent when it is mended."""
import io
import json
import shutil
from collections import namedtuple
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from lianfang.entry.console.doctor import findings
from lianfang.ground.accounts.models import Account, Session
from lianfang.ground.clock import JOBS
from lianfang.ground.clock.models import Run
from lianfang.ground.days import now
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line, triggers
from lianfang.ground.keeping.actions import BACK_UP, ESCROW
from lianfang.ground.keeping.manifest import NAME

AT = now()


@pytest.fixture
def sound(cast, tmp_path, settings, monkeypatch):
    """An installation with nothing unsafe in it."""
    keys = tmp_path / "keys"
    keys.mkdir(mode=0o700)
    (keys / "data-1.key").touch(mode=0o600)
    (keys / "emergency-1.key").touch(mode=0o600)
    settings.HOME, settings.KEYS, settings.DEBUG = tmp_path, keys, False
    settings.ALLOWED_HOSTS, settings.BEHIND_TLS, settings.SECOND_FACTOR = ["localhost"], False, True
    tmp_path.chmod(0o700)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: room(free=90 << 30))
    with transaction.atomic():
        journal.write([line(BACK_UP, kind="installation", record=None, by=1, at=AT)])
        journal.write([line(ESCROW, kind="installation", record=None, by=1, at=AT, data={"keys": [1]})])
    for job in JOBS.values():
        Run.objects.create(job=job.name, due=job.last_due(AT), leased_until=AT, finished_at=AT)
    monkeypatch.setattr("lianfang.entry.console.doctor.inside.PROMISES", ())  # what tests do without
    return settings


def room(free):
    return namedtuple("Usage", "total used free")(100 << 30, 0, free)


def unsafe(at=AT, backups=()):
    """The codes of what is unsafe."""
    return [one.code for one in findings(at, backups) if one.is_unsafe and one.code != "durable"]


def test_nothing_is_said_of_a_sound_one(sound):
    assert unsafe() == []


@pytest.mark.parametrize(("name", "value", "code"), [
    ("DEBUG", True, "debug"), ("ALLOWED_HOSTS", ["*"], "hosts"), ("ALLOWED_HOSTS", ["192.0.2.7"], "tls")])
def test_settings(sound, name, value, code):
    setattr(sound, name, value)
    assert code in unsafe()


@pytest.mark.parametrize("is_demo", [False, True])
def test_a_second_factor_that_is_off_is_unsafe_outside_a_demo(sound, cast, is_demo):
    sound.SECOND_FACTOR = False
    Account.objects.create(login="demo", name="演练", password="!", is_demo=is_demo)
    [found] = [one for one in findings(AT) if one.code == "second-factor"]
    assert found.is_unsafe is not is_demo and "LIANFANG_SECOND_FACTOR" in found.mend


def test_key_files_that_others_read(sound):
    (sound.KEYS / "data-1.key").chmod(0o644)
    assert unsafe() == ["key-files"]


def test_an_emergency_key_nobody_has_put_away(sound):
    (sound.KEYS / "emergency-2.key").touch(mode=0o600)
    assert unsafe() == ["escrow"]


def test_a_change_of_keys_that_is_not_finished_is_told(sound):
    for name in ("index-1.key", "index-2.key"):
        (sound.KEYS / name).write_text("YQ==")
        (sound.KEYS / name).chmod(0o600)
    assert "rotation" in [one.code for one in findings(AT)] and unsafe() == []


def test_keys_in_a_backup(sound, tmp_path_factory):
    kept = tmp_path_factory.mktemp("kept")
    (kept / "one" / "keys").mkdir(parents=True)
    (kept / "one" / NAME).write_text("{}")
    assert unsafe(backups=[kept]) == []
    (kept / "one" / "keys" / "data-1.key").touch()
    assert unsafe(backups=[kept]) == ["keys-in-backup"]


def test_a_disk_that_is_nearly_full(sound, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: room(free=3 << 30))
    assert unsafe() == ["disk"]


def test_demo_accounts(sound):
    Account.objects.filter(login="officer").update(is_demo=True)
    assert unsafe() == ["demo"]
    Account.objects.filter(login="officer").update(is_active=False)
    assert unsafe() == []


def test_a_day_without_a_backup_and_a_clock_that_stands(sound):
    assert unsafe(AT + timedelta(days=2)) == ["backup", "clock"]


def test_a_job_that_fails(sound):
    Run.objects.filter(job=sorted(JOBS)[0]).update(fault="ValueError: no")
    assert unsafe() == ["job"]


def test_triggers_that_are_gone(sound, monkeypatch):
    monkeypatch.setattr(triggers, "missing", lambda _connection: ["journal_line_no_delete"])
    assert unsafe() == ["journal"]


def test_sessions_that_are_over_are_told(sound):
    Session.objects.create(session_key="x", session_data="", expire_date=AT - timedelta(days=1))
    assert "sessions" in [one.code for one in findings(AT)]
    assert unsafe() == []


@pytest.mark.django_db
def test_what_the_database_does_not_promise(sound, monkeypatch):
    monkeypatch.undo()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            pytest.skip("SQLite's word cannot be changed inside a test's transaction: settings say FULL")
        cursor.execute("SET synchronous_commit = off")
        assert "durable" in [one.code for one in findings(AT)]
        cursor.execute("RESET synchronous_commit")


def test_the_command_says_it_in_words_and_leaves_with_one(sound):
    sound.DEBUG = True
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("doctor", "--json", stdout=out, stderr=err)
    told = json.loads(out.getvalue())
    assert left.value.code == 1 and not told["ok"] and "debug" in [one["code"] for one in told["findings"]]
    assert "调试模式开着" in err.getvalue() and "改法" in err.getvalue()


def test_a_clock_behind_what_is_written(sound):
    assert "time" in unsafe(AT - timedelta(hours=3))
    assert "time" not in unsafe(AT - timedelta(minutes=2))
