"""Sealed files among the uploads, by the id of what they belong to: whole or absent, and on the disk when a call returns."""
import os
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from .envelopes import sealed_file
from .keys import open_bytes, seal_bytes


class SealedFiles:
    """The files of one ending, sealed for one purpose, each named by an id or what begins with it."""

    def __init__(self, ending: str, purpose: str):
        self.ending, self.purpose = ending, sealed_file(ending, purpose)

    def _path(self, name) -> Path:
        return Path(settings.MEDIA_ROOT) / f"{name}.{self.ending}"

    def keep(self, name, content: bytes):
        """Seal and store."""
        path = self._path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_suffix(f".{uuid4().hex}.part")  # two who write the same at once write two
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
            out.write(seal_bytes(self.purpose, content))
            out.flush()
            os.fsync(out.fileno())
        draft.replace(path)

    def content(self, name) -> bytes | None:
        """What was stored, or None."""
        path = self._path(name)
        return open_bytes(self.purpose, path.read_bytes()) if path.exists() else None

    def drop(self, name):
        """Delete; harmless when it is gone."""
        self._path(name).unlink(missing_ok=True)

    def holds(self, name) -> bool:
        """Whether such a file lies there."""
        return self._path(name).exists()

    def names(self, begins="") -> list[str]:
        """The names of the files that lie there and begin so."""
        return sorted(path.stem for path in Path(settings.MEDIA_ROOT).glob(f"{begins}*.{self.ending}"))

    def ids(self) -> list[UUID]:
        """Whose files lie there; a file that is nobody's is passed over."""
        return [found for name in self.names() if (found := _id(name))]


def _id(text) -> UUID | None:
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text else None
