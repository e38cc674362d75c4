"""SQLite followed to another disk second by second: litestream takes the database, we the sealed uploads and keys."""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection

from ..vault.envelopes import columns
from ..vault.ring import read_keys
from . import engines, manifest
from .bundle import seal_keys
from .erase import shred_all

MARK, FOLLOWED, OWN = "replica.json", "followed", "replica.id"
FOLLOWER, PAUSED = "replica.at", "replica.paused"  # in the home: where to and by which process it is followed; that nothing is to be
EACH, PAUSE = 1.0, 5.0  # seconds between two looks at the uploads; before litestream is begun again when it ended
TRIES = 30  # looks at whether litestream has let go
SNAPSHOTS = {"interval": "6h", "retention": "72h"}


class NoLitestream(Exception):
    """The program is not installed."""


class OfAnother(Exception):
    """The folder holds the replica of another installation, or of this one before it was restored."""


class StillFollowed(Exception):
    """Litestream does not let go of the database."""


def is_replica(folder: Path) -> bool:
    """Whether a folder is one that `follow` filled."""
    return (folder / MARK).exists()


def ready(folder: Path) -> str:
    """The program, when this installation may follow into a folder; raises NoLitestream or OfAnother."""
    found = _program()
    if is_replica(folder) and not _is_ours(folder):
        raise OfAnother(str(folder))
    return found


def follow(folder: Path, *, passphrase: str, stop, tie, at):
    """Copy what changes until told to stop; a litestream that ends is begun again, since the county goes on without it.

    `tie` is run in the child before it begins, so that it does not outlive us.
    """
    program, keys, running, again = ready(folder), None, None, 0.0
    _opened(folder, at)
    while not stop():
        with suppress(OSError):  # a file swept just now, a disk that is away for a while
            if _home(PAUSED).exists():
                running, keys, again = _ended(folder, running), None, 0.0
            else:
                if (running is None or running.poll() is not None) and time.monotonic() >= again:
                    words = [program, "replicate", "-config", str(_opened(folder, at)), "-no-expand-env", "-log-level", "error"]
                    running, again = subprocess.Popen(words, preexec_fn=tie), time.monotonic() + PAUSE
                    _tell(folder, running.pid)
                keys = _sealed(folder, keys, passphrase)
                _uploads(folder / manifest.UPLOADS)
        time.sleep(EACH)
    _ended(folder, running)


def folders() -> list[Path]:
    """Where this installation is followed to: the folder of the settings, and the one it was last followed into, while they are its own."""
    named = [settings.REPLICA, Path(told["folder"]) if (told := _told()) else None]
    return [folder for folder in dict.fromkeys(named) if folder and _is_ours(folder)]


def drop() -> int:
    """Every copy that follows this database is shredded; nothing follows it until `resume`. How many files went; raises StillFollowed."""
    _home(PAUSED).touch()
    for _ in range(TRIES):
        if not _is_followed():
            break
        time.sleep(EACH)
    else:
        raise StillFollowed
    gone = 0
    for folder in folders():
        gone += sum(shred_all(folder / name) for name in (FOLLOWED, manifest.UPLOADS, manifest.KEYS, MARK))
    shred_all(beside())
    forget()
    return gone


def resume():
    """What follows the database may begin anew, with an empty folder."""
    _home(PAUSED).unlink(missing_ok=True)


def beside() -> Path:
    """Where litestream keeps the pages it has not taken away yet: beside the database, in clear."""
    base = Path(connection.settings_dict["NAME"])
    return base.with_name(f".{base.name}-litestream")


def gather(replica: Path, into: Path, *, at) -> dict:
    """Make a backup of a replica, as of its last second: from here on it is proved and put back like any other."""
    into.mkdir(mode=0o700)
    target = into / manifest.DATABASE["sqlite"]
    done = subprocess.run([_program(), "restore", "-o", str(target), (replica / FOLLOWED).as_uri()], capture_output=True, text=True)
    if done.returncode or not target.exists():
        raise manifest.NotABackup(str(replica))
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
        seen = engines.seen(raw, "sqlite")
    told = json.loads((replica / MARK).read_text())
    shutil.copytree(replica / manifest.UPLOADS, into / manifest.UPLOADS)
    if has_keys := (replica / manifest.KEYS).exists():
        shutil.copyfile(replica / manifest.KEYS, into / manifest.KEYS)
    return manifest.written(into, at=at, vendor="sqlite", seen=seen, sealed=told["sealed"], has_keys=has_keys, numbers=told["data_keys"])


def behind(folder: Path) -> float | None:
    """Seconds by which the newest copied change is older than the newest written one; None before the first copy."""
    copied = [path.stat().st_mtime for path in (folder / FOLLOWED).rglob("*") if path.is_file()]
    base = Path(connection.settings_dict["NAME"])
    written = [path.stat().st_mtime for path in (base, base.with_name(base.name + "-wal")) if path.exists()]
    return max(written) - max(copied) if copied and written else None


def forget():
    """After a restore: what was followed was another database."""
    _home(OWN).unlink(missing_ok=True)
    _home(FOLLOWER).unlink(missing_ok=True)
    shutil.rmtree(beside(), ignore_errors=True)


def _program() -> str:
    found = shutil.which("litestream", path=os.pathsep.join([str(Path(sys.executable).parent), *os.get_exec_path()]))
    if found is None:
        raise NoLitestream
    return found


def _home(name) -> Path:
    return Path(settings.HOME) / name


def _is_ours(folder) -> bool:
    own = _home(OWN)
    return is_replica(folder) and own.exists() and json.loads((folder / MARK).read_text())["of"] == own.read_text()


def _opened(folder, at) -> Path:
    """The folder marked as ours, and what litestream is told."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _mark(folder, at)
    config = _home("litestream.json")  # JSON is YAML
    config.write_text(json.dumps({"snapshot": SNAPSHOTS, "dbs": [{
        "path": str(connection.settings_dict["NAME"]), "replica": {"path": str(folder / FOLLOWED), "sync-interval": "1s"}}]}))
    return config


def _ended(folder, running):
    if running is not None:
        running.terminate()
        running.wait()
        _tell(folder, 0)


def _tell(folder, pid):
    draft = _home(f".{FOLLOWER}")
    draft.write_text(json.dumps({"folder": str(folder), "pid": pid}))
    draft.replace(_home(FOLLOWER))


def _told() -> dict | None:
    return json.loads(_home(FOLLOWER).read_text()) if _home(FOLLOWER).exists() else None


def _is_followed() -> bool:
    """Whether the litestream that was begun last still runs."""
    try:
        return b"litestream" in Path(f"/proc/{(_told() or {}).get('pid', 0)}/cmdline").read_bytes()
    except OSError:
        return False


def _mark(folder, at):
    """Whose replica this is, and which columns and keys it needs."""
    own = _home(OWN)
    if not own.exists():
        own.write_text(uuid4().hex)
    sealed = [[one.table, one.key, one.name, one.purpose] for one in columns()]
    draft = folder / f".{MARK}"
    numbers = sorted(read_keys(settings.KEYS))
    draft.write_text(json.dumps({"of": own.read_text(), "at": at.isoformat(), "sealed": sealed, "data_keys": numbers}))
    draft.replace(folder / MARK)


def _sealed(folder, seen, passphrase):
    """The keys under the passphrase, again whenever they changed; never in clear."""
    now = Path(settings.KEYS).stat().st_mtime_ns
    if passphrase and now != seen:
        draft = folder / f".{manifest.KEYS}"
        draft.write_bytes(seal_keys(settings.KEYS, passphrase))
        draft.replace(folder / manifest.KEYS)
    return now


def _uploads(into):
    """What is new among the sealed files; what was swept here goes there too."""
    source = Path(settings.MEDIA_ROOT)
    there = {path.relative_to(source): path for path in source.rglob("*") if path.is_file() and path.suffix != ".part"}
    into.mkdir(mode=0o700, exist_ok=True)
    for name, path in there.items():
        target = into / name
        if not target.exists() or target.stat().st_mtime_ns != path.stat().st_mtime_ns:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, draft := target.with_name(f".{target.name}.part"))
            draft.replace(target)
    for path in [path for path in into.rglob("*") if path.is_file() and path.relative_to(into) not in there]:
        path.unlink()
