"""Photos that prove something: sealed files in the uploads, taken as they come and never decoded here."""
import os
import struct
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground.vault import open_bytes, seal_bytes
from lianfang.ground.vault.envelopes import sealed_file
from lianfang.ground.workflow import Refused

ENDING = "evidence"
PURPOSE = sealed_file(ENDING, "redress.evidence")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
TYPES = {PNG: "image/png", JPEG: "image/jpeg"}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the segments of a JPEG that give its size


def read(upload) -> bytes:
    """The bytes of a photo that was handed in; Refused for what is none, is too large, or would blow up in the reader's browser."""
    if upload.size > settings.PHOTO_BYTES:
        raise Refused(_("照片太大：最大 {n} MB。请拍小一点，或者用截图。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    content = upload.read()
    if not type_of(content):
        raise Refused(_("只收照片（JPG 或 PNG）。文件请拍成照片再传。"))
    wide, high = size_of(content)
    if not 0 < wide * high <= settings.PHOTO_PIXELS:
        raise Refused(_("这张照片打不开，或者尺寸太大，请重拍一张。"))
    return content


def type_of(content) -> str:
    """By its first bytes, whatever its name says; '' for none of ours."""
    return next((kind for sign, kind in TYPES.items() if content.startswith(sign)), "")


def size_of(content) -> tuple[int, int]:
    """Width and height as the file itself says; (0, 0) where it does not."""
    if content.startswith(PNG):
        return struct.unpack(">II", content[16:24]) if len(content) >= 24 and content[12:16] == b"IHDR" else (0, 0)
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in FRAMES:
            high, wide = struct.unpack(">HH", content[at + 5:at + 9])
            return wide, high
        at += 2 + struct.unpack(">H", content[at + 2:at + 4])[0]
    return 0, 0


def _path(record_id) -> Path:
    return Path(settings.MEDIA_ROOT) / f"{record_id}.{ENDING}"


def keep(record_id, content: bytes):
    """Seal and store; the file is whole or absent, and on the disk when this returns."""
    path = _path(record_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:
        out.write(seal_bytes(PURPOSE, content))
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def photo(record_id) -> bytes | None:
    """What was stored, or None."""
    path = _path(record_id)
    return open_bytes(PURPOSE, path.read_bytes()) if path.exists() else None


def drop(record_id):
    """Delete; harmless when it is gone."""
    _path(record_id).unlink(missing_ok=True)
