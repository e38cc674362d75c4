"""An empty home becomes a usable one: migrations, under a lock when several commands start at once; milliseconds when nothing is due."""
import fcntl
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from lianfang.ground import ids
from lianfang.ground.journal import chain

LOCK = 7002  # the advisory lock of the one that migrates on PostgreSQL


def prepare():
    """Apply what is missing, and number on from the newest line; harmless when nothing is to do.

    Raises ImproperlyConfigured where a newer program made the database, or an older one still serves from this home: no program ever
    writes into tables it does not know.
    """
    if _due():
        with _alone():
            if _due():
                with _nobody_serving():
                    call_command("migrate", interactive=False, verbosity=0)
    ids.go_on_from(chain.newest())


def _due() -> bool:
    executor = MigrationExecutor(connection)
    if unknown := sorted(executor.loader.applied_migrations.keys() - executor.loader.disk_migrations.keys()):
        raise ImproperlyConfigured(_("这个数据库是更新的程序建的（{name}），请用新程序打开").format(name=".".join(unknown[0])))
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def serving():
    """While this lasts, nobody changes the tables from this home."""
    with _serving(fcntl.LOCK_SH):
        yield


@contextmanager
def _nobody_serving():
    try:
        with _serving(fcntl.LOCK_EX | fcntl.LOCK_NB):
            yield
    except BlockingIOError:
        raise ImproperlyConfigured(_("旧程序还在用这个目录运行，请先停下它，再用新程序打开")) from None


@contextmanager
def _serving(kind):
    with (settings.HOME / "serving.lock").open("w") as lock:
        fcntl.flock(lock, kind)
        yield


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
