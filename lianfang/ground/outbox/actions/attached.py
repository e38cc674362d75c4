"""A photo handed in on a page with its record: whole at once, sealed, without what the camera wrote beside the picture."""
from django.db import connection

from ... import rows
from ...ids import uuid7
from .. import pictures
from ..models import Photo


def attach_photo(*, content, record, by, at) -> Photo:
    """Keep a photo (bytes) of a record that knows its unit and subject, in the caller's transaction.

    Raises Refused for what is no photo, or too large.
    """
    assert connection.in_atomic_block, "a photo is kept in the transaction of the fact it shows"
    bare = pictures.taken(content)
    photo = rows.fresh(Photo, id=uuid7(), account_id=by.pk, unit_id=record.unit_id, record=record.pk, subject=record.subject_id,
                       size=len(content), have=len(content), has_come=True, made_at=at)
    pictures.finish(photo.pk, bare)
    rows.insert([photo])
    return photo
