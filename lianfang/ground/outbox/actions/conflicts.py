"""What does not fit what is there: shown to the cadre above the sender, who leaves both, has it done, or drops it."""
import json

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from ... import rows
from ...accounts.scope import everything, held, reach_of, through
from ...days import day_of
from ...ids import uuid7
from ...journal import actions as journal
from ...journal import line_of
from ...units.fields import Reach
from ...units.models import RANK, Unit
from ...workflow import Refused
from ...workflow.actions import advance, open_turns
from .. import formats
from ..models import Conflict, Sent
from ..registry import HOLD, KEEP, Entry, Taken, acts
from .photos import name_photos
from .posted import NO, log, said

ABOVE = (("county", "pass_to_county"), ("township", "pass_to_county"), ("village", "pass_up"))


def open_conflicts(sents, not_done, post, is_boxed=False):
    """A conflict for each of these entries, in the caller's transaction, and the turn of the cadre above the sender; `not_done`: the ids
    of those that wait for him to have them done; what came in a box is the supervisor's."""
    if not sents:
        return []
    made = [rows.fresh(Conflict, id=uuid7(), sent_id=sent.id, policy=HOLD if sent.id in not_done else KEEP, kind=sent.action,
                       is_boxed=is_boxed, record=sent.record, subject=sent.subject, unit_id=sent.unit_id, opened_at=post.at)
            for sent in sents]
    rows.insert(made)
    lines = advance(made, "open_conflict", flow="conflict", by=post.by, at=post.at, content=lambda one: {"policy": one.policy})
    for conflict, line in zip(made, lines, strict=True):
        conflict.because = line.id
    rows.amend(made, "because")
    if is_boxed:
        advance(made, "hand_to_supervisor", flow="conflict", by=post.by, at=post.at)
    else:
        _pass_on(made, post)
    return made


def _pass_on(conflicts, post):
    """Each to the level above its sender: nobody looks at what he sent himself."""
    paths = dict(Unit.objects.filter(pk__in={one.unit_id for one in conflicts}).values_list("pk", "path"))
    by_step = {}
    for one in conflicts:
        by_step.setdefault(_step(post.assignments, paths[one.unit_id]), []).append(one)
    open_turns("conflict", by_step.pop("", []), at=post.at)
    for step, some in by_step.items():
        advance(some, step, flow="conflict", by=post.by, at=post.at)


def _step(assignments, path) -> str:
    """How far up a conflict at a place goes before somebody else than its sender leads there."""
    levels = {a.unit.level for a in assignments if path.startswith(a.unit.path) and "manage" in a.rights}
    return next((step for level, step in ABOVE if any(RANK[one] <= RANK[level] for one in levels)), "")


def look(*, conflict, by, at) -> str:
    """What the phone sent, as JSON ('' where it has gone), once it is written down who looked."""
    _not_his_own(conflict, by)
    with transaction.atomic():
        journal.write([line_of(conflict, "outbox.look", kind="conflict", by=by, at=at)])
    return conflict.sent.content.open()


def settle(*, conflict, by, at):
    """Looked at: both stay as they are."""
    _not_his_own(conflict, by)
    if conflict.policy == HOLD:
        raise Refused(_("手机上的这一条还没有办：请定下照办还是不办。"))
    with transaction.atomic():
        conflict.closed_at = at
        lines = advance([conflict], "settle", flow="conflict", by=by, at=at, also=("closed_at",))
        _empty(conflict.sent)
    return lines


def drop_held(*, conflict, by, at):
    """What was held is not done; its content goes."""
    _not_his_own(conflict, by)
    _is_held(conflict)
    with transaction.atomic():
        conflict.closed_at = at
        lines = advance([conflict], "drop_held", flow="conflict", by=by, at=at, also=("closed_at",))
        _empty(conflict.sent)
    return lines


@everything()
def take_held(*, conflict, by, at) -> Taken:
    """What was held is done now, as it was filled in at its own time, by whoever has looked at it: within his reach and its sender's."""
    _not_his_own(conflict, by)
    _is_held(conflict)
    sent = conflict.sent
    act = acts().get(sent.action)
    if act is None:
        raise Refused(_("这个版本的系统不认得这件事。"))
    cleaned, faults, _is_old = formats.Reader(act.form).read(json.loads(sent.content.open()), given=sent.form)
    if faults:
        raise Refused(faults.says)
    reach = _shared(conflict, act, by, at)
    with transaction.atomic():
        conflict.closed_at = at
        advance([conflict], "take_held", flow="conflict", by=by, at=at, also=("closed_at",))
        taken = _done(act, Entry(sent.id, cleaned, sent.at, at, None, sent.account, reach), by, at)
        sent.record, sent.subject, sent.verdict = taken.record, taken.subject, taken.verdict
        rows.amend([sent], "record", "subject", "verdict")
        name_photos(act.form, [cleaned], [sent], at, {sent.pk: taken})
        _empty(sent)
    return taken


def _shared(conflict, act, by, at) -> Reach:
    """Where both lead: whoever decides now, and the sender when he recorded it."""
    deciding = reach_of(held(by, day_of(at)), "supervise" if conflict.is_boxed else "manage")
    sending = reach_of(held(conflict.sent.account, day_of(conflict.sent.at)), act.right)
    if not sending:
        raise Refused(_("交的人那时候没有办这件事的权限。"))
    return Reach(*(path for one in sending for path in deciding & one))


def _done(act, entry, by, at) -> Taken:
    try:
        with through(entry.reach):
            [taken] = act.take([entry], by=by, at=at)
    except NO as refused:
        raise Refused(said(refused)) from refused
    except DatabaseError:
        raise
    except Exception as fault:
        log.exception("a held entry of %s could not be done", act.name)
        raise Refused(_("没有办成：请把这条的编号告诉信息部门。")) from fault
    if not isinstance(taken, Taken):
        raise Refused(str(taken))
    return taken


def _is_held(conflict):
    if conflict.policy != HOLD:
        raise Refused(_("这一条已经记下，两条都留着：不用再办。"))


def _not_his_own(conflict, by):
    if conflict.sent.account_id == by.pk:
        raise Refused(_("这是您自己交的，要请别人来核对。"))


def _empty(sent):
    sent.content = ""
    Sent._base_manager.filter(pk=sent.pk).update(content=b"")
