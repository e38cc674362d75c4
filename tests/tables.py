"""A database with all tables and nothing in it, made by the migrations once for as long as they stay as they are."""
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.checkout import ROOT, files

PLACE = ROOT / ".build" / "tables"


def tables() -> Path:
    """SQLite's file."""
    return _kept("sqlite3", _make)


def put_tables(address):
    """Into an empty database of PostgreSQL; the migrations take ten times as long."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as own:
        own.execute(_kept("sql", _dump).read_text(encoding="utf-8"))


def _kept(kind, make) -> Path:
    """A file that stays; whoever asks first makes it, the others wait."""
    made = PLACE / f"{_state()}.{kind}"
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            for old in PLACE.glob(f"*.{kind}"):
                old.unlink()
            with tempfile.TemporaryDirectory(prefix="lianfang-tables-") as home:
                shutil.move(make(Path(home)), made)
    return made


def _state():
    """A digest of all that makes tables: our migrations, and the libraries that bring some."""
    made_from = [*files("lianfang/*/migrations/*.py"), ROOT / "requirements" / "web.lock"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_from)).hexdigest()[:16]


def _make(home):
    _migrate(home, "")
    return home / "db.sqlite3"


def _dump(home):
    from tools.with_postgres import CARELESS, cluster

    with cluster(CARELESS) as server:
        _migrate(home, server.get_uri())
        words = [server.bin_path / "pg_dump", "--inserts", "--no-owner", server.get_uri()]
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    rows = [row for row in said.split("\n") if not row.startswith("\\")]  # words to psql, not to the server
    (home / "tables.sql").write_text("\n".join(rows), encoding="utf-8")
    return home / "tables.sql"


def _migrate(home, address):
    around = {**os.environ, "LIANFANG_HOME": str(home), "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v", "0"], cwd=ROOT, env=around, check=True)
