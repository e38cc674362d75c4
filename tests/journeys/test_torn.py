"""The power fails: SQLite's log is cut and spoilt, PostgreSQL is killed whole; what was acknowledged is there, and clean."""
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import psycopg
import pytest

from tools.checkout import ROOT
from tools.with_postgres import cluster, patiently

from .county import County
from .test_acknowledged import tree

pytestmark = pytest.mark.journey
CUTS, COMMITS, LINES, TAIL = 300, 120, 5, 4096
WRITE = f"""
import os, sys, uuid, django
django.setup()
from django.db import transaction
from lianfang.ground.days import now
from lianfang.ground.journal import actions, line
wal = os.path.join(os.environ["LIANFANG_HOME"], "db.sqlite3-wal")
for n in range(int(sys.argv[1])):
    with transaction.atomic():
        actions.write([line("tests.tell", kind="thing", record=uuid.uuid4(), by=1, at=now(), data={{"n": n}}) for _ in range({LINES})])
    if n % 10 == 9:
        actions.seal()
    print(n + 1, os.path.getsize(wal) if os.path.exists(wal) else 0, flush=True)
os.kill(os.getpid(), 9)
"""


def writing(county, commits):
    """A process that commits line after line, says after each how many there are and how long the log is, and ends as if killed."""
    command, env = [sys.executable, "-c", WRITE, str(commits)], {**county.env, "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """A home as a crash left it: the database, its log, and of each acknowledged commit how long the log was."""
    county = County(tmp_path_factory.mktemp("torn")).begin()
    said, _ = writing(county, COMMITS).communicate(timeout=120)
    acknowledged = [tuple(map(int, row.split())) for row in said.splitlines()]
    assert len(acknowledged) == COMMITS
    return county, acknowledged


def cut(county, folder, length, tail=b""):
    """A copy of the home whose log ends after so many bytes, or goes on with something else from there."""
    shutil.copy(county.home / "db.sqlite3", folder / "db.sqlite3")
    log = (county.home / "db.sqlite3-wal").read_bytes()
    (folder / "db.sqlite3-wal").write_bytes(log[:length] + tail)
    (folder / "db.sqlite3-shm").unlink(missing_ok=True)


def test_every_cut_opens_clean_and_holds_what_was_acknowledged_before_it(left, tmp_path):
    county, acknowledged = left
    chance, whole = Random("torn"), (county.home / "db.sqlite3-wal").stat().st_size
    for n in range(CUTS):
        length = chance.randint(0, whole)
        cut(county, tmp_path, length, chance.randbytes(TAIL) if n % 2 else b"")
        with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            lines, = database.execute("SELECT count(*) FROM journal_line").fetchone()
            order = [n for n, in database.execute("SELECT json_extract(data, '$.n') FROM journal_line ORDER BY id")]
        before = max((commits for commits, log in acknowledged if log <= length), default=0)
        assert before * LINES <= lines <= COMMITS * LINES, length
        assert order == [n for n in range(lines // LINES) for _ in range(LINES)], "a commit is half there, or one before it is missing"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_the_chain_of_what_is_left_holds_and_goes_on(left, tmp_path, share):
    county, _acknowledged = left
    home = tmp_path / "home"
    shutil.copytree(county.home, home)
    cut(county, home, int((county.home / "db.sqlite3-wal").stat().st_size * share))
    after = County(home)
    assert after.answer("check-journal")["ok"]
    assert len(writing(after, 10).communicate(timeout=60)[0].splitlines()) == 10
    assert after.answer("check-journal")["ok"]


def test_each_commit_is_on_the_disk_before_it_is_acknowledged(left):
    county, _acknowledged = left
    asked = "from django.db import connection; c = connection.cursor(); c.execute('PRAGMA synchronous'); print(c.fetchone()[0])"
    assert county.console("shell", "-v", "0", "-c", asked).stdout.strip() == "2"


def test_postgresql_killed_whole_has_what_was_acknowledged(tmp_path):
    chance, acknowledged = Random("postmaster"), 0
    with cluster() as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as own:
            own.execute("CREATE DATABASE county")
        county = County(tmp_path, server.get_uri("county")).begin()
        for _ in range(3):
            running, upto = writing(county, 10_000), chance.randint(20, 80)
            while upto and running.stdout.readline():
                acknowledged, upto = acknowledged + 1, upto - 1
            gone = tree(server.get_pid())
            for process in gone:
                os.kill(process, signal.SIGKILL)
            while any(Path(f"/proc/{process}").exists() for process in gone):
                time.sleep(0.05)
            acknowledged += len([row for row in running.communicate(timeout=60)[0].splitlines() if row.strip()])
            patiently(server.ensure_postgres_running)
            with psycopg.connect(county.env["DATABASE_URL"]) as own:
                lines, = own.execute("SELECT count(*) FROM journal_line").fetchone()
            assert acknowledged * LINES <= lines <= (acknowledged + 3) * LINES and lines % LINES == 0
        assert county.answer("check-journal")["ok"]

