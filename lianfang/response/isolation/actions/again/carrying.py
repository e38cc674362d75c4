"""Orders go over to what the table says now: one by one, or many alike at once."""
from collections import defaultdict

from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.workflow import Refused

from ...models import Alarm
from ..decide import PASS, told
from ..ends import close
from ..issue import TIMES, put, replace_all, retime_all, take_times
from .changed import LIFTED, LONGER, OTHER, OVER, REVIEW, SHORTER, TERMS, prescribed
from .reconsider import question, question_all
from .redecide import apply

ENDS = (LIFTED, OVER)  # what an open alarm stands against


def carry_out(one, because, by, at):
    """One order; where the table leaves it to a person, or an alarm is open, it is somebody's review."""
    order, one.finding.because = one.order, because
    [draft] = told([(one.finding, one.ruling)], by=by, at=at)
    if one.ruling.manual_review:
        question(order, draft.verdict, by, at, draft.because)
        return
    try:
        new = None if one.ruling.result["measure"] == PASS else prescribed(order, draft, at)
        with transaction.atomic():
            apply(order, draft, by, at, new)
    except Refused:
        question(order, draft.verdict, by, at, draft.because)
    else:
        _take_terms([(order, draft, new)])


def carry_all(some, because, by, at):
    """Many at once, those alike together; raises Refused, and the caller's transaction must end, where one of them cannot go over."""
    for one in some:
        one.finding.because = because
    drafts = told([(one.finding, one.ruling) for one in some], by=by, at=at)
    alarmed = set(Alarm.objects.filter(order__in=[one.order.pk for one in some], state="open").values_list("order_id", flat=True))
    alike = defaultdict(list)
    for one, draft in zip(some, drafts, strict=True):
        if one.new is not None:
            one.new.verdict, one.new.because = draft.verdict, draft.because
        alike[REVIEW if one.fate in ENDS and one.order.pk in alarmed else one.fate].append((one.order, draft, one.new))
    question_all([(order, draft.verdict, draft.because) for order, draft, _new in alike[REVIEW]], by, at)
    close([order for order, _draft, _new in alike[LIFTED]], "lift", by=by, at=at, because=_causes(alike[LIFTED]))
    _end(alike[OVER], by, at)
    _replace(alike[OTHER], by, at)
    for fate, step in ((LONGER, "extend"), (SHORTER, "shorten")):
        if alike[fate]:
            retime_all([(order, new) for order, _draft, new in alike[fate]], step, by, at)
    _take_terms([*alike[LONGER], *alike[SHORTER], *alike[TERMS]])


def _causes(found) -> dict:
    return {order.pk: draft.because for order, draft, _new in found}


def _end(found, by, at):
    """Over already by the row: closed as of now; under another measure that one is recorded, closed too."""
    same = [one for one in found if one[2].measure == one[0].measure]
    if same:
        old = take_times([(order, new) for order, _draft, new in same], at)
        close([order for order, _draft, _new in same], "expire", by=by, at=at, because=_causes(same), also=TIMES,
              content=lambda o: {"until": o.until_on.isoformat(), "was": old[o.pk].isoformat()})
    others = [one for one in found if one[2].measure != one[0].measure]
    close([order for order, _draft, _new in others], "replace", by=by, at=at, because=_causes(others))
    put([new for _order, _draft, new in others], by, at)


def _replace(found, by, at):
    if not found:
        return
    replace_all({order: draft.because for order, draft, _new in found}, by, at)
    for order, _draft, new in found:
        new.later = order.later
    put([new for _order, _draft, new in found], by, at, [(order, new) for order, _draft, new in found])


def _take_terms(found):
    """Orders that go on take over the row's test days and conditions of release, and stand on the new verdict."""
    going_on = [(order, draft, new) for order, draft, new in found if order.closed_at is None]
    for order, draft, new in going_on:
        order.test_days, order.release, order.verdict = new.test_days, new.release, draft.verdict
    rows.amend([order for order, _draft, _new in going_on], "test_days", "release", "verdict_id")
