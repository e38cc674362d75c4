"""Commands that are killed in the middle, and what lies in the database then, looked at from outside."""
import os
import signal
import sqlite3
import subprocess
import sys
import time

from tools.checkout import ROOT

PATIENCE = 120


def begun(county, *words, at):
    """A command of the console that runs by itself, in a process group of its own."""
    command = [sys.executable, "-m", "tests.journeys.clocked", at, *map(str, words)]
    return subprocess.Popen(command, env=county.env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                            start_new_session=True)


def kill_when(running, reached):
    """kill -9 as soon as `reached()` says so; it must not have ended by itself before."""
    ends = time.monotonic() + PATIENCE
    while not reached():
        assert running.poll() is None, f"it ended before it was killed:\n{running.stderr.read()[-2000:]}"
        assert time.monotonic() < ends, "it did not come so far"
        time.sleep(0.002)
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
