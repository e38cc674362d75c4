"""Taking boxes: what a phone kept sealed is opened here, and waits for the supervisor, who has each entry done or drops it."""
import base64
import json
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ... import rows
from ...accounts.models import Account
from .. import boxes, queries
from ..models import REFUSED, WAITS, Photo, Sent
from ..registry import RECORD
from .conflicts import open_conflicts
from .posted import Post, Posted, Receipt, TooMany, is_a_moment, kept, moment_of
from .receive import LOCK

DAY = timedelta(days=1)


def receive_boxes(*, boxed, by, assignments, at) -> list[Receipt]:
    """Keep what each box of an entry's id holds, once, in the name of whoever recorded it, with the name of whoever delivers it; a receipt
    for each: held, or the receipt that the entry has already. Raises TooMany where too many of a day do not open."""
    post = Post(by, list(assignments), at, timedelta())
    with transaction.atomic():
        rows.one_at_a_time(LOCK | by.pk)
        known, made, fresh = queries.sent([ident for ident, _box in boxed]), {}, []
        for ident, box in boxed:
            if ident not in known and ident not in made:
                made[ident] = _kept(ident, box, post)
                fresh.append(made[ident])
        _refuse_too_many(fresh, post)
        rows.insert(fresh)
        held = [sent for sent in fresh if sent.state == WAITS]
        open_conflicts(held, {sent.id for sent in fresh}, post, is_boxed=True)
        for sent in held:
            Photo._base_manager.filter(sent=sent.id, record=None).update(unit=sent.unit_id)
    found = known | made
    return [Receipt(ident, found[ident].state, found[ident].says.open() if ident in made else "", found[ident].record,
                    queries.number_of(ident, found[ident].received_at), None) for ident, _box in boxed]


def _refuse_too_many(fresh, post):
    spoilt = sum(sent.state == REFUSED for sent in fresh)
    before = Sent._base_manager.filter(account=post.by, state=REFUSED, action="", received_at__gt=post.at - DAY)
    if spoilt and spoilt + before.count() > settings.SPOILT_BOXES_A_DAY:
        raise TooMany(_("今天交来打不开的封存记录太多：这几条没有收，手机上的先不要删。请找信息部门。"))


def _kept(ident, box, post) -> Sent:
    """The entry of a box as it waits; a box that does not open, or does not bear its owner's mark, is kept as it is."""
    try:
        return _sent(ident, *_entry(boxes.opened(ident, box), post), post)
    except (boxes.Shut, KeyError, TypeError, ValueError):
        return rows.fresh(Sent, id=ident, account_id=post.by.pk, action="", seq=0, at=post.at, phone_at=post.at, offset_ms=0,
                          received_at=post.at, digest="", state=REFUSED, unit_id=post.assignments[0].unit_id, deliverer_id=post.by.pk,
                          says=_("这条封存的记录打不开，或者没有本人手机的印记：原样留着，请找信息部门。"),
                          content=base64.b64encode(box).decode())


def _entry(found, post) -> tuple[Posted, Account]:
    """The entry in a box, and whose it is."""
    at, whose = parse_datetime(found["at"]), Account.objects.filter(pk=found["account"]).first()
    if not isinstance(at, datetime) or at.tzinfo is None or not is_a_moment(at) or not isinstance(found["data"], dict) or whose is None:
        raise ValueError("no entry")
    posted = Posted(found["id"], 0, str(found["action"]), found["data"], at, found.get("base"), found.get("form"), found.get("decided"))
    return posted, whose


def _sent(ident, posted, whose, post) -> Sent:
    record = queries.record_named(posted.data.get(RECORD))
    line = queries.last_line(record) if record else None
    unit = line.unit if line and line.unit else post.assignments[0].unit_id
    return rows.fresh(Sent, id=ident, account_id=whose.pk, deliverer_id=post.by.pk, action=kept(posted.action, 60), seq=0,
                      at=moment_of(posted.at, post), phone_at=posted.at, offset_ms=0, received_at=post.at, digest=posted.digest(),
                      state=WAITS, record=record, subject=line and line.subject, unit_id=unit, form=kept(posted.form, 40),
                      says=_("密封交上来的：等督查核对后再办。"), content=json.dumps(posted.data))
