"""SQLite followed to another disk: everything is killed at once, the home is gone, and what comes back is counted."""
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress

import pytest

from tools.checkout import ROOT

from .county import SCRIPT, County
from .test_acknowledged import tree
from .test_backup import PHRASE, refused
from .test_base_backup import OPENED, WRITE, today

pytestmark = pytest.mark.journey
WRITING, LIMIT = 8.0, 60


@pytest.fixture(scope="module")
def died(tmp_path_factory):
    """A county that served, was followed, and whose machine is gone."""
    place = tmp_path_factory.mktemp("followed")
    county = County(place / "home").begin()
    county.env |= {"LIANFANG_BACKUP_PASSPHRASE": PHRASE, "LIANFANG_REPLICA": str(place / "disk")}
    today(county, 0, 30)
    county.answer("keys", "escrow", place / "escrow")
    server = subprocess.Popen([SCRIPT, "serve"], env=county.env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              start_new_session=True)
    wait(lambda: list((place / "disk/followed").rglob("*.ltx")))
    today(county, 30, 60)
    (county.home / "uploads/kept.bin").write_bytes(b"sealed elsewhere")
    county.sample = county.console("shell", "-v", "0", "-c", OPENED).stdout
    writer = subprocess.Popen([SCRIPT, "shell", "-v", "0", "-c", WRITE.format(root=str(ROOT))], env=county.env, cwd=ROOT,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    told = [writer.stdout.readline()]
    time.sleep(WRITING)
    for process in [writer.pid, *tree(server.pid)]:
        with suppress(ProcessLookupError):  # who was begun by the one before ends with it
            os.kill(process, signal.SIGKILL)
    county.died_at = time.time()
    told += writer.stdout.readlines()
    writer.wait()
    server.wait()
    county.told = [(key, float(at)) for key, at in (one.split() for one in told)]
    county.rows = counted(county.home)
    county.keys = [path.read_bytes().strip() for path in (county.home / "keys").glob("*.key")]
    shutil.rmtree(county.home)
    return county, place


def wait(holds):
    """Look until it holds."""
    ends = time.monotonic() + LIMIT
    while not holds():
        assert time.monotonic() < ends, "it never came to hold"
        time.sleep(0.1)


def counted(home):
    """Rows of what the roster wrote."""
    tables = ("people_person", "screening_arrival", "isolation_order", "decisions_verdict", "workflow_turn", "people_personword")
    with closing(sqlite3.connect(home / "db.sqlite3")) as raw:
        return {table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_the_replica_holds_no_key_in_clear(died):
    county, place = died
    whole = b"".join(path.read_bytes() for path in (place / "disk").rglob("*") if path.is_file())
    assert len(county.keys) >= 3 and not [key for key in county.keys if key in whole]
    assert (place / "disk/keys.sealed").exists()


def test_it_is_back_to_the_last_second(died, record_property):
    county, place = died
    other = County(place / "other")
    other.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
    begun = time.monotonic()
    done = other.answer("restore", place / "disk", "--escrow", place / "escrow")
    seconds = time.monotonic() - begun
    assert counted(other.home) == county.rows and done["position"] > 60
    assert other.console("shell", "-v", "0", "-c", OPENED).stdout == county.sample
    assert other.answer("check-journal")["ok"] and (other.home / "uploads/kept.bin").exists()
    with closing(sqlite3.connect(other.home / "db.sqlite3")) as raw:
        there = {key.hex() for key, in raw.execute("SELECT id FROM journal_line WHERE verb = 'keeping.reseal'")}
    kept = [at for key, at in county.told if key.replace("-", "") in there]
    assert kept == [at for _key, at in county.told][:len(kept)], "what came back is not a beginning of what was written"
    lost, behind = len(county.told) - len(kept), county.died_at - kept[-1]
    says = f"{len(county.told)} acknowledged, {lost} lost: the last {behind:.1f} s; back after {seconds:.1f} s"
    record_property("figures", says)
    print(says)
    assert kept and behind < 5
    assert not list(other.home.glob("before-*/copy"))
    other.env["LIANFANG_REPLICA"] = str(place / "disk")
    assert "新文件夹" in refused(other, "serve"), "a restored county must not write over the replica it came from"
