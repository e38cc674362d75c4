"""The county that is measured: a home of its own, seeded, with a server, sessions and the places the pages are about."""
import json
import os
import secrets
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .processes import Watch, stop, until

LIANFANG = [sys.executable, "-m", "lianfang.entry.console.main"]


@dataclass
class County:
    """Where it lives, how large it is, and what was said on the way."""

    home: Path
    is_quick: bool = False
    environment: dict = field(default_factory=dict)
    server: "Server | None" = None
    most_memory: float = 0.0

    @property
    def size(self) -> str:
        """The size of the seed."""
        return "small" if self.is_quick else "county"

    def command(self, *words) -> dict:
        """Run `lianfang …` and read its JSON."""
        done = subprocess.run([*LIANFANG, *words, "--json"], env=self._environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"lianfang {' '.join(words)}: {done.stderr.strip()[-2000:]}")
        return json.loads(done.stdout)

    @property
    def _environment(self):
        return {**os.environ, **self.environment}

    def open(self):
        """Django in this process, looking at this county."""
        os.environ.update(self.environment)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lianfang.config.settings")
        import django

        django.setup()

    def serve(self) -> "Server":
        """The server, started when first asked for."""
        if self.server is None:
            self.server = Server([*LIANFANG, "serve"], self._environment)
        return self.server

    def close(self):
        """Stop what was started."""
        if self.server:
            self.most_memory = self.server.stop()
            self.server = None

    @cached_property
    def cookies(self) -> dict[str, str]:
        """A session of each demo account."""
        from lianfang.ground.accounts.models import Account

        return {account.login: cookies_of(account) for account in Account.objects.filter(is_demo=True)}


class Server:
    """A server of ours on a free port of 127.0.0.1, with all its processes."""

    def __init__(self, command, environment, path="/sign-in"):
        self.port = free_port()
        self.process = subprocess.Popen(command, env={**environment, "PORT": str(self.port)}, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            self.seconds_to_start = until(lambda: answers(self.port, path) or self._ended(), 60)
        except TimeoutError:
            stop(self.process)
            raise
        self.watch = Watch(self.process.pid)

    def _ended(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the server ended with {self.process.returncode}")

    def stop(self) -> float:
        """End it; the most memory it had."""
        most = self.watch.stop()
        stop(self.process)
        return most


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port, path) -> bool:
    """Whether a page comes back."""
    try:
        with socket.create_connection(("127.0.0.1", port), 2) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
            return connection.recv(12).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


CSRF = secrets.token_hex(16)


def cookies_of(account) -> str:
    """The cookies of a browser in which this account has signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from lianfang.ground.accounts.sessions import SessionStore

    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(account.pk), account.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"


def csrf_of(cookies) -> str:
    """The token a form in that browser carries."""
    return cookies.rpartition("=")[2]


def timed(work) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
