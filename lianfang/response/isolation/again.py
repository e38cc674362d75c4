"""When a table of measures changes: whom a new version would touch, tried without changing anything; and how they are decided again."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of, now
from lianfang.ground.decisions import current
from lianfang.ground.decisions.actions.effect import tables_of
from lianfang.ground.decisions.registry import Did
from lianfang.ground.workflow import Refused

from .actions.decide import PASS, Finding, asked, told
from .actions.issue import Drafted, order_of
from .actions.reconsider import question
from .actions.redecide import apply
from .models import Order
from .words import measure_word


@dataclass(slots=True)
class Touched:
    """An order that a table's new version gives another answer: the order, the ruling, and what would become of it, in words."""

    order: Order
    finding: Finding
    ruling: decisions.Ruling
    says: str

    @property
    def subject_id(self):
        """Whom it is about."""
        return self.order.person_id


def touched(version) -> list[Touched]:
    """Running orders within the reader's reach that a version would change, were it in force now; nothing is changed."""
    before, after = current.standing(version.table, None, without=[version.pk]), current.standing(version.table, None, plus=version)
    if after.faults:
        return []
    found = _bound_by(version)
    found = found.select_related("unit", "person", "verdict")
    plan = max(day_of(version.begins_at), day_of(now()))
    return [one for order in found.order_by("unit__path", "pk") if (one := _touched(order, before, after, plan, now()))]


def _bound_by(version):
    """Open orders in a version's area that stand on its table."""
    return Order.objects.active().filter(unit__path__startswith=version.area.path, deviation=None, verdict__table=version.table)


def _touched(order, before, after, plan, at) -> Touched | None:
    """What the change means for one order: nothing where both tables say the same of it."""
    first = order.verdict
    facts = asked(first.table, first.facts)
    was, ruling = (table.decide(facts, on=plan, path=order.unit.path, counted=first.on) for table in (before, after))
    if was.result == ruling.result:
        return None
    finding = Finding(order.person_id, order.unit_id, facts, day_of(at), is_from_abroad=order.is_from_abroad, origin=order.origin,
                      table=first.table)
    says = _outcome(order, finding, ruling, at)
    return Touched(order, finding, ruling, says) if says else None


def _outcome(order, finding, ruling, at) -> str:
    """Old → new in words; '' where the order already is as the row says."""
    old = measure_word(order.measure)
    if ruling.manual_review:
        return _("{old} → 人工复核").format(old=old)
    if ruling.result["measure"] == PASS:
        return _("{old} → 不再管控").format(old=old)
    new = prescribed(order, Drafted(finding, ruling, None, None), at)
    if new is None:
        return _("{old} → 不再管控").format(old=old)
    if new.state == "over":
        return _("{old} → 已到期").format(old=old)
    if new.measure != order.measure:
        return _("{old} → {new}").format(old=old, new=measure_word(new.measure))
    if new.until_on != order.until_on:
        return (_("{old}，延长") if new.until_on > order.until_on else _("{old}，缩短")).format(old=old)
    return _("{old}，检测日或解除条件变").format(old=old) if (new.test_days, new.release) != (order.test_days, order.release) else ""


def prescribed(order, draft, at) -> Order | None:
    """The order a row prescribes in place of one: of somebody in the row's second stage its second stage; None where the row has none."""
    new, old, result = order_of(draft, at), order.verdict.result, draft.ruling.result
    if order.measure != old.get("then") or order.base_on != new.base_on + timedelta(days=old.get("days") or 0):
        return new
    if not result.get("then"):
        return None
    new.measure, new.base_on, new.days = result["then"], order.base_on, result["then_days"]
    new.until_on, new.test_days = order.base_on + timedelta(days=result["then_days"] + 1), list(result["then_test_days"] or ())
    over = new.until_on <= day_of(at)
    new.state, new.closed_at, new.from_on = ("over", at, order.from_on) if over else ("issued", None, day_of(at))
    return new


@everything()
def decide(*, run, most, by, at) -> Did:
    """Decide up to so many open orders again that a run has not looked at yet, in the order of their ids, in the caller's transaction."""
    before, after = tables_of(run)
    found = _bound_by(run.version).filter(issued_at__lte=at)
    found = found.filter(pk__gt=run.cursor) if run.cursor else found
    some = list(found.select_for_update(of=("self",)).select_related("unit", "verdict").order_by("pk")[:most])
    plan = day_of(run.since)
    changed = [one for order in some if (one := _touched(order, before, after, plan, at))]
    for one in changed:
        _carry_out(one, run.because, by, at)
    return Did(some[-1].pk if some else run.cursor, len(some), len(changed))


def _carry_out(one, because, by, at):
    """One order goes over to what the table says now; where it leaves it to a person, or an alarm is open, it is somebody's review."""
    order, one.finding.because = one.order, because
    [draft] = told([(one.finding, one.ruling)], by=by, at=at, on=order.verdict.on)
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
        _take_terms(order, new, draft.verdict)


def _take_terms(order, new, verdict):
    """An order that goes on takes over the row's test days and conditions of release, and stands on the new verdict."""
    if order.closed_at is None:
        order.test_days, order.release, order.verdict = new.test_days, new.release, verdict
        rows.amend([order], "test_days", "release", "verdict_id")


AGAIN = decisions.Again(touched, "isolation:touched", decide)
