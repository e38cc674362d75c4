"""Files of this loop, sealed: what hangs on a directive, and the photo that shows that something was done."""
from pathlib import PurePath

from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground.outbox.pictures import taken, type_of
from lianfang.ground.vault.files import SealedFiles
from lianfang.ground.workflow import Refused

FILES, PHOTOS = SealedFiles("directive", "directives.file"), SealedFiles("done", "directives.photo")
OFFICE = {".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
LONGEST = 120


def kind_of(content, name) -> str:
    """What a file is, by its first bytes, and by its name where an office document is packed; '' for none of ours."""
    if content.startswith(b"%PDF-"):
        return "application/pdf"
    return OFFICE.get(PurePath(name).suffix.lower(), "") if content.startswith(b"PK\x03\x04") else type_of(content)


def attached(upload) -> tuple[str, bytes]:
    """Name and bytes of what is to hang on a directive; Refused for what is too large or of no kind that is taken."""
    if upload.size > settings.PHOTO_BYTES:
        raise Refused(_("文件太大：最大 {n} MB。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    content = upload.read()
    if not kind_of(content, upload.name):
        raise Refused(_("附件只收 PDF、Word（docx）、Excel（xlsx）或照片。旧版 doc、xls 请另存后再传。"))
    return upload.name[-LONGEST:], content


def photo(upload) -> bytes:
    """The picture alone, without where and with what it was taken; Refused for what is none."""
    return taken(upload.read())
