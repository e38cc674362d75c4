"""Processes that live and end together: told to stop they have a moment, then they are ended, and none outlives the one that began them."""
import ctypes
import os
import signal
import subprocess
import time
from contextlib import suppress

GRACE = 1.5  # seconds to finish what is begun; an import or a request that is cut off is rolled back
LEASH = "LIANFANG_LEASH"  # set for all who are begun here
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def tie(number=signal.SIGTERM):
    """Let this process get a signal when its parent dies, even by kill -9; nothing where the system knows no such thing."""
    with suppress(AttributeError):
        _libc.prctl(PR_SET_PDEATHSIG, number)


def together(commands) -> int:
    """Run commands side by side; when one ends or we are told to stop, end the others too. The exit code."""
    stop = {"asked": False}

    def ask(*_signal):
        stop["asked"] = True

    signal.signal(signal.SIGTERM, ask)
    signal.signal(signal.SIGINT, ask)
    around = {**os.environ, LEASH: "1"}
    running = [subprocess.Popen(command, env=around, start_new_session=True, preexec_fn=tie) for command in commands]
    while not stop["asked"] and all(process.poll() is None for process in running):
        time.sleep(0.1)
    codes = [process.poll() for process in running]
    end(running)
    return 0 if stop["asked"] else next((code for code in codes if code), 1)


def end(running):
    """Ask all to stop, wait a moment, then end every process of their groups that is left."""
    for process in running:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + GRACE
    for process in running:
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(until - time.monotonic(), 0))
    for process in running:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
