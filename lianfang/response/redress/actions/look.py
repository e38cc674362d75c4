"""Looking at a photo somebody handed in as proof; who looked, and why, is written down."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of

from .. import storage


def look_at_photo(*, record, flow, reason, by, at) -> bytes | None:
    """The photo of an appeal or a correction, once it is written down who looked; None where there is none."""
    if (content := storage.EVIDENCE.content(record.pk)) is None:
        return None
    with transaction.atomic():
        journal.write([line_of(record, "redress.look", kind=flow, by=by, at=at, data={"reason": reason})])
    return content
