"""Commands that are killed in the middle, and what lies in the database then, looked at from outside."""
import os
import signal
import sqlite3
import time
from contextlib import suppress
from subprocess import PIPE

from . import forked

PATIENCE = 120


def begun(county, *words, at):
    """A command of the console that runs by itself, in a process group of its own."""
    return forked.Process(words, county.env, at, stderr=PIPE)


def kill_when(running, reached):
    """kill -9 as soon as `reached()` says so; while that is awaited it must not end by itself."""
    ends = time.monotonic() + PATIENCE
    while not reached():
        assert running.poll() is None, f"it ended before it was killed:\n{running.stderr.read()[-2000:]}"
        assert time.monotonic() < ends, "it did not come so far"
        time.sleep(0.002)
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    running.stderr.close()


def runs_until(county, reached, *words, at):
    """A command that runs on by itself, until `reached()` says it is enough; then it is asked to stop."""
    running, ends = begun(county, *words, at=at), time.monotonic() + PATIENCE
    while not reached():
        assert running.poll() is None and time.monotonic() < ends, "it did not come so far"
        time.sleep(0.05)
    running.terminate()
    assert running.wait(30) == 0
    running.stderr.close()


def one(county, sql, *values):
    """One figure of the database; 0 while it is not there."""
    try:
        with sqlite3.connect(f"file:{county.home / 'db.sqlite3'}?mode=ro", uri=True) as database:
            return database.execute(sql, values).fetchone()[0] or 0
    except sqlite3.OperationalError:
        return 0
