"""PostgreSQL dies for good: a base backup and the archived log bring it back elsewhere, and what is lost and how long it takes is said."""
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from tools.checkout import ROOT

from . import sheets
from .cluster import Cluster
from .county import County
from .test_backup import PHRASE, refused

pytestmark = pytest.mark.journey
TIMEOUT, WRITING = 1, 8.0  # seconds: the archive takes a segment at least so often; how long somebody writes before it dies
WRITE = """
import sys, time; sys.path.insert(0, {root!r})
from django.db import transaction
from lianfang.ground.days import now; from lianfang.ground.journal import actions, line
while True:
    with transaction.atomic():
        one = line("keeping.reseal", kind="installation", record=None, by=1, at=now(), data={{}}); actions.write([one])
    print(one.id, time.time(), flush=True); time.sleep(0.02)
"""
OPENED = ("from lianfang.registers.people.models import Person; from lianfang.ground.accounts.scope import everything\n"
          "with everything(): print(sorted((p.name, p.id_number.open()[-4:], p.phone.open()[-4:]) for p in Person.objects.all()))")


@pytest.fixture(scope="module")
def died():
    """A county that was copied, went on, wrote without pause, and lost its database's machine: what is left, and what it had been told."""
    with tempfile.TemporaryDirectory(prefix="lianfang-pg-", ignore_cleanup_errors=True) as place:  # the server's user comes in here
        yield death(Path(place))


def death(place):
    """Copy, go on, die."""
    archive = place / "archive"
    first = Cluster(place / "first").make(archive, TIMEOUT)
    county = County(place / "home", first.address)
    county.begin()
    county.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
    today(county, 0, 30)
    county.answer("keys", "escrow", place / "escrow")
    county.taken = county.answer("backup", place / "copy", "--cluster")
    today(county, 30, 60)
    county.rows, county.sample = counted(first.address), county.console("shell", "-v", "0", "-c", OPENED).stdout
    county.found = {one["code"] for one in json.loads(county.console("doctor", "--json").stdout)["findings"]}
    writer = subprocess.Popen([sys.executable, "-m", "lianfang.entry.console.main", "shell", "-v", "0", "-c", WRITE.format(root=str(ROOT))],
                              env=county.env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    told = [writer.stdout.readline()]
    time.sleep(WRITING)
    first.kill()
    county.died_at = time.time()
    told += writer.stdout.readlines()
    writer.wait()
    county.told = [(key, float(at)) for key, at in (one.split() for one in told)]
    time.sleep(1)
    shutil.rmtree(first.folder)  # the disk is gone with it
    return county, place, archive


def today(county, first, upto):
    """Some returnees come in, by the clock the server goes by."""
    file = county.home / f"{first}.xlsx"
    file.write_bytes(sheets.book(*(sheets.returnee(n, f"演练{chr(0x4E00 + n)}", "") for n in range(first, upto))))
    county.answer("roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04")


def counted(address):
    """Rows of what the roster wrote."""
    with psycopg.connect(address) as own:
        tables = ("people_person", "screening_arrival", "isolation_order", "decisions_verdict", "workflow_turn", "people_personword")
        return {table: own.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def test_the_copy_is_proved_and_a_spoilt_one_told(died, tmp_path):
    county, place, _archive = died
    found = county.answer("verify-backup", place / "copy")
    assert found["ok"] and found["rows"] == county.taken["rows"] and found["head"] == county.taken["journal"]["head"]
    bad = shutil.copytree(place / "copy", tmp_path / "bad")
    page = max((bad / "cluster/base").rglob("*"), key=lambda path: path.stat().st_size if path.is_file() else 0)
    content = bytearray(page.read_bytes())
    content[len(content) // 2] ^= 1
    page.write_bytes(content)
    done = county.console("verify-backup", bad, "--json")
    assert done.returncode == 1 and page.name in json.loads(done.stdout)["faults"][0]
    assert "没有恢复" in refused(county, "restore", bad, "--cluster", tmp_path / "new", "--wal", place / "archive")


def test_the_doctor_finds_nothing_amiss_with_the_archive(died):
    county, _place, _archive = died
    assert "backup" not in county.found and not {"archive", "archive-timeout", "base-backup"} & county.found


def test_what_is_lacking_is_said(died, tmp_path):
    county, place, archive = died
    assert "--cluster" in refused(county, "restore", place / "copy")
    (tmp_path / "empty").mkdir()
    assert "归档" in refused(county, "restore", place / "copy", "--cluster", tmp_path / "new", "--wal", tmp_path / "empty")
    assert "不是空的" in refused(county, "restore", place / "copy", "--cluster", place, "--wal", archive)


def test_it_is_back_elsewhere_up_to_what_was_archived(died, record_property):
    county, place, archive = died
    begun = time.monotonic()
    other = County(place / "other", f"postgresql://postgres:@/postgres?host={place / 'second'}")
    other.home.mkdir()
    other.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
    other.answer("restore", place / "copy", "--cluster", place / "second", "--wal", archive, "--escrow", place / "escrow")
    second = Cluster(place / "second").start()
    try:
        done = other.answer("restore", place / "copy", "--finish")
        seconds = time.monotonic() - begun
        assert counted(second.address) == county.rows and done["since"] > 0 and done["opened"] >= 40
        assert other.console("shell", "-v", "0", "-c", OPENED).stdout == county.sample
        assert other.answer("check-journal")["ok"]
        with psycopg.connect(second.address) as own:
            there = {str(key) for key, in own.execute("SELECT id FROM journal_line WHERE verb = 'keeping.reseal'")}
        kept = [at for key, at in county.told if key in there]
        assert kept == [at for _key, at in county.told][:len(kept)], "what came back is not a beginning of what was written"
        lost, behind = len(county.told) - len(kept), county.died_at - kept[-1]
        says = f"{len(county.told)} acknowledged, {lost} lost: the last {behind:.1f} s; back after {seconds:.1f} s"
        record_property("figures", says)
        print(says)
        assert kept and behind < TIMEOUT + 5
        assert "整机备份" in refused(other, "restore", place / "copy", "--over")
    finally:
        second.stop()
