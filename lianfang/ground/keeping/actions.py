"""Taking a backup and putting one back: whole or not at all, and written in the journal."""
import os
import shutil
from pathlib import Path
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from ..journal import actions as journal
from ..journal import line
from ..vault.envelopes import columns
from ..vault.keys import ring
from ..vault.ring import emergency_keys, opened_keys, read_keys
from . import cluster, manifest, postgresql, replica
from .bundle import seal_keys
from .cover import cover, uncovered
from .verify import ENGINES

BACK_UP, RESTORE, ESCROW = "keeping.back_up", "keeping.restore", "keeping.escrow"


class Occupied(Exception):
    """The folder, or the home, holds something already."""


def back_up(folder: Path, *, passphrase: str | None, by, at, is_cluster=False, tell=lambda done, whole: None) -> dict:
    """Copy database (or PostgreSQL's whole cluster), uploads and, under a passphrase, keys into a new folder while the server runs."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Occupied(str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}.{uuid4().hex[:8]}.part")
    draft.mkdir(mode=0o700)
    try:
        told = _fill(draft, passphrase, at, is_cluster, tell)
        draft.replace(folder)
        manifest.to_disk(folder.parent)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    with transaction.atomic():
        journal.write([line(BACK_UP, kind="installation", record=None, by=by.id, at=at, data={
            "rows": sum(told["rows"].values()), "position": told["journal"]["position"], "head": told["journal"]["head"],
            "keys": told["keys"], "is_cluster": is_cluster, "manifest": manifest.hash_of(folder / manifest.NAME)})])
    return told


def _fill(draft, passphrase, at, is_cluster, tell):
    vendor = connection.vendor
    if is_cluster:
        seen = cluster.copy(draft / manifest.CLUSTER, tell)
    else:
        seen = ENGINES[vendor].copy(draft / manifest.DATABASE[vendor], tell)
        cover(draft / manifest.DATABASE[vendor], ring())
    _uploads(draft / manifest.UPLOADS)
    if passphrase:
        (draft / manifest.KEYS).write_bytes(seal_keys(settings.KEYS, passphrase))
    sealed = [[one.table, one.key, one.name, one.purpose] for one in columns()]
    return manifest.written(draft, at=at, vendor=vendor, seen=seen, sealed=sealed, has_keys=bool(passphrase), is_cluster=is_cluster,
                            numbers=sorted(read_keys(settings.KEYS)))


def _uploads(into):
    """After the database: a file that a copied row names was there before; one swept meanwhile is nobody's."""
    into.mkdir(mode=0o700)
    source = Path(settings.MEDIA_ROOT)
    for path in source.rglob("*") if source.exists() else ():
        if path.is_file() and path.suffix != ".part":
            target = into / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copy2(path, target)
            except FileNotFoundError:
                target.unlink(missing_ok=True)


def restore(folder: Path, *, keys: dict[str, str], over: bool, at, by) -> Path | None:
    """Put a verified backup in place of what is here; what was here is set aside, and where is returned."""
    vendor = connection.vendor
    if ENGINES[vendor].holds_anything() and not over:
        raise Occupied(str(settings.HOME))
    ENGINES[vendor].alone()
    aside = _aside(at)
    if keys:
        _keys(keys, aside)
    _swap(folder / manifest.UPLOADS, Path(settings.MEDIA_ROOT), aside)
    with uncovered(folder / manifest.DATABASE[vendor], opened_keys(keys) if keys else read_keys(settings.KEYS)) as plain:
        if vendor == "sqlite":  # last: a home that was cut off before has no database, and can be restored into again
            _swap(plain, Path(connection.settings_dict["NAME"]), aside)
            replica.forget()
        else:
            if over and ENGINES[vendor].holds_anything():
                postgresql.copy(aside / manifest.DATABASE[vendor], lambda done, whole: None)
            postgresql.load(plain)
    return _kept(aside)


def lay_cluster(folder: Path, target: Path, *, log: Path, until=None, keys: dict[str, str], at) -> Path | None:
    """Put a verified base backup into a new folder for PostgreSQL, keys and uploads into the home; returns where the old ones went."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Occupied(str(target))
    cluster.lay(folder / manifest.CLUSTER, target, log, until)
    aside = _aside(at)
    if keys:
        _keys(keys, aside)
    _swap(folder / manifest.UPLOADS, Path(settings.MEDIA_ROOT), aside)
    return _kept(aside)


def escrow(path: Path, *, passphrase: str, by, at):
    """The emergency's key alone, under a passphrase, in a new file that is kept apart from every backup, and destroyed at the end."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(seal_keys(settings.KEYS, passphrase, is_escrow=True))
        out.flush()
        os.fsync(out.fileno())
    told = {"keys": sorted(emergency_keys(Path(settings.KEYS)))}
    with transaction.atomic():
        journal.write([line(ESCROW, kind="installation", record=None, by=by.id, at=at, data=told)])


def told_of(folder: Path, *, by, at):
    """The restored journal says that it was restored, and from what; everybody signs in anew."""
    told = manifest.read(folder)
    with transaction.atomic():
        apps.get_model("accounts", "Session").objects.all().delete()
        journal.write([line(RESTORE, kind="installation", record=None, by=by.id, at=at, data={
            "of": told["at"], "position": told["journal"]["position"], "head": told["journal"]["head"],
            "manifest": manifest.hash_of(folder / manifest.NAME)})])


def _aside(at) -> Path:
    """Where goes what was here."""
    aside = Path(settings.HOME) / f"before-{at:%Y%m%d-%H%M%S}-{uuid4().hex[:4]}"
    aside.mkdir(mode=0o700)
    return aside


def _kept(aside) -> Path | None:
    """Nothing, when nothing was here."""
    if any(aside.iterdir()):
        return aside
    aside.rmdir()
    return None


def _keys(keys, aside):
    """The backup's keys in place of those here."""
    fresh = Path(settings.HOME) / f".keys-{uuid4().hex[:8]}"
    fresh.mkdir(mode=0o700)
    for name, text in keys.items():
        with os.fdopen(os.open(fresh / Path(name).name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    _swap(fresh, Path(settings.KEYS), aside)
    shutil.rmtree(fresh)


def _swap(source, target, aside):
    """Copy beside the target, set aside what stands there, and rename: the target is the old or the new, never half."""
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    if source.is_dir():
        shutil.copytree(source, draft)
        draft.chmod(0o700)
    elif source.exists():
        shutil.copyfile(source, draft)
        draft.chmod(0o600)
    else:
        return
    for path in [draft, *draft.rglob("*")] if draft.is_dir() else [draft]:
        manifest.to_disk(path)
    if target.exists():
        target.replace(aside / target.name)
    draft.replace(target)
    manifest.to_disk(target.parent)
