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
    """Its file; whoever asks first makes it, the others wait."""
    made = PLACE / f"{_state()}.sqlite3"
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            for old in PLACE.glob("*.sqlite3"):
                old.unlink()
            _make(made)
    return made


def _state():
    """A digest of all that makes tables: our migrations, and the libraries that bring some."""
    made_from = [*files("lianfang/*/migrations/*.py"), ROOT / "requirements" / "web.lock"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_from)).hexdigest()[:16]


def _make(made):
    with tempfile.TemporaryDirectory(prefix="lianfang-tables-") as home:
        around = {**os.environ, "LIANFANG_HOME": home, "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "lianfang.config.settings"}
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v", "0"], cwd=ROOT, env=around, check=True)
        shutil.move(Path(home) / "db.sqlite3", made)
