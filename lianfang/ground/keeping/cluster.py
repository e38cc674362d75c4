"""PostgreSQL whole: a base backup of the running server, and the way back through its archived log to the last moment or a chosen one."""
import json
import os
import shlex
import shutil
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import psycopg
from django.db import connection

from . import engines
from .manifest import hash_of
from .postgresql import Failed, Lacking, address, run

LIST = "backup_manifest"
WORDS = ("--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=SHA256", "--no-password")


class StillReplaying(Exception):
    """PostgreSQL has not come to the end of its log yet."""


class NoLog(Exception):
    """The folder holds no archived log."""


def copy(into: Path, tell) -> dict:
    """A base backup of the whole server, and what our database held just before: what comes back is that, or later."""
    tell(0, 2)
    with psycopg.connect(**address()) as source:
        source.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        found = engines.seen(source, "postgresql")
    tell(1, 2)
    run("pg_basebackup", f"--pgdata={into}", *WORDS)
    tell(2, 2)
    return found


def fault(copied: Path) -> str:
    """What is wrong with a base backup by PostgreSQL's own list: a file, or the log it needs to be one moment; nothing when it is whole."""
    try:
        content = (copied / LIST).read_bytes()
        listed = json.loads(content)
    except (OSError, ValueError):
        return LIST
    if sha256(content.rpartition(b'"Manifest-Checksum"')[0]).hexdigest() != listed.get("Manifest-Checksum"):
        return LIST
    files = {_name(one): (one["Size"], one["Checksum"]) for one in listed["Files"]}
    there = {str(path.relative_to(copied)): path for path in copied.rglob("*") if path.is_file()}
    for name in sorted(files.keys() | {name for name in there if not name.startswith("pg_wal/")} - {LIST}):
        if name not in files or name not in there or files[name] != (there[name].stat().st_size, hash_of(there[name])):
            return name
    return _log_fault(copied, listed["WAL-Ranges"])


def _name(one) -> str:
    """A path that is no UTF-8 stands there in hexadecimal."""
    return one["Path"] if "Path" in one else os.fsdecode(bytes.fromhex(one["Encoded-Path"]))


def _log_fault(copied, ranges) -> str:
    """Whether the log from begin to end of the copy can be read."""
    for one in ranges:
        try:
            run("pg_waldump", "--quiet", f"--path={copied / 'pg_wal'}", f"--timeline={one['Timeline']}", f"--start={one['Start-LSN']}",
                f"--end={one['End-LSN']}", version=_version(copied))
        except Failed as told:
            return str(told)
    return ""


def lay(copied: Path, target: Path, log: Path, until: datetime | None):
    """Put a base backup into a new folder from which PostgreSQL, when started, reads the archived log and then opens by itself."""
    if not any(log.glob("[0-9A-F]" * 24)):
        raise NoLog(str(log))
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        shutil.copytree(copied, draft, symlinks=True)
        fetch = f"cp {shlex.quote(str(log)).replace('%', '%%')}/%f %p"
        told = {"restore_command": fetch, "archive_mode": "off"}  # a drill must not write into the archive of the one that runs
        if until:
            told |= {"recovery_target_time": until.isoformat(), "recovery_target_action": "promote"}
        with (draft / "postgresql.auto.conf").open("a", encoding="utf-8") as out:
            out.writelines("{} = '{}'\n".format(name, text.replace("'", "''")) for name, text in told.items())
        (draft / "recovery.signal").touch(mode=0o600)
        draft.chmod(0o700)
        draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def arrived():
    """Raises StillReplaying until the restored server takes writes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery()")
        if cursor.fetchone()[0]:
            raise StillReplaying


def _version(copied) -> int:
    try:
        return int((copied / "PG_VERSION").read_text())
    except (OSError, ValueError):
        raise Lacking("PG_VERSION") from None
