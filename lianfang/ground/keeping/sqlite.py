"""SQLite: copied through its online backup while others write, opened without touching it, put back as one file."""
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from . import engines

PAGES = 4000  # a step of some 16 MB, between which progress is told


class InUse(Exception):
    """Somebody has the database open."""


def copy(into: Path, tell) -> dict:
    """Copy one moment of the database, and say what it held; writers go on, since the copy reads its own snapshot."""
    source = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, timeout=10)
    with closing(source), closing(sqlite3.connect(into, isolation_level=None)) as target:
        source.execute("BEGIN")
        source.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # the snapshot begins with the first reading
        source.backup(target, pages=PAGES, progress=lambda _code, left, whole: tell(whole - left, whole))
        found = engines.seen(source, "sqlite")
        source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode=DELETE")  # one file, no log beside it
    return found


@contextmanager
def opened(path: Path):
    """The copy, read only; nothing is written beside it."""
    with engines.beside(NAME=f"file:{path}?mode=ro&immutable=1", OPTIONS={"uri": True}) as base:
        yield base


def fault(base) -> str:
    """What SQLite itself finds wrong with the file; nothing when it is whole."""
    with base.cursor() as cursor:
        found = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return "" if found == "ok" else found


def holds_anything() -> bool:
    """Whether our own database holds a line of the journal or an account of somebody's."""
    path = Path(connection.settings_dict["NAME"])
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as raw:
        tables = {name for name, in raw.execute(engines.TABLES["sqlite"])}
        return any(raw.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in {"journal_line", "units_unit"} & tables)


def alone():
    """Raises InUse while a server or a command has the database open; afterwards its log is folded into the file."""
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=0.5)) as raw:
            raw.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as busy:
        raise InUse from busy
