"""Nothing stays where rows were: free pages, the write-ahead log, and the samples a database keeps for its planning."""
import os
import shutil
import time
from pathlib import Path

from django.db import connection

SEGMENT, ROUNDS = 16 << 20, 3  # bytes of a WAL segment, rounds over all of them
BUSY, NAP = 30, 0.2  # tries while somebody reads, and the seconds between them


class StillRead(Exception):
    """Somebody goes on reading an old state of the database, so that its log cannot be cut."""


def erase(emptied, tell=lambda done, whole: None):
    """Rewrite the database without what was deleted; `emptied` are the models whose tables were emptied."""
    (_postgresql if connection.vendor == "postgresql" else _sqlite)(emptied, tell)


def _sqlite(_emptied, tell):
    with connection.cursor() as cursor:
        tables = {name for name, in cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat%%'").fetchall()}
        for name in tables & {"sqlite_stat1", "sqlite_stat4"}:
            cursor.execute(f"DELETE FROM {name}")
        tell(0, 3)
        _fold_in(cursor)
        tell(1, 3)
        cursor.execute("VACUUM")
        tell(2, 3)
        _fold_in(cursor)
        cursor.execute("ANALYZE")
        _fold_in(cursor)
    tell(3, 3)


def _fold_in(cursor):
    """The log goes home and is cut to nothing; whoever reads just now is waited for. Raises StillRead when that takes too long."""
    for _ in range(BUSY):
        if not cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            return
        time.sleep(NAP)
    raise StillRead


def _postgresql(emptied, tell):
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        for place, model in enumerate(emptied):
            tell(place, len(emptied) + 2)
            if not model._base_manager.exists():
                for field in model._meta.local_concrete_fields:  # the same type again: the samples of its values are dropped
                    kind = field.rel_db_type(connection) if field.is_relation else field.db_type(connection)
                    cursor.execute(f"ALTER TABLE {quote(model._meta.db_table)} ALTER COLUMN {quote(field.column)} TYPE {kind}")
        cursor.execute("VACUUM (FULL, ANALYZE)")
        tell(len(emptied) + 1, len(emptied) + 2)
        _overwrite_log(cursor)
    tell(len(emptied) + 2, len(emptied) + 2)


def _overwrite_log(cursor):
    """A checkpoint renames old segments to be written again, and wipes none: so each is written over, and once more what that renamed."""
    cursor.execute("SELECT pg_has_role('pg_checkpoint', 'USAGE')")
    settle = "CHECKPOINT" if cursor.fetchone()[0] else "SELECT 1"  # without the right, so much written brings one by itself
    for _ in range(ROUNDS):
        cursor.execute(settle)
        for _ in range(_segments(cursor) + 1):
            cursor.execute("SELECT pg_logical_emit_message(false, 'lianfang', repeat('0', %s))", [SEGMENT])
    cursor.execute(settle)


def _segments(cursor) -> int:
    """How many segments lie there; where that is not for us to know, as many as the server keeps at most."""
    cursor.execute("SELECT has_function_privilege('pg_ls_waldir()', 'EXECUTE')")
    if cursor.fetchone()[0]:
        cursor.execute("SELECT COUNT(*) FROM pg_ls_waldir()")
    else:
        cursor.execute("SELECT setting::bigint * 1048576 / %s FROM pg_settings WHERE name = 'max_wal_size'", [SEGMENT])
    return int(cursor.fetchone()[0])


def shred(path: Path):
    """Overwritten before it goes; harmless when it is gone."""
    try:
        with path.open("r+b") as out:
            for _ in range(0, max(path.stat().st_size, 1), 1 << 20):
                out.write(bytes(1 << 20))
            out.flush()
            os.fsync(out.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)


def shred_all(place: Path) -> int:
    """A file, or a folder with all it holds, shredded; how many files it was. Harmless when it is gone."""
    found = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else [place] if place.exists() else []
    for path in found:
        shred(path)
    shutil.rmtree(place, ignore_errors=True)
    return len(found)
