"""Photos that prove something: sealed files in the uploads, taken as they come and never decoded here."""
import struct

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground.outbox.pictures import FRAMES, PNG, type_of
from lianfang.ground.vault.files import SealedFiles
from lianfang.ground.workflow import Refused

EVIDENCE = SealedFiles("evidence", "redress.evidence")


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
