"""A new data key while the server runs: what the old one sealed is sealed anew bit by bit, and then the old one is destroyed."""
import os
import time
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from ..journal import actions as journal
from ..journal import line
from ..vault import keys as vault
from ..vault.envelopes import Column, columns, files
from ..vault.ring import DATA, EMERGENCY, KEY, LAST, Ring, emergency_keys, key_file, read_keys, wrapped
from .erase import shred

CHUNK, NAP = 300, 0.02  # rows a transaction holds the write lock for, and the breath after it
SETTLED = 900  # seconds: no transaction is longer, so nothing sealed under the older key is committed later
NEW, RESEAL, DESTROY = "keeping.new_key", "keeping.reseal", "keeping.destroy_key"


@dataclass(slots=True)
class Rotation:
    """What a round did: which key seals now, how much was sealed anew, which keys were destroyed, which must wait."""

    key: int
    is_new: bool = False
    values: int = 0
    files: int = 0
    destroyed: tuple = ()
    waiting: tuple = ()


class NoNumberLeft(Exception):
    """An envelope has room for 255 numbers."""


def rotate(*, make: bool, by, at, tell=lambda done, whole: None) -> Rotation:
    """Make a new key unless an earlier rotation is unfinished, seal everything anew, destroy what nothing uses; harmless to run again."""
    held = read_keys(settings.KEYS)
    found = Rotation(key=max(held))
    if make and len(held) == 1:
        found.key, found.is_new = new_key(max(held) + 1), True
        write_line(NEW, by, at, key=found.key)
        time.sleep(2 * vault.LOOK_AGAIN)  # by now every process that runs has seen it
    ring = vault.ring(anew=True)
    found.values, found.files = reseal(ring, tell)
    if found.values or found.files:
        write_line(RESEAL, by, at, key=found.key, values=found.values, files=found.files)
    old = tuple(number for number in sorted(ring.keys) if number != found.key)
    if old and _is_settled(found.key) and not is_used(ring):
        for number in old:
            shred(key_file(Path(settings.KEYS), number))
        write_line(DESTROY, by, at, keys=list(old))
        found.destroyed = old
    else:
        found.waiting = old
    return found


def new_emergency(number):
    """A key for the emergency that comes."""
    put(Path(settings.KEYS) / f"{EMERGENCY}{number}{KEY}", b64encode(os.urandom(32)))


def new_key(number, kind=DATA) -> int:
    """A fresh key of a kind under the newest of the emergency's."""
    if number > LAST:
        raise NoNumberLeft
    if not emergency_keys(Path(settings.KEYS)):
        new_emergency(1)
    emergency, under = max(emergency_keys(Path(settings.KEYS)).items())
    put(key_file(Path(settings.KEYS), number, kind), wrapped(number, os.urandom(32), emergency, under, kind).encode())
    return number


def put(path, content):
    """Whole and on the disk before it has its name."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    os.link(draft, path)
    draft.unlink()


def reseal(ring: Ring, tell):
    """Rows and files that were sealed anew."""
    every = columns()
    values = 0
    for done, column in enumerate(every):
        tell(done, len(every) + 1)
        values += _reseal_column(ring, column)
    tell(len(every), len(every) + 1)
    moved = sum(_reseal_file(ring, path, purpose) for path, purpose in files())
    tell(len(every) + 1, len(every) + 1)
    return values, moved


def _reseal_column(ring, column: Column):
    total, after = 0, None
    while True:
        found = _older(ring, column, after)
        if not found:
            return total
        fresh = [(ring.seal(column.purpose, ring.open(column.purpose, old)), key, old) for key, old in found]
        where = f'WHERE "{column.key}" = %s AND "{column.name}" = %s'  # whoever wrote meanwhile wins: it is under the new key
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(f'UPDATE "{column.table}" SET "{column.name}" = %s {where}', fresh)
        total, after = total + len(fresh), found[-1][0]
        time.sleep(NAP)


def _older(ring, column: Column, after=None, limit=CHUNK):
    """Rows whose envelope has another form or key than those that seal now, from a row on."""
    beyond = f'AND "{column.key}" > %s' if after is not None else ""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column.key}", "{column.name}" FROM "{column.table}" WHERE LENGTH("{column.name}") > 0 '
                       f'AND SUBSTR("{column.name}", 1, 2) <> %s {beyond} ORDER BY "{column.key}" LIMIT {limit}',
                       [ring.head, *([after] if after is not None else [])])
        return [(key, bytes(old)) for key, old in cursor.fetchall()]


def _reseal_file(ring, path: Path, purpose):
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    if ring.is_newest(content):
        return False
    draft = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
        out.write(ring.seal(purpose, ring.open(purpose, content)))
        out.flush()
        os.fsync(out.fileno())
    if path.exists():  # it may have been swept meanwhile
        draft.replace(path)
        return True
    draft.unlink()
    return False


def is_used(ring) -> bool:
    """Whether anything is still sealed under an older key or form."""
    return (any(_older(ring, column, limit=1) for column in columns())
            or any(not ring.is_newest(path.read_bytes()) for path, _purpose in files() if path.exists()))


def _is_settled(number) -> bool:
    return time.time() - key_file(Path(settings.KEYS), number).stat().st_mtime > SETTLED


def write_line(verb, by, at, **told):
    """What was done with a key, in the journal."""
    with transaction.atomic():
        journal.write([line(verb, kind="installation", record=None, by=by.id, at=at, data=told)])
