"""A county is copied while it writes, the copy is proved, put back elsewhere, and every forgery of it is told."""
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing, contextmanager
from uuid import uuid4

import psycopg
import pytest

from lianfang.ground.keeping.cover import cover, uncovered
from lianfang.ground.vault.ring import Ring, read_keys

from . import forked, sheets
from .county import County

pytestmark = pytest.mark.journey
AT, PHRASE = "2020-03-04T09:00", "演练口令-只在这个测试里用"
SERVER = os.environ.get("DATABASE_URL", "")
ON_SQLITE = not SERVER.startswith("postgres")
COUNT = "from lianfang.response.isolation.models import Order; print(Order.objects.count())"


@contextmanager
def fresh(home):
    """A county on whichever database the tests run on, in a database of its own."""
    if ON_SQLITE:
        yield County(home)
        return
    name = f"backup_{uuid4().hex[:8]}"
    with psycopg.connect(SERVER, autocommit=True) as own:
        own.execute(f'CREATE DATABASE "{name}"')
        base = psycopg.conninfo.conninfo_to_dict(SERVER)
        try:
            yield County(home, f"postgresql://{base['user']}:@/{name}?host={base['host']}")
        finally:
            own.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def roster(county, first, upto):
    """Some returnees come in."""
    file = county.home / f"{first}.xlsx"
    file.write_bytes(sheets.book(*(sheets.returnee(n, f"演练{chr(0x4E00 + n)}", "") for n in range(first, upto))))
    return county.answer("roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04", at=AT)


@pytest.fixture(scope="module")
def county(tmp_path_factory):
    """With thirty people in it."""
    with fresh(tmp_path_factory.mktemp("kept")) as county:
        county.begin().env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
        roster(county, 0, 30)
        yield county


@pytest.fixture(scope="module")
def copy(county):
    """A backup of it."""
    folder = county.home / "copies" / "one"
    county.taken = county.answer("backup", folder)
    return folder


def forged(copy, tmp_path):
    """A copy of the copy, to be spoilt."""
    return shutil.copytree(copy, tmp_path / "forged")


def refused(county, *words):
    """Exit code not 0, and a sentence."""
    done = county.console(*words)
    assert done.returncode and "Traceback" not in done.stderr, done.stderr
    return done.stderr + done.stdout


def test_it_is_proved_and_holds_no_key_in_clear(county, copy):
    found = county.answer("verify-backup", copy)
    assert found["ok"] and found["rows"] == county.taken["rows"] and found["opened"] >= 30
    assert found["head"] == county.taken["journal"]["head"]
    keys = [path.read_bytes().strip() for path in (county.home / "keys").glob("*.key")]
    whole = b"".join(path.read_bytes() for path in copy.rglob("*") if path.is_file())
    assert len(keys) == 6 and not [key for key in keys if key in whole]
    assert [path.name for path in copy.parent.iterdir()] == ["one"]


def test_it_is_put_back_into_an_empty_home_and_nowhere_else(county, copy, tmp_path):
    with fresh(tmp_path / "other") as other:
        other.home.mkdir()
        other.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
        assert "--escrow" in refused(other, "restore", copy)
        county.answer("keys", "escrow", tmp_path / "escrow")
        restored = other.answer("restore", copy, "--escrow", tmp_path / "escrow")
        assert restored["head"] == county.taken["journal"]["head"]
        assert other.answer("check-journal")["lines"] == county.taken["journal"]["position"] + 1
        assert (other.home / "keys/data-1.key").read_bytes() == (county.home / "keys/data-1.key").read_bytes()
        again = roster(other, 0, 31)
        assert (again["created"], again["merged"]) == (1, 30)  # found by numbers that only the restored keys can tell
        assert "--over" in refused(other, "restore", copy)
        assert other.answer("restore", copy, "--over")["aside"]


@pytest.mark.parametrize("spoil", ["db", "cut", "extra", "gone"])
def test_every_forgery_is_told(county, copy, tmp_path, spoil):
    bad = forged(copy, tmp_path)
    database = next(bad.glob("d*b*"))
    if spoil == "db":
        content = bytearray(database.read_bytes())
        content[len(content) // 2] ^= 1
        database.write_bytes(content)
    elif spoil == "cut":
        os.truncate(database, database.stat().st_size // 2)
    elif spoil == "extra":
        (bad / "uploads" / "planted.roster").write_bytes(b"x")
    else:
        (bad / "keys.sealed").unlink()
    done = county.console("verify-backup", bad, "--json")
    assert done.returncode == 1 and not json.loads(done.stdout)["ok"], done.stderr
    assert "没有恢复" in refused(county, "restore", bad, "--over")


@pytest.mark.skipif(not ON_SQLITE, reason="a dump cannot be edited row by row")
def test_a_manifest_made_to_fit_does_not_hide_a_row_taken_away(county, copy, tmp_path):
    bad, told = forged(copy, tmp_path), copy / "manifest.json"
    keys = read_keys(county.home / "keys")
    with uncovered(bad / "db.sqlite3", keys) as plain:
        shutil.copyfile(plain, bad / "plain")
    with closing(sqlite3.connect(bad / "plain", isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER journal_line_no_delete")
        raw.execute("DELETE FROM journal_line WHERE id IN (SELECT line FROM journal_seal WHERE position = 5)")
    cover(bad / "plain", Ring(keys))
    (bad / "plain").replace(bad / "db.sqlite3")
    found = json.loads(told.read_text())
    found["files"]["db.sqlite3"] = hashlib.sha256((bad / "db.sqlite3").read_bytes()).hexdigest()
    found["rows"]["journal_line"] -= 1
    (bad / "manifest.json").write_text(json.dumps(found))
    done = county.console("verify-backup", bad, "--json")
    assert done.returncode == 1 and "journal_line_no_delete" in done.stdout


def test_the_passphrase_is_asked_for_and_a_wrong_one_said(county, copy, tmp_path):
    county.env["LIANFANG_BACKUP_PASSPHRASE"] = "short"
    try:
        assert "--without-keys" in refused(county, "backup", tmp_path / "a")
        assert "口令不对" in refused(county, "verify-backup", copy)
        assert county.answer("backup", tmp_path / "b", "--without-keys")["keys"] == "left out"
        assert not (tmp_path / "b" / "keys.sealed").exists() and county.answer("verify-backup", tmp_path / "b")["ok"]
        assert "不是空的" in refused(county, "backup", tmp_path / "b", "--without-keys")
        assert "不是完整的备份" in refused(county, "verify-backup", tmp_path)
    finally:
        county.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE


def test_taken_while_others_write_it_is_one_moment(county, tmp_path):
    file = county.home / "many.xlsx"
    file.write_bytes(sheets.book(*(sheets.returnee(n, f"演练{chr(0x5000 + n)}", "") for n in range(40, 640))))
    words = ["roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04"]
    writing = forked.Process(words, county.env, AT)
    taken = 0
    while writing.poll() is None or not taken:
        county.answer("backup", tmp_path / str(taken))
        assert county.answer("verify-backup", tmp_path / str(taken))["ok"]
        taken += 1
    assert writing.wait() == 0 and taken
