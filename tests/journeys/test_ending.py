"""The emergency ends: before, names lie everywhere; afterwards nowhere, an old backup opens no more, and the proof holds."""
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from . import sheets
from .county import SCRIPT
from .killed import begun, kill_when, one
from .test_backup import ON_SQLITE, PHRASE, SERVER, fresh, refused
from .test_continuous import wait

pytestmark = pytest.mark.journey
AT, COOLED, LATER = "2020-03-04T09:00", "2020-03-12T09:00", "2020-03-12T10:00"
PEOPLE = 60


def name(n):
    """Of somebody invented, found nowhere else."""
    return f"终章{chr(0x4E00 + n)}"


def canaries():
    """What must lie nowhere when it is over."""
    rows = [list(map(str, sheets.returnee(n, name(n), f"无名巷{n}号院"))) for n in range(PEOPLE)]
    told = (text for row in rows for text in row if text.startswith(("终章", "无名巷")) or (len(text) >= 11 and text[:-1].isdigit()))
    return {text.encode() for text in told}


def hits(paths, wanted):
    """Which files hold which of them; each is read once."""
    any_of_them = re.compile(b"|".join(map(re.escape, sorted(wanted))))
    return {(str(path), found.decode()) for path in paths if path.is_file() for found in set(any_of_them.findall(path.read_bytes()))}


def places(county):
    """Every file of the home, and PostgreSQL's."""
    found = list(county.home.rglob("*"))
    if not ON_SQLITE:
        with closing(psycopg.connect(SERVER, autocommit=True)) as own:
            own.execute("CHECKPOINT")
        cluster = Path(parse_qs(urlsplit(SERVER).query)["host"][0])
        found += [path for folder in ("base", "global", "pg_wal", "log") for path in (cluster / folder).rglob("*")]
    return found


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    """A county whose ending is decided and may be carried out eight days later."""
    with fresh(tmp_path_factory.mktemp("decided") / "home") as county:
        yield put_up(county, tmp_path_factory.mktemp("sheet"))


@pytest.fixture
def county(decided, tmp_path):
    """Another for each story; on PostgreSQL there is one story, and a copy in the same server would be found there."""
    return decided.twin(tmp_path / "home") if ON_SQLITE else decided


def put_up(county, folder):
    """A small county, sixty people under orders, a backup with its keys, and the ending decided."""
    county.begin().env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
    county.open_at(AT)
    county.ask("tests.journeys.setting.put_up")
    county.close()
    sheet = folder / "名册.xlsx"
    sheet.write_bytes(sheets.book(*(sheets.returnee(n, name(n), f"无名巷{n}号院") for n in range(PEOPLE))))
    county.answer("roster", "import", sheet, "--kind", "returnees", "--source", "community", "--on", "2020-03-04", at=AT)
    (county.home / "printed").write_text(county.console("board", at=AT).stdout)
    county.answer("backup", county.home / "copies" / "one", at=AT)
    found = county.answer("end-emergency", "preview", at=AT)
    assert found["goes"]["people.Person"] >= PEOPLE
    assert county.answer("end-emergency", "propose", "--basis", "青防指〔2020〕88号", "--as", "officer", at=AT)["state"] == "proposed"
    assert "同一个单位" in approve_with(county, "leader", "supervisor")
    assert county.answer("end-emergency", "approve", "--as", "township", at=AT)["state"] == "cooling"
    return county


def approve_with(county, first, second):
    assert county.answer("end-emergency", "approve", "--as", first, at=AT)["state"] == "agreed"
    return county.console("end-emergency", "approve", "--as", second, at=AT).stderr


def test_nobody_is_found_afterwards(county, tmp_path):
    wanted = canaries()
    assert len(wanted) == PEOPLE * 4 and hits(places(county), wanted)
    assert "冷静期" in county.console("end-emergency", "carry-out", "--as", "officer", at=AT).stderr

    done = county.answer("end-emergency", "carry-out", "--as", "officer", at=COOLED)
    assert done["state"] == "ended" and done["gone"]["people.Person"] >= PEOPLE and done["gone"]["keys"] == [1]
    assert hits(places(county), wanted) == set()
    proof = county.answer("end-emergency", "verify", "--as", "supervisor", at=LATER)
    assert proof["ok"] and proof["digest"] == done["digest"]
    assert county.answer("check-journal", at=LATER)["ok"]
    assert county.answer("board", at=LATER)["figures"]["managed"] == 0

    copy = county.home / "copies" / "one"
    assert hits(copy.rglob("*"), wanted) == set()
    assert "谁也打不开" in refused(county, "verify-backup", copy)
    assert "谁也打不开" in refused(county, "restore", copy, "--over")
    with fresh(tmp_path / "other") as other:
        other.env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
        assert "谁也打不开" in refused(other, "restore", copy)


@pytest.mark.skipif(not ON_SQLITE, reason="looks into SQLite's file while it is killed")
def test_killed_in_the_middle_it_is_carried_on_by_the_clock(county):
    running = begun(county, "end-emergency", "carry-out", "--as", "officer", at=COOLED)
    kill_when(running, lambda: one(county, "SELECT count(*) FROM journal_line WHERE verb = 'ending.delete'") > 3)
    assert one(county, "SELECT count(*) FROM ending_ending WHERE state = 'carrying'") == 1
    assert county.console("clock", "--once", at=LATER).returncode == 0
    assert county.answer("end-emergency", "verify", at=LATER)["ok"]
    assert hits(places(county), canaries()) == set()


@pytest.mark.skipif(not ON_SQLITE, reason="SQLite's log is folded in when its readers are done")
def test_a_reader_beside_it_is_waited_for(county):
    reader = subprocess.Popen([sys.executable, "-c", (
        "import sqlite3, sys, time; base = sqlite3.connect(sys.argv[1]); base.execute('BEGIN'); "
        "base.execute('SELECT COUNT(*) FROM people_person').fetchone(); print(1, flush=True); time.sleep(4)"),
        county.home / "db.sqlite3"], stdout=subprocess.PIPE)
    reader.stdout.readline()
    county.answer("end-emergency", "carry-out", "--as", "officer", at=COOLED)
    reader.wait()
    reader.stdout.close()
    assert hits(places(county), canaries()) == set()


@pytest.mark.skipif(not ON_SQLITE, reason="litestream follows SQLite")
def test_what_followed_it_is_gone_and_follows_anew(county, tmp_path):
    disk, wanted = tmp_path / "disk", canaries()
    county.env["LIANFANG_REPLICA"] = str(disk)
    follower = subprocess.Popen([SCRIPT, "backup", disk, "--continuous"], env=county.env, stdout=subprocess.DEVNULL)
    wait(lambda: list(disk.glob("followed/**/*.ltx")) and (disk / "keys.sealed").exists())
    done = county.answer("end-emergency", "carry-out", "--as", "officer", at=COOLED)
    assert done["state"] == "ended" and done["gone"]["replica"] >= 3
    assert hits(places(county), wanted) == set()
    wait(lambda: list(disk.glob("followed/**/*.ltx")))
    assert hits(disk.rglob("*"), wanted) == set() and follower.poll() is None
    follower.terminate()
    assert follower.wait(30) == 0
    assert county.answer("end-emergency", "verify", "--as", "supervisor", at=LATER)["ok"]
    county.answer("restore", disk, "--over", at=LATER)
    assert county.answer("board", at=LATER)["figures"]["managed"] == 0 and hits(places(county), wanted) == set()
