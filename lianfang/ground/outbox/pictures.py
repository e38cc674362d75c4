"""Photos as files: pieces sealed as they come, one sealed photo when all are there, without what the camera wrote beside the picture."""
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from ..vault.files import SealedFiles
from ..workflow import Refused

PHOTOS, PIECES = SealedFiles("photo", "outbox.photo"), SealedFiles("piece", "outbox.piece")
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
TYPES = {PNG: "image/png", JPEG: "image/jpeg"}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the segments of a JPEG that give its size
TOLD = {*range(0xE1, 0xF0), 0xFE} - {0xEE}  # place, camera, owner, words; 0xEE says how colours are written
SCAN = 0xDA
OF_THE_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}


class NoPicture(ValueError):
    """Bytes that are no photo of ours, or one too large to be opened."""


def type_of(content) -> str:
    """By its first bytes; '' for none of ours."""
    return next((kind for sign, kind in TYPES.items() if content.startswith(sign)), "")


def taken(content: bytes) -> bytes:
    """The picture alone of a photo that somebody hands in; Refused for what is none, or too large."""
    if len(content) > settings.PHOTO_BYTES:
        raise Refused(_("照片太大：最大 {n} MB。请拍小一点，或者用截图。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    try:
        return bare(content)
    except NoPicture:
        raise Refused(_("只收照片（JPG 或 PNG）。文件请拍成照片再传。")) from None


def bare(content: bytes) -> bytes:
    """The picture alone; raises NoPicture."""
    try:
        found, size = _bare_png(content) if content.startswith(PNG) else _bare_jpeg(content)
    except (struct.error, IndexError) as cut:
        raise NoPicture("cut short") from cut
    if not 0 < size[0] * size[1] <= settings.PHOTO_PIXELS:
        raise NoPicture("size")
    return found


def _bare_jpeg(content):
    if not content.startswith(JPEG):
        raise NoPicture("type")
    kept, at, size = [content[:2]], 2, (0, 0)
    while content[at] == 0xFF:
        mark, length = content[at + 1], struct.unpack(">H", content[at + 2:at + 4])[0]
        if mark in FRAMES:
            size = struct.unpack(">HH", content[at + 5:at + 9])
        if mark == SCAN:
            return b"".join([*kept, content[at:]]), size
        if mark not in TOLD:
            kept.append(content[at:at + 2 + length])
        at += 2 + length
    raise NoPicture("segments")


def _bare_png(content):
    kept, at = [PNG], len(PNG)
    size = struct.unpack(">II", content[16:24]) if content[12:16] == b"IHDR" else (0, 0)
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at:at + 8])
        if kind in OF_THE_PICTURE:
            kept.append(content[at:at + 12 + length])
        at += 12 + length
        if kind == b"IEND":
            return b"".join(kept), size
    raise NoPicture("no end")


def put_piece(ident, offset: int, content: bytes):
    """A piece on the disk when this returns."""
    PIECES.keep(_piece(ident, offset), content)


def _piece(ident, offset) -> str:
    return f"{ident}-{offset}"


def joined(ident, offsets) -> bytes:
    """The pieces that begin at these offsets, one after another; raises NoPicture where one is not there."""
    found = [PIECES.content(_piece(ident, offset)) for offset in sorted(offsets)]
    if None in found:
        raise NoPicture("a piece is gone")
    return b"".join(found)


def finish(ident, content: bytes):
    """The photo stands."""
    PHOTOS.keep(ident, content)


def drop_pieces(ident, offsets):
    """What came of a photo in pieces goes."""
    for offset in offsets:
        PIECES.drop(_piece(ident, offset))


def picture(ident) -> bytes | None:
    """A photo that has come."""
    return PHOTOS.content(ident)
