"""The letter itself as it came: a photo or a PDF, sealed, taken as it is and never opened here."""
from django.conf import settings
from django.utils.translation import gettext as _

from lianfang.ground.outbox.pictures import type_of
from lianfang.ground.vault.files import SealedFiles
from lianfang.ground.workflow import Refused

LETTERS = SealedFiles("letter", "transfers.letter")
PDF = b"%PDF-"


def kind_of(content) -> str:
    """By its first bytes; '' for none of ours."""
    return "application/pdf" if content.startswith(PDF) else type_of(content)


def read(upload) -> bytes:
    """The bytes of a letter that was handed in; Refused for what is none or too large."""
    if upload.size > settings.PHOTO_BYTES:
        raise Refused(_("文件太大：最大 {n} MB。可以拍成照片再传。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    content = upload.read()
    if not kind_of(content):
        raise Refused(_("来函只收 PDF 或照片（JPG、PNG）。"))
    return content
