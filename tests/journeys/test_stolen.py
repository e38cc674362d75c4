"""Somebody takes the disk: database, its log, uploads, a backup and what the server printed hold no number, phone, address or remark."""
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from . import sheets
from .test_backup import ON_SQLITE, PHRASE, SERVER, fresh

pytestmark = pytest.mark.journey
AT = "2020-03-04T09:00"
PEOPLE = 12
READER = ("import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute('SELECT COUNT(*) FROM journal_line').fetchone(); "
          "print(1, flush=True); input()")


def secrets():
    """What the sheet says that must lie nowhere in clear."""
    return {text.encode() for row in rows() for text in row if text.endswith("号院") or (len(text) >= 11 and text[:-1].isdigit())}


def rows():
    """Twelve returnees whose addresses nobody knows."""
    return [list(map(str, sheets.returnee(n, f"演练{chr(0x4E00 + n)}", f"无名巷{n}号院"))) for n in range(PEOPLE)]


def hits(paths, wanted):
    """Which files hold which of them."""
    return {(str(path), found.decode()) for path in paths if path.is_file() for found in wanted if found in path.read_bytes()}


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """A county that read a sheet, with a reader that keeps its log from being folded in; and a backup."""
    home, beside = tmp_path_factory.mktemp("stolen"), tmp_path_factory.mktemp("sheet")
    file = beside / "名册.xlsx"
    file.write_bytes(sheets.book(*rows()))
    with fresh(home) as county:
        county.begin().env["LIANFANG_BACKUP_PASSPHRASE"] = PHRASE
        county.answer("check-journal")
        hold = None
        if ON_SQLITE:
            hold = subprocess.Popen([sys.executable, "-c", READER, home / "db.sqlite3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            hold.stdout.readline()
        done = county.console("roster", "import", file, "--kind", "returnees", "--source", "community", "--on", "2020-03-04", at=AT)
        assert done.returncode == 0
        (home / "printed").write_text(done.stdout + done.stderr)
        county.answer("backup", home / "copy")
        yield county, home
        if hold:
            hold.communicate(b"\n")


def test_nothing_sealed_lies_in_clear(taken):
    _county, home = taken
    wanted = secrets()
    assert len(wanted) == PEOPLE * 3
    paths = list(home.rglob("*"))
    if ON_SQLITE:
        assert (home / "db.sqlite3-wal").stat().st_size > 50_000
    else:
        with closing(psycopg.connect(SERVER, autocommit=True)) as own:
            own.execute("CHECKPOINT")
        cluster = Path(parse_qs(urlsplit(SERVER).query)["host"][0])
        paths += [path for folder in ("base", "pg_wal", "log") for path in (cluster / folder).rglob("*")]
    assert hits(paths, wanted) == set()


def test_a_backup_holds_no_name_either(taken):
    _county, home = taken
    assert hits((home / "copy").rglob("*"), {f"演练{chr(0x4E00)}".encode()}) == set()


def test_the_names_are_found_so_that_this_test_would_find_the_rest(taken):
    _county, home = taken
    name = f"演练{chr(0x4E00)}".encode()
    if ON_SQLITE:
        assert hits([home / "db.sqlite3-wal"], {name})
    else:
        cluster = Path(parse_qs(urlsplit(SERVER).query)["host"][0])
        assert hits((cluster / "pg_wal").rglob("*"), {name})
