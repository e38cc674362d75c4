"""Photos of records: named by an entry, taken piece by piece where the signal allows, and begun again where it broke off."""
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from ... import rows
from ...workflow import Refused
from .. import boxes, formats, pictures, queries
from ..models import TAKEN, Conflict, Photo, Sent
from ..registry import KEEP
from .posted import TooMany

LOCK = 74 << 32  # with an account's id the advisory lock of its photos on PostgreSQL
DAY = timedelta(days=1)
AT_ONCE = 400  # photos of one account that have not come whole: no phone holds more
PIECES = 512  # of one photo, each a file: a phone sends some thirty
UNREADABLE = (pictures.NoPicture, boxes.Shut)


def name_photos(act_form, answers, sents, at, done):
    """Say of the photos that these answers name which record they belong to, whether they have come or not; in the caller's transaction.

    `done`: what the entries that were done have become, by id. What was not done is beside its entry alone: what it names may be another's.
    """
    form = act_form()
    named = {ident: sent for cleaned, sent in zip(answers, sents, strict=True) if cleaned for ident in _named_in(form, cleaned)}
    if not named:
        return
    here = Photo._base_manager.in_bulk(list(named))
    for ident, sent in named.items():
        photo = here.get(ident)
        if photo is None:
            here[ident] = None
        elif photo.account_id == sent.account_id and (photo.record is None or photo.sent == sent.id):
            photo.sent = sent.id
            photo.record, photo.subject, photo.unit_id = _shown(ident, sent, done.get(sent.id))
            rows.amend([photo], "sent", "record", "subject", "unit_id")
    beside = {ident: _shown(ident, sent, done.get(sent.id)) for ident, sent in named.items() if here[ident] is None}
    rows.insert([rows.fresh(Photo, id=ident, account_id=named[ident].account_id, unit_id=unit_id, sent=named[ident].id,
                            record=record, subject=subject, made_at=at) for ident, (record, subject, unit_id) in beside.items()])


def _named_in(form, cleaned):
    """The photos that the answers to a form name, and those to the forms in it."""
    for name, field in form.fields.items():
        kind, given = formats.kind_of(field), cleaned.get(name)
        if kind == "photo" and given:
            yield given
        elif kind == "several" and given:
            inner = field.form()
            for one in given:
                yield from _named_in(inner, one)


def _shown(ident, sent, taken) -> tuple:
    """The record that a photo shows, whom that is about and where it is: what its entry became, or the part of it that the action names."""
    if taken is not None and (part := taken.photos.get(ident)) is not None:
        return part.pk, part.subject_id, part.unit_id
    return *_beside(sent, taken is not None), sent.unit_id


def _beside(sent, is_done) -> tuple:
    return (sent.record, sent.subject) if is_done else (None, None)


def _is_done(sent) -> bool:
    """Whether an entry has become a record by now."""
    settled = Q(policy=KEEP) | Q(state="taken")
    return sent.state == TAKEN or Conflict._base_manager.filter(settled, sent=sent.pk).exists()


def photo_of(ident, account_id) -> Photo | None:
    """A photo one has begun or named; None of one nobody knows. Raises Refused for another's."""
    photo = Photo._base_manager.filter(pk=ident).first()
    if photo is not None and photo.account_id != account_id:
        raise Refused(_("这张照片是别人传的。"))
    return photo


def take_piece(*, ident, offset, size, content, by, unit_id, at, box=b"") -> int:
    """Keep a piece that begins where the last one ended; says how many bytes are here. `box`: the photo comes sealed under a key that lies
    in it, in the name of whoever took it.

    Raises Refused for what is no photo, or too large; TooMany where the account's day is full.
    """
    if not 0 < size <= settings.PHOTO_BYTES:
        raise Refused(_("照片太大：最大 {n} MB。请拍小一点，或者用截图。").format(n=settings.PHOTO_BYTES // 1024 ** 2))
    told = _told(ident, box, by)
    photo = photo_of(ident, told["account"])
    have = photo.have if photo else 0
    if (photo and photo.has_come) or offset != have or (not content and photo):
        return have
    if (photo and photo.size not in (0, size)) or offset + len(content) > size:
        raise Refused(_("照片的大小前后不一样：请重新拍一张。"))
    if offset == 0 and content and not box and not pictures.type_of(content):
        raise Refused(_("只收照片（JPG 或 PNG）。文件请拍成照片再传。"))
    if photo and len(photo.pieces) >= PIECES:
        raise Refused(_("照片的大小前后不一样：请重新拍一张。"))
    photo = photo or _begun(ident, told, unit_id, at)
    return _kept(photo, offset, size, content, told) if content else 0


def _told(ident, box, by) -> dict:
    """Whose photo it is, and of a sealed one its entry and its key."""
    if not box:
        return {"account": by.pk}
    try:
        return boxes.opened(ident, box)
    except boxes.Shut:
        raise Refused(_("这张封存的照片打不开，或者没有本人手机的印记。")) from None


def _begun(ident, told, unit_id, at) -> Photo:
    with transaction.atomic():
        rows.one_at_a_time(LOCK | told["account"])
        own = Photo._base_manager.filter(account=told["account"])
        if own.filter(has_come=False).count() >= AT_ONCE:
            raise TooMany(_("还有太多照片没有传完：请先把它们传完。"))
        if own.filter(sent=None, record=None, made_at__gt=at - DAY).count() >= settings.LOOSE_PHOTOS_A_DAY:
            raise TooMany(_("今天传的照片已经太多：请明天再传，或者请信息部门看看。"))
        entry = queries.record_named(told.get("entry"))
        sent = Sent._base_manager.filter(pk=entry, account=told["account"]).first() if entry else None
        record, subject = _beside(sent, bool(sent) and _is_done(sent))
        photo = rows.fresh(Photo, id=ident, account_id=told["account"], unit_id=sent.unit_id if sent else unit_id, made_at=at,
                           sent=entry, record=record, subject=subject)
        rows.insert([photo])
    return photo


def _kept(photo, offset, size, content, told) -> int:
    """On the disk first, then told to the database: files are written while nobody waits for a lock."""
    offsets, have = [*photo.pieces, offset], offset + len(content)
    pictures.put_piece(photo.id, offset, content)
    if have == size:
        _finish(photo, offsets, told)
    with transaction.atomic():
        now = Photo._base_manager.select_for_update().get(pk=photo.id)
        if now.have == offset and not now.has_come:
            now.size, now.have, now.pieces, now.has_come = size, have, [] if have == size else offsets, have == size
            rows.amend([now], "size", "have", "pieces", "has_come")
    if now.has_come:
        pictures.drop_pieces(photo.id, offsets)
    return now.have


def _finish(photo, offsets, told):
    try:
        whole = pictures.joined(photo.id, offsets)
        pictures.finish(photo.id, pictures.bare(boxes.opened_bytes(told["key"], whole, photo.id) if "key" in told else whole))
    except UNREADABLE:
        pictures.drop_pieces(photo.id, offsets)
        if photo.sent is None:
            Photo._base_manager.filter(pk=photo.id).delete()
        else:
            Photo._base_manager.filter(pk=photo.id).update(size=0, have=0, pieces=[])
        raise Refused(_("这张照片打不开，或者尺寸太大，请重拍一张。")) from None
