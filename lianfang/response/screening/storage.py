"""Rosters at rest: sealed files in the home, deleted when nothing needs them any more."""
import os
import re
from pathlib import Path
from uuid import UUID

from django.conf import settings

from lianfang.ground.vault import open_bytes, seal_bytes
from lianfang.ground.vault.envelopes import sealed_file

NAMED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
ROSTER, CORRECTION = "roster", "correction"
PURPOSE = {part: sealed_file(part, f"screening.{part}") for part in (ROSTER, CORRECTION)}


def _path(roster_id, part) -> Path:
    return Path(settings.MEDIA_ROOT) / f"{roster_id}.{part}"


def keep(roster_id, part, content: bytes):
    """Seal and store; the file is whole or absent, and on the disk when this returns."""
    path = _path(roster_id, part)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
        out.write(seal_bytes(PURPOSE[part], content))
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def content(roster_id, part) -> bytes | None:
    """What was stored, or None."""
    path = _path(roster_id, part)
    return open_bytes(PURPOSE[part], path.read_bytes()) if path.exists() else None


def drop(roster_id, part):
    """Delete; harmless when it is gone."""
    _path(roster_id, part).unlink(missing_ok=True)


def kept(part) -> list[UUID]:
    """The rosters of which such a file lies there; a file that is nobody's is passed over."""
    return sorted(UUID(path.stem) for path in Path(settings.MEDIA_ROOT).glob(f"*.{part}") if NAMED.fullmatch(path.stem))


def is_kept(roster_id, part) -> bool:
    """Whether that file lies there."""
    return _path(roster_id, part).exists()
