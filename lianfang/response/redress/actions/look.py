"""Looking at what somebody handed in: his words, and a photo as proof; who looked is written down."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of

from .. import storage


def look_at_photo(*, record, flow, by, at) -> bytes | None:
    """The photo of an appeal or a correction, once it is written down who looked; None where there is none."""
    if (content := storage.photo(record.pk)) is None:
        return None
    _told(record, flow, by, at)
    return content


def look_at_words(*, record, flow, by, at):
    """The record, its words to be opened, once it is written down who looked."""
    _told(record, flow, by, at)
    return record


def _told(record, flow, by, at):
    with transaction.atomic():
        reason = "appeal" if flow == "appeal" else "correct"
        journal.write([line_of(record, "redress.look", kind=flow, by=by, at=at, data={"reason": reason})])
