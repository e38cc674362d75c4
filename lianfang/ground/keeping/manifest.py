"""The manifest of a backup: what was copied when, how many rows of each table, the journal's head, and the hash of every file."""
import hashlib
import json
import os
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

NAME, FORM = "manifest.json", 1
DATABASE = {"sqlite": "db.sqlite3", "postgresql": "database.dump"}
UPLOADS, KEYS = "uploads", "keys.sealed"
CLUSTER, ITS_OWN = "cluster", "cluster/backup_manifest"  # PostgreSQL hashes the files of a base backup itself: we hash its list


class NotABackup(Exception):
    """The folder holds no backup that this version can read."""


def written(folder: Path, *, at: datetime, vendor: str, seen: dict, sealed: list, has_keys: bool, numbers: list,
            is_cluster=False) -> dict:
    """Hash every file of a folder and put the manifest beside them; all of it is on the disk when this returns."""
    found = {"form": FORM, "version": version("lianfang"), "at": at.isoformat(), "database": vendor, **seen, "sealed": sealed,
             "keys": "sealed" if has_keys else "left out", "data_keys": numbers, "is_cluster": is_cluster, "files": hashes(folder)}
    with (folder / NAME).open("w", encoding="utf-8") as out:
        json.dump(found, out, ensure_ascii=False, indent=1)
    for path in [*folder.rglob("*"), folder]:
        to_disk(path)
    return found


def read(folder: Path) -> dict:
    """What the manifest says; raises NotABackup."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise NotABackup(str(folder)) from wrong
    if not isinstance(found, dict) or found.get("form") != FORM or found.get("database") not in DATABASE:
        raise NotABackup(str(folder))
    return found


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file but the manifest, by its path in the folder."""
    found = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != NAME}
    return {name: hash_of(path) for name, path in found.items() if name == ITS_OWN or not name.startswith(f"{CLUSTER}/")}


def hash_of(path: Path) -> str:
    """SHA-256 of one file."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def to_disk(path):
    """What was written there stays there when the power goes."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
