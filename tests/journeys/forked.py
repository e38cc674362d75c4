"""Processes that begin at once: forked from one that has read the program already. Home, database, settings and clock are their own.

    python -m tests.journeys.forked FILENO

Reading the program takes a command a second and more, which is most of what the commands of the stories would do. What starts a county
as anybody would, from the script, is `tests/architecture/test_console.py` and every story that kills a server.
"""
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

from tools.checkout import ROOT

SETTINGS = "lianfang.config.settings"
LARGEST = 1 << 17


class Process:
    """One that was forked; what of `subprocess.Popen` the stories ask."""

    def __init__(self, words, env, at="", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        self._ear, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.returncode, streams, ours = None, [], [its.fileno()]
        for name, given in (("stdin", stdin), ("stdout", stdout), ("stderr", stderr)):
            fd, kept = _stream(given, is_read=name == "stdin")
            streams.append(fd)
            setattr(self, name, kept)
            ours += [fd] if kept is not given else []
        told = {"words": [*map(str, words)], "env": {name: str(value) for name, value in env.items()}, "at": at}
        socket.send_fds(_parent(), [json.dumps(told).encode()], [its.fileno(), *streams])
        its.detach()
        for fd in ours:
            os.close(fd)
        self.pid = int(self._ear.recv(32))

    def poll(self):
        """Its exit code, None while it runs."""
        with suppress(TimeoutError):
            self.wait(0.001)
        return self.returncode

    def wait(self, timeout=None):
        """Its exit code once it has ended; subprocess.TimeoutExpired."""
        if self.returncode is None:
            self._ear.settimeout(timeout)
            self.returncode = int(self._ear.recv(32))
            self._ear.close()
        return self.returncode

    def terminate(self):
        """Ask it to stop."""
        os.kill(self.pid, signal.SIGTERM)


def run(words, env, at="", timeout=300):
    """A command to its end, with what it said."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        code = Process(words, env, at, stdout=out, stderr=err).wait(timeout)
        said = [(file.seek(0), file.read())[1] for file in (out, err)]
    return subprocess.CompletedProcess(words, code, *said)


def _stream(given, is_read):
    """The end it takes with it, and what stays here."""
    if given == subprocess.DEVNULL:
        return os.open(os.devnull, os.O_RDWR), None
    if given != subprocess.PIPE:
        return given.fileno(), given
    read, write = os.pipe()
    return (read, os.fdopen(write, "w", encoding="utf-8")) if is_read else (write, os.fdopen(read, encoding="utf-8"))


@cache
def _parent():
    """The process all others are forked from, one for each worker; it ends with its worker. Its own home stays empty."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    around = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    around |= {"LIANFANG_HOME": tempfile.mkdtemp(prefix="lianfang-test-"), "PYTHONUTF8": "1", "DJANGO_SETTINGS_MODULE": SETTINGS}
    subprocess.Popen([sys.executable, "-m", "tests.journeys.forked", str(its.fileno())], env=around, cwd=ROOT, pass_fds=[its.fileno()])
    its.close()
    return ours


def main(number):
    """Read the program; then fork for each that is asked for. In the forked one this returns with what it has to run."""
    import django

    django.setup()
    from django.db.migrations.loader import MigrationLoader

    MigrationLoader(None, ignore_no_migrations=True)
    for name in ("lianfang.config.urls", "tests.journeys.clocked", "lianfang.entry.console.main"):
        import_module(name)
    gc.freeze()  # what is read by now stays; a forked one would walk it again, and own each page of it that it walked
    line, home = socket.socket(fileno=int(number)), Path(os.environ["LIANFANG_HOME"])
    while True:
        message, fds, *_ = socket.recv_fds(line, LARGEST, 4)
        if not message:
            subprocess.run(["rm", "-r", home], check=True)
            return None
        if not os.fork():
            line.close()
            return _forked(json.loads(message), *fds)
        for fd in fds:
            os.close(fd)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _forked(told, ear, *streams):
    """One process stays to say how the other ended; the other becomes what was asked for."""
    if child := os.fork():
        for fd in streams:
            os.close(fd)
        with socket.socket(fileno=ear) as line:
            line.send(b"%d" % child)
            line.send(b"%d" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        os._exit(0)
    os.close(ear)
    os.setsid()
    for number, fd in enumerate(streams):
        os.dup2(fd, number)
        os.close(fd)
    os.environ.clear()
    os.environ.update({"DJANGO_SETTINGS_MODULE": SETTINGS, **told["env"]})
    _settings_anew()
    return told


def _settings_anew():
    """As if they were read for the first time, with what libraries have added; wrong ones are for the command to tell."""
    from django.conf import empty, settings
    from django.core.exceptions import ImproperlyConfigured
    from django.db import connections

    held = settings._wrapped
    settings._wrapped = empty
    del sys.modules[SETTINGS]
    with suppress(ImproperlyConfigured):
        found = import_module(SETTINGS)
        vars(held).update({name: value for name, value in vars(found).items() if name.isupper()})
        settings._wrapped = held
        os.environ["TZ"] = settings.TIME_ZONE
        time.tzset()
    vars(connections).clear()
    connections.__init__()
    gc.enable()  # the settings turned it off, and the last app has come long ago


def become(told):
    """The program as the script starts it, or on another day."""
    if told["at"]:
        from .clocked import main as clocked

        return clocked(told["at"], *told["words"])
    from lianfang.entry.console.main import main as console

    sys.argv = ["lianfang", *told["words"]]
    return console()


if __name__ == "__main__":
    asked = main(sys.argv[1])
    sys.exit(become(asked) if asked else 0)
