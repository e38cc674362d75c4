"""Photos of records: named by an entry, taken piece by piece where the signal allows, and begun again where it broke off."""
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ... import rows
from ...workflow import Refused
from .. import formats, pictures
from ..models import Photo

AT_ONCE = 400  # photos of one account that have not come whole: no phone holds more


def name_photos(act_form, drafts, sents, at):
    """Say of the photos that these entries name which record they belong to, whether they have come or not; in the caller's transaction."""
    names = [name for name, field in act_form().fields.items() if formats.kind_of(field) == "photo"]
    named = {draft.cleaned[name]: sent for draft, sent in zip(drafts, sents, strict=True) if draft.cleaned
             for name in names if draft.cleaned.get(name)}
    if not named:
        return
    here = Photo._base_manager.in_bulk(list(named))
    for ident, sent in named.items():
        photo = here.get(ident)
        if photo is None:
            here[ident] = None
        elif photo.account_id == sent.account_id and photo.record is None:
            photo.sent, photo.record, photo.subject, photo.unit_id = sent.id, sent.record, sent.subject, sent.unit_id
            rows.amend([photo], "sent", "record", "subject", "unit_id")
    rows.insert([rows.fresh(Photo, id=ident, account_id=sent.account_id, unit_id=sent.unit_id, sent=sent.id, record=sent.record,
                            subject=sent.subject, made_at=at) for ident, sent in named.items() if here[ident] is None])


def photo_of(ident, by) -> Photo | None:
    """A photo one has begun or named; None of one nobody knows. Raises Refused for another's."""
    photo = Photo._base_manager.filter(pk=ident).first()
    if photo is not None and photo.account_id != by.pk:
        raise Refused(_("这张照片是别人传的。"))
    return photo


def take_piece(*, ident, offset, size, content, by, unit_id, at) -> int:
    """Keep a piece that begins where the last one ended; says how many bytes are here.

    Raises Refused for what is no photo, or too large.
    """
    if not 0 < size <= settings.PHOTO_BYTES:
        raise Refused(_("照片太大：最大 {n} MB。请拍小一点，或者用截图。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    with transaction.atomic():
        photo = photo_of(ident, by) or _begun(ident, by, unit_id, at)
        if photo.has_come or offset != photo.have or not content:
            return photo.have
        if photo.size not in (0, size) or offset + len(content) > size:
            raise Refused(_("照片的大小前后不一样：请重新拍一张。"))
        if offset == 0 and not pictures.type_of(content):
            raise Refused(_("只收照片（JPG 或 PNG）。文件请拍成照片再传。"))
        pictures.put_piece(ident, offset, content)
        photo.size, photo.have = size, offset + len(content)
        if photo.have == size:
            _finish(photo)
        rows.amend([photo], "size", "have", "has_come")
    return photo.have


def _begun(ident, by, unit_id, at) -> Photo:
    if Photo._base_manager.filter(account=by.pk, has_come=False).count() >= AT_ONCE:
        raise Refused(_("还有太多照片没有传完：请先把它们传完。"))
    photo = rows.fresh(Photo, id=ident, account_id=by.pk, unit_id=unit_id, made_at=at)
    rows.insert([photo])
    return photo


def _finish(photo):
    whole = pictures.joined(photo.id, photo.size)
    try:
        pictures.finish(photo.id, pictures.bare(whole))
    except pictures.NoPicture:
        pictures.drop_pieces(photo.id)
        raise Refused(_("这张照片打不开，或者尺寸太大，请重拍一张。")) from None
    photo.has_come = True
