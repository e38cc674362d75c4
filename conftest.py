"""What every test stands on: a home of its own, quick settings, and a journal that may be emptied between stories."""
import gc
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from uuid import uuid4

import django
import pytest
from hypothesis import settings as hypothesis

SETTINGS = "lianfang.config.settings"
HOME = tempfile.mkdtemp(prefix="lianfang-test-")
os.environ["LIANFANG_HOME"] = HOME  # before the settings are read: they make keys there
os.environ["LIANFANG_SECOND_FACTOR"] = "off"  # stories sign in with a password alone, unless they are about the second factor
os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]  # else each xdist worker reads the settings before this file, and all share one home and its keys

from django.conf import settings  # noqa: E402
from django.db.backends.base.operations import BaseDatabaseOperations  # noqa: E402
from django.test import override_settings  # noqa: E402

from tests.tables import put_tables, tables  # noqa: E402

if str(settings.HOME) != HOME:
    pytest.exit(f"The settings were read before the tests had a home of their own: {settings.HOME}. Unset DJANGO_SETTINGS_MODULE.", 4)

if settings.DATABASES["default"]["ENGINE"].endswith("sqlite"):
    settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = ":memory:"  # else xdist hangs a suffix on a path

QUICK = override_settings(
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    STORAGES={
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    WHITENOISE_AUTOREFRESH=True,  # it looks when asked for a file, and not at all of them for each client that a test makes
)


def pytest_configure(config):
    """Before anything else: cheap passwords, static files without a manifest or a search, the same examples every time."""
    gc.set_threshold(100_000, 50, 100)  # what was read to run tests stays; the collector would walk it again and again
    hypothesis.register_profile("house", derandomize=True, deadline=None, database=None)
    hypothesis.load_profile("house")
    QUICK.enable()


def pytest_addoption(parser):
    """The second database is asked what hangs on a database."""
    parser.addoption("--of-the-database", action="store_true", help="only tests that ask the database, and no crawl through all pages")


def pytest_collection_modifyitems(config, items):
    """Leave out what would say the same again."""
    if config.getoption("of_the_database"):
        kept = [item for item in items if _asks_the_database(item) and not item.get_closest_marker("crawl")]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
        items[:] = kept


def _asks_the_database(item) -> bool:
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db"} & {*item.fixturenames})


def pytest_unconfigure(config):
    """Nothing stays behind."""
    QUICK.disable()
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """The tables are there before the migrations look: in memory, where they stay while a connection is open, or in a template."""
    asked = settings.DATABASES["default"].setdefault("TEST", {})
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        with template(os.environ["DATABASE_URL"]) as asked["TEMPLATE"]:
            yield
    elif asked.get("NAME") == ":memory:":
        with closing(sqlite3.connect("file:memorydb_default?mode=memory&cache=shared", uri=True)) as kept:
            with closing(sqlite3.connect(tables())) as made:
                made.backup(kept)
            yield
    else:
        yield


@contextmanager
def template(address):
    """The name of a database in PostgreSQL from which the tests' own is made."""
    import psycopg

    name = f"tables_{uuid4().hex[:8]}"
    with psycopg.connect(address, autocommit=True) as own:
        own.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            put_tables(psycopg.conninfo.make_conninfo(address, dbname=name))
            yield name
        finally:
            own.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(autouse=True, scope="session")
def _commands_find_the_settings():
    """A test that starts a command hands it its environment; this runs where tests run, after the workers have started."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS


@pytest.fixture(autouse=True, scope="session")
def _journal_may_be_emptied():
    """The flush after a transactional test sets the append-only triggers aside, in its own transaction; nobody else may."""
    plain = BaseDatabaseOperations.execute_sql_flush

    def flush(self, statements):
        before, after = triggers_aside(self.connection)
        plain(self, [*before, *statements, *after])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
        yield


def triggers_aside(connection):
    """What to run before and after so that no trigger fires between."""
    if connection.vendor == "postgresql":
        return ["SET LOCAL session_replication_role = replica"], []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]


@pytest.fixture
def cast(db):
    """The fixed cast: one small county, one account a role."""
    from tests.cast import make_cast

    return make_cast()


@pytest.fixture
def browse(db):
    """A browser somebody is signed in to: browse(account) → a client."""
    from django.test import Client

    def open_as(account):
        client = Client()
        client.force_login(account, backend="lianfang.ground.accounts.sessions.AccountBackend")
        return client

    return open_as
