"""Taking an outbox: each entry once, neighbours of one action together, in one transaction with their receipts."""
import json
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import rows
from ...accounts.scope import reach_of, through
from ...workflow import Refused
from .. import queries
from ..models import GIVEN_UP, IN_CONFLICT, REFUSED, TAKEN, WAITS, Sent
from ..registry import HOLD, RECORD, TOGETHER, Entry, ForAbove, Taken, acts
from .conflicts import open_conflicts
from .photos import name_photos
from .posted import NO, Draft, Post, Receipt, is_a_moment, kept, log, moment_of, read, said

LOCK = 71 << 32  # with an account's id the advisory lock of its outbox on PostgreSQL: the same outbox from two tabs is taken once
DEADLOCK, TRIES = "40P01", 4
SAYS = "says"  # of a verdict: its wording
CHANGED = gettext_lazy("刚才已经有人改过，没有照这条办：已交上一级核对。")
NOT_DONE = gettext_lazy("没有办成，已经封存：交上一级核对后再办。")
LONG_AGO = gettext_lazy("这一条写的时间太早，没有照办：已交上一级核对后再办。手机的钟请看一看。")


def receive(*, entries, by, assignments, sent_at, at) -> list[Receipt]:
    """Take the entries of one account in the order of `seq`; a receipt for each, in the order given; what is there already is not done
    again, and its receipt is the one it had."""
    post = Post(by, list(assignments), at, at - sent_at)
    found: dict[UUID, Sent] = {}
    once, digests = {}, [posted.digest() for posted in entries]
    for posted, digest in sorted(zip(entries, digests, strict=True), key=lambda one: one[0].seq):
        once.setdefault(posted.id, Draft(posted, digest, moment_of(posted.at, post)))
    known = queries.sent(once)
    fresh = [draft for ident, draft in once.items() if ident not in known]
    for action, some in groupby(fresh, key=lambda draft: draft.posted.action):
        act, drafts = acts().get(action), list(some)
        step = act.together if act else TOGETHER
        for first in range(0, len(drafts), step):
            found |= _together(act, drafts[first:first + step], post)
    found |= known
    return [_receipt(one, digest, found[one.id], by) for one, digest in zip(entries, digests, strict=True)]


def _receipt(posted, digest, sent, by) -> Receipt:
    """The receipt of an entry; another's, or the same id with other content, is refused and told nothing of what is there."""
    if sent.account_id != by.pk or sent.digest != digest:
        return Receipt(posted.id, REFUSED, _("这个编号已经用过，内容不一样：请重新填一次。"), None, "", None)
    return Receipt(sent.id, sent.state, sent.says.open(), sent.record, queries.number_of(sent.id, sent.received_at), sent.verdict)


def _together(act, drafts, post) -> dict[UUID, Sent]:
    """The receipts of neighbouring entries of one action; where the group is not taken, one by one."""
    for draft in drafts:
        read(act, draft, post)
    try:
        return _committed(act, drafts, post)
    except Alone:
        found = {}
        for draft in drafts:
            found |= _by_itself(act, draft, post)
        return found


def _by_itself(act, draft, post) -> dict[UUID, Sent]:
    """One entry: what is refused is kept with the reason; what no reason was given for is kept for a person to look at."""
    try:
        return _committed(act, [draft], post)
    except Alone as alone:
        if isinstance(alone.why, NO):
            return _committed(act, [replace(draft, refusal=said(alone.why))], post)
        log.error("an entry of %s could not be taken and is held", draft.posted.action, exc_info=alone.why)
        return _committed(act, [draft], post, is_held=True)


class Alone(Exception):
    """A group in which something was not taken: each of it must be tried by itself."""

    def __init__(self, why):
        self.why = why


def _committed(act, drafts, post, *, is_held=False) -> dict[UUID, Sent]:
    """One transaction: the action and its receipts, both or neither; tried again where two waited for each other."""
    for n in range(TRIES):
        try:
            with transaction.atomic():
                return _take(act, drafts, post, is_held)
        except OperationalError as lost:
            if getattr(lost.__cause__, "sqlstate", "") != DEADLOCK or n == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _take(act, drafts, post, is_held) -> dict[UUID, Sent]:
    rows.one_at_a_time(LOCK | post.by.pk)
    known = queries.sent([draft.posted.id for draft in drafts])  # another tab was faster while this one waited
    fresh = [draft for draft in drafts if draft.posted.id not in known]
    sound = [draft for draft in fresh if not draft.refusal]
    late = _late(act, sound, post) if sound else set()
    old = {d.posted.id for d in sound if d.at < post.long_ago}
    waiting = old | {d.posted.id for d in sound if is_held or (act.conflict == HOLD and d.posted.id in late)}
    outcomes = _outcomes(act, [d for d in sound if d.posted.id not in waiting], late, post)
    above = {one: outcome.says for one, outcome in outcomes.items() if isinstance(outcome, ForAbove)}
    waiting |= set(above)
    why = {one: LONG_AGO if one in old else NOT_DONE if is_held else above.get(one) or CHANGED for one in waiting}
    sents = [_sent(draft, outcomes.get(draft.posted.id), late, why, is_held, post) for draft in fresh]
    try:
        with transaction.atomic():
            rows.insert(sents)
    except IntegrityError:  # another account's entry has this id
        if len(drafts) > 1:
            raise Alone(Refused("")) from None
        found = queries.sent([draft.posted.id for draft in drafts])
        transaction.set_rollback(True)  # what the action has done goes with the entry that is not ours
        return found
    if act:
        done = {one: outcome for one, outcome in outcomes.items() if isinstance(outcome, Taken)}
        name_photos(act.form, [draft.cleaned for draft in fresh], sents, post.at, done)
    _give_up(sents, post)
    open_conflicts([sent for sent in sents if sent.state in (IN_CONFLICT, WAITS)], waiting, post)
    return known | {sent.id: sent for sent in sents}


def _give_up(sents, post):
    """What these entries put right stays as it was refused, and says by whom and for which it was given up."""
    news = {sent.mends: sent for sent in sents if sent.mends}
    for old in Sent._base_manager.filter(pk__in=news, account=post.by.pk, state=REFUSED) if news else ():
        new = queries.number_of(news[old.pk].pk, post.at)
        old.says = _("{said} {name}已改好重报，见 {number}。").format(said=old.says.open(), name=post.by.name, number=new)
        old.state = GIVEN_UP
        rows.amend([old], "state", "says")


def _late(act, drafts, post) -> set:
    """Ids of the entries whose record somebody else has changed since the phone saw it."""
    seen = {d.posted.id: d.cleaned.get(RECORD) for d in drafts if d.posted.base and d.cleaned.get(RECORD)}
    bases = {}
    for draft in drafts:
        try:
            bases[draft.posted.id] = UUID(draft.posted.base or "")
        except ValueError:
            continue
    changed = queries.changed_since({seen[one]: base for one, base in bases.items() if one in seen}, post.by)
    return {one for one in bases if seen.get(one) in changed}


def _outcomes(act, drafts, late, post) -> dict:
    """What the loop's action made of each entry."""
    if not drafts:
        return {}
    reach = reach_of(post.assignments, act.right)
    entries = [Entry(d.posted.id, d.cleaned, d.at, post.at, d.posted.base, post.by, reach, d.posted.id in late, d.posted.form)
               for d in drafts]
    try:
        with through(reach_of(post.assignments, act.right, "look")):
            found = list(act.take(entries, by=post.by, at=post.at))
    except DatabaseError as lost:
        if isinstance(lost, OperationalError):
            raise
        raise Alone(lost) from lost
    except Exception as refused:
        raise Alone(refused) from refused
    if len(found) != len(entries):
        raise ValueError(f"{act.name} gave {len(found)} outcomes of {len(entries)} entries")
    return {entry.id: outcome for entry, outcome in zip(entries, found, strict=True)}


def _sent(draft, outcome, late, waiting, is_held, post) -> Sent:
    """The receipt as it is kept, with why it waits; the content only of what was not done."""
    posted = draft.posted
    says = draft.refusal or (said(outcome) if isinstance(outcome, NO) else "")
    taken = outcome if isinstance(outcome, Taken) else Taken((draft.cleaned or {}).get(RECORD), None)
    state = REFUSED if says else WAITS if is_held else TAKEN
    if not says and not is_held and (posted.id in {*late, *waiting} or taken.is_beside or _differs(posted.decided, taken.verdict)):
        state = IN_CONFLICT
    says = str(waiting.get(posted.id, says))
    return rows.fresh(Sent, id=posted.id, account_id=post.by.pk, action=kept(posted.action, 60), seq=posted.seq, at=draft.at,
                      phone_at=posted.at if is_a_moment(posted.at) else post.at,
                      offset_ms=round(post.offset / timedelta(milliseconds=1)), received_at=post.at, digest=draft.digest, state=state,
                      record=taken.record, subject=taken.subject, unit_id=taken.unit_id or _home(post), verdict=taken.verdict,
                      form=kept(posted.form, 40), is_old_form=draft.is_old, says=says, mends=posted.mends,
                      place=json.dumps(posted.place) if posted.place and settings.KEEP_PLACES else "",
                      content=json.dumps(posted.data, default=str) if state != TAKEN else "")


def _differs(decided, verdict) -> bool:
    """Whether the phone told the person something else than the server decides; how it is worded does not count."""
    if isinstance(decided, dict) and isinstance(verdict, dict):
        return any(_differs(value, verdict.get(name)) for name, value in decided.items() if name != SAYS)
    if isinstance(decided, list) and isinstance(verdict, list) and len(decided) == len(verdict):
        return any(map(_differs, decided, verdict))
    return bool(decided) and decided != verdict


def _home(post) -> int:
    """Where an entry stands that is about no place: where its sender does."""
    return post.assignments[0].unit_id
