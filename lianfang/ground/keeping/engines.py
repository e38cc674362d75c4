"""What both databases are asked: how many rows each table has, where the journal's chain ends, and to be looked at beside our own."""
from contextlib import contextmanager

from django.db import connections

BESIDE = "beside"
TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename",
}


def seen(cursor, vendor) -> dict:
    """Rows of each table and the journal's head, through a cursor of whatever stands open."""
    tables = [name for name, in cursor.execute(TABLES[vendor]).fetchall()]
    rows = {name: cursor.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in tables}
    last = cursor.execute("SELECT position, hash FROM journal_seal ORDER BY position DESC LIMIT 1").fetchone() or (0, "")
    return {"rows": rows, "journal": {"position": last[0], "head": last[1]}}


@contextmanager
def beside(**changes):
    """A connection to another database of the same kind as ours, closed at the end."""
    connections.databases[BESIDE] = {**connections.databases["default"], **changes}
    try:
        yield connections[BESIDE]
    finally:
        connections[BESIDE].close()
        del connections[BESIDE]
        del connections.databases[BESIDE]
