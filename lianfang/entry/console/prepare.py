"""An empty home becomes a usable one: migrations, under a lock when several commands start at once; milliseconds when nothing is due."""
import fcntl
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lianfang.ground import ids
from lianfang.ground.journal import chain

LOCK = 7002  # the advisory lock of the one that migrates on PostgreSQL


def prepare():
    """Apply what is missing, and number on from the newest line; harmless when nothing is to do."""
    if _due():
        with _alone():
            if _due():
                call_command("migrate", interactive=False, verbosity=0)
    ids.go_on_from(chain.newest())


def _due() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone():
    """One at a time: a file lock beside SQLite, an advisory lock in PostgreSQL."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        return
    with (settings.HOME / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
