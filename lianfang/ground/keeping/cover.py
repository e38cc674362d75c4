"""The database's copy in a backup, sealed as a whole: names lie in it in clear, and the end of the emergency must reach them there."""
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

from django.conf import settings

from ..vault.ring import Ring
from .erase import shred, shred_all

MAGIC, PURPOSE = b"lianfang sealed 1\n", "keeping.copy"
FRAME, LENGTH = 1 << 20, 4  # bytes of a frame in clear, and of the number that says how long its envelope is


class Sealed(Exception):
    """The copy is sealed under a key that is not here."""


def cover(path: Path, ring: Ring):
    """Put the sealed file in place of the plain one; each frame knows its place and whether it is the last."""
    draft = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    with path.open("rb") as plain, os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(MAGIC)
        place, frame = 0, plain.read(FRAME)
        while frame or not place:
            following = plain.read(FRAME)
            envelope = ring.seal(_purpose(place, not following), frame)
            out.write(len(envelope).to_bytes(LENGTH, "big") + envelope)
            place, frame = place + 1, following
    shred(path)
    draft.rename(path)


@contextmanager
def uncovered(path: Path, keys: dict[int, bytes]):
    """The plain file, in a folder of this user's that is gone afterwards; a file that is not sealed as it lies. Raises Sealed."""
    with path.open("rb") as source:
        if source.read(len(MAGIC)) != MAGIC:
            yield path
            return
        folder = Path(mkdtemp(prefix="before-", dir=settings.HOME))  # of what is called so `doctor` speaks, and the ending deletes it
        try:
            plain = folder / path.name
            with os.fdopen(os.open(plain, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
                for frame in _frames(source, keys):
                    out.write(frame)
            yield plain
        finally:
            shred_all(folder)


def _frames(source, keys):
    ring = Ring(keys) if keys else None
    place, envelope = 0, _next(source)
    while envelope:
        following = _next(source)
        if ring is None or not ring.holds(envelope):
            raise Sealed
        yield ring.open(_purpose(place, not following), envelope)
        place, envelope = place + 1, following


def _next(source) -> bytes:
    return source.read(int.from_bytes(source.read(LENGTH), "big"))


def _purpose(place, is_last) -> str:
    return f"{PURPOSE}.{place}.{'last' if is_last else 'more'}"
