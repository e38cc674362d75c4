"""Proves that a fresh machine suffices: clones what is committed, starts it twice, runs its tests, and says how long each took."""
import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools.checkout import ROOT

PATIENCE = 900


def free_port():
    """A port that nobody uses."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def answers(address):
    """Does the sign-in page come?"""
    try:
        with urllib.request.urlopen(address, timeout=2) as page:
            return page.status == 200
    except (urllib.error.URLError, OSError):
        return False


def start(clone, home):
    """Seconds from `make run` to the first page; the server is stopped again, with all it started."""
    port, began = free_port(), time.monotonic()
    env = {**os.environ, "PORT": str(port), "LIANFANG_HOME": str(home)}
    server = subprocess.Popen(["make", "run"], cwd=clone, env=env, start_new_session=True)
    try:
        while not answers(f"http://127.0.0.1:{port}/"):
            if server.poll() is not None or time.monotonic() - began > PATIENCE:
                sys.exit(f"make run did not come up (exit code {server.poll()})")
            time.sleep(0.1)
        return time.monotonic() - began
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(30)


def timed(command, clone):
    """Seconds a command takes; a failing one ends it all."""
    began = time.monotonic()
    done = subprocess.run(command, cwd=clone)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed with {done.returncode}")
    return time.monotonic() - began


def main():
    """Clone, start twice, test; the last lines are the times."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--no-tests", action="store_true", help="start it only")
    given, took = asked.parse_args(), {}
    with tempfile.TemporaryDirectory(prefix="lianfang-clone-") as folder:
        clone, home = Path(folder) / "main", Path(folder) / "home"
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        took["make setup"] = timed(["make", "setup"], clone)
        took["make run, first"] = start(clone, home)
        took["make run, second"] = start(clone, home)
        if not given.no_tests:
            took["make test"] = timed(["make", "test"], clone)
            took["make check"] = timed(["make", "check"], clone)
    for step, seconds in took.items():
        print(f"{step:18} {seconds:7.1f} s")


if __name__ == "__main__":
    main()
