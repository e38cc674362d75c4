"""What was begun together ends together, whoever ends first and however it is told; nobody is left behind."""
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lianfang.entry.console.together import LEASH

PARENT = "import sys; from lianfang.entry.console.together import together; sys.exit(together([sys.argv[1:2], sys.argv[2:3]]))"
QUIET = "#!/bin/sh\necho $$ >> {pids}\nexec sleep 600\n"
STUBBORN = "#!/bin/sh\ntrap '' TERM INT\necho $$ >> {pids}\nsleep 600 &\necho $! >> {pids}\nwhile true; do sleep 600; done\n"
BRIEF = "#!/bin/sh\necho $$ >> {pids}\nexit 3\n"
LIMIT = 20


@pytest.fixture
def begin(tmp_path):
    """Begin two scripts together; gives the process that began them and a function that names who is left of all of them."""
    pids, begun = tmp_path / "pids", []

    def started(*scripts):
        paths = [tmp_path / f"script-{n}" for n in range(len(scripts))]
        for path, script in zip(paths, scripts, strict=True):
            path.write_text(script.format(pids=pids))
            path.chmod(0o700)
        begun.append(subprocess.Popen([sys.executable, "-c", PARENT, *map(str, paths)]))
        wanted = sum(script.count("echo") for script in scripts)
        until(lambda: pids.exists() and len(pids.read_text().split()) >= wanted)
        return begun[0]

    yield started, lambda: [int(pid) for pid in pids.read_text().split() if lives(int(pid))]
    for process in begun:
        process.kill()
        process.wait()


def lives(pid) -> bool:
    """Whether a process is there and not a dead one nobody has fetched."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(holds):
    """Look until it holds, or fail."""
    for _look in range(LIMIT * 20):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("it never came to hold")


@pytest.mark.parametrize("scripts", [(QUIET, QUIET), (STUBBORN, QUIET), (STUBBORN, STUBBORN)])
@pytest.mark.parametrize("told", [[signal.SIGTERM], [signal.SIGINT, signal.SIGINT], [signal.SIGTERM] * 3])
def test_told_to_stop_once_or_often(begin, scripts, told):
    start, left = begin
    process = start(*scripts)
    for number in told:
        process.send_signal(number)
    assert process.wait(LIMIT) == 0 and left() == []


def test_one_that_ends_takes_the_other_along_and_says_how_it_ended(begin):
    start, left = begin
    assert start(STUBBORN, BRIEF).wait(LIMIT) == 3 and left() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child that its parent died")
def test_killed_outright_it_leaves_nobody_who_listens(begin):
    start, left = begin
    process = start(QUIET, QUIET)
    process.kill()
    process.wait()
    until(lambda: left() == [])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells a child that its parent died")
def test_a_worker_ends_with_its_server(tmp_path):
    worker = f"import sys; sys.path[:0] = {sys.path!r}; import lianfang.config.wsgi; print(1, flush=True); import time; time.sleep(600)"
    server = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {worker!r}]).pid, flush=True); sys.stdin.read()"
    around = {**os.environ, LEASH: "1"}
    process = subprocess.Popen([sys.executable, "-c", server], env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    pid = int(process.stdout.readline())
    assert process.stdout.readline() == "1\n" and lives(pid)
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    until(lambda: not lives(pid))
