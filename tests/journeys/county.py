"""A county that runs: a home of its own, its console, its server, and the clock on its wall."""
import json
import os
import shutil
import socket
import sys
from pathlib import Path
from subprocess import PIPE
from uuid import uuid4

import psycopg

from tests.tables import put_tables, tables

from . import forked

PASSWORD = "qinghe-2020"  # of everybody in the small county
SCRIPT = str(Path(sys.executable).parent / "lianfang")


class County:
    """One installation; its server stands at a moment and moves when told."""

    def __init__(self, home, database=""):
        self.home, self.at = home, ""
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {**os.environ, "LIANFANG_HOME": str(home), "PORT": str(self.port), "DATABASE_URL": database, "PYTHONUTF8": "1"}

    def begin(self):
        """With its tables there and nothing in them; making them takes a command longer than all else it does."""
        self.home.mkdir(parents=True, exist_ok=True)
        if address := self.env["DATABASE_URL"]:
            put_tables(address)
        else:
            shutil.copy(tables(), self.home / "db.sqlite3")
        return self

    def twin(self, home):
        """Another that goes on from where this one, which rests, was left: with its files, its keys and its records."""
        found = County(shutil.copytree(self.home, home), another_database(self.env["DATABASE_URL"]))
        found.env, found.at = {**self.env, **{name: found.env[name] for name in ("LIANFANG_HOME", "PORT", "DATABASE_URL")}}, self.at
        return found

    def console(self, *words, at=""):
        """Run a command as anybody would at the terminal, now or at a moment of the story."""
        return forked.run(words, self.env, at)

    def answer(self, *words, at=""):
        """The JSON a command answers; it must succeed."""
        done = self.console(*words, "--json", at=at or self.at)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def open_at(self, at):
        """Start the server at a moment."""
        self.at, self.log = at, (self.home / "serve.log").open("w")
        self.server = forked.Process(["serve"], self.env, at, stdin=PIPE, stdout=PIPE, stderr=self.log)
        assert self._heard() == "serving"

    def move_to(self, at):
        """The clock on the wall; what fell due is done before this returns."""
        self.at = at
        assert self._told({"to": at}) == "moved"
        self.ask("tests.journeys.setting.catch_up")

    def ask(self, function, **given):
        """What a function answers inside the server's process, over everything."""
        return self._told({"call": function, "with": given})

    def close(self):
        """The end of its input is the server's end."""
        self.server.stdin.close()
        self.server.wait(20)
        self.server.stdout.close()
        self.log.close()

    def _told(self, line):
        self.server.stdin.write(json.dumps(line, ensure_ascii=False) + "\n")
        self.server.stdin.flush()
        said = self._heard()
        assert not (isinstance(said, dict) and "fault" in said), said["fault"]
        return said

    def _heard(self):
        line = self.server.stdout.readline()
        assert line, f"the server ended:\n{(self.home / 'serve.log').read_text()}"
        return json.loads(line)


def another_database(address):
    """The address of a new database like the one at an address, beside it; SQLite's file lies in the home."""
    if not address:
        return ""
    told, name = psycopg.conninfo.conninfo_to_dict(address), f"county_{uuid4().hex[:8]}"
    with psycopg.connect(address, dbname="template1", autocommit=True) as own:
        own.execute(f'CREATE DATABASE "{name}" TEMPLATE "{told["dbname"]}"')
    return f"postgresql://{told['user']}:@/{name}?host={told['host']}"
