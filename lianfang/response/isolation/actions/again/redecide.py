"""Deciding again on an open order, always by a row: shortened, eased, lifted; what an appeal changes; what another unit finds of it."""

from copy import copy

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from lianfang.ground import decisions
from lianfang.ground.accounts.roles import holders
from lianfang.ground.accounts.scope import everything, held
from lianfang.ground.days import day_of
from lianfang.ground.decisions.actions.apart import check_apart
from lianfang.ground.decisions.actions.refused import posts_of
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ...models import Easing, Order
from ...queries.longest import corrected, refuse_long_ago
from ..decide import PASS, Finding, asked, decide, told
from ..deviate import deviate
from ..ends import close, ease
from ..hold import hold, too_many
from ..issue import STRICTNESS, TIMES, order_of, put, replace, retime, take_times
from ..release import release


class Unproved(Refused):
    """What eases a measure by one person's word wants evidence."""


@everything()
def redecide(*, order, facts, by, at, known=None, because=None, evidence="", table=""):
    """Put corrected facts of an open order to the table and do what its row says, at once; what that eases somebody else looks into.

    Raises Unproved where it eases and nothing proves it.
    """
    with transaction.atomic():
        order.refresh_from_db(from_queryset=Order.objects.select_for_update(of=("self",)))
        before = copy(order)
        verdict = decide_again(order=order, facts=facts, by=by, at=at, known=known, because=because, table=table)
        now = Order.objects.filter(person=order.person_id, closed_at=None).first()
        if (now is None or binds_more(before, now)) and not by.is_program:
            if not evidence.strip():
                raise Unproved(_("照这样判定，管控会放宽或结束：请写清楚依据，谁出的证明、编号、说了什么。"))
            decided = Line.objects.get(record=verdict.pk, verb="isolation.decide")
            ease([before], "redecide", evidence=evidence, by=by, at=at, because={before.pk: decided.pk})
    return verdict


def decide_again(*, order, facts, by, at, known=None, because=None, table=""):
    """Put corrected facts of an open order to the table and do what its row says: another end, another measure, or none.

    The facts correct those of the order's own verdict, or those `known`, by their `table`, where that one is about somebody else.
    Raises Refused when the table leaves it to manual review, or a corrected day cannot be: then the order stands as it is.
    """
    on = day_of(at)
    own = Verdict.objects.get(pk=order.verdict_id)
    table = table or own.table
    known = asked(table, own.facts if known is None else known)
    refuse_long_ago(corrected(facts, known), on)
    because = because or order.because
    finding = Finding(
        person_id=order.person_id,
        unit_id=order.unit_id,
        facts=known | facts,
        on=on,
        because=because,
        is_from_abroad=order.is_from_abroad,
        origin=order.origin,
        table=table,
    )
    ruling = decisions.decide(table, finding.facts, unit=order.unit.path, on=on)
    if ruling.manual_review:
        raise Refused(ruling.because or _("这些事实不全或对不上（例如日期在今天以后），措施表给不出结论：请核对以后再判定。"))
    with transaction.atomic():
        [draft] = told([(finding, ruling)], by=by, at=at)
        apply(order, draft, by, at, None if ruling.result["measure"] == PASS else order_of(draft, at))
    return draft.verdict


def apply(order, draft, by, at, prescribed):
    """Do with an open order what a row says now: lift it (None), end it, another measure, another end; many moved by hand are held."""
    if prescribed is None:
        close([order], "lift", by=by, at=at, because=draft.because)
    elif prescribed.state == "over":
        _end(order, prescribed, by, at)
    elif (prescribed.measure != order.measure or binds_more(prescribed, order)) and (before := too_many(1, by=by, at=at)) is not None:
        hold([draft.verdict], before, by=by, at=at, because=draft.because)
    elif prescribed.measure != order.measure:
        replace(order, draft.because, by, at)
        prescribed.later = order.later
        put([prescribed], by, at, [(order, prescribed)])
    elif prescribed.until_on != order.until_on:
        retime(order, prescribed, "extend" if prescribed.until_on > order.until_on else "shorten", by, at)


def binds_more(prescribed, order) -> bool:
    """Whether a row is stricter than the order that stands, or keeps it longer."""
    stricter = STRICTNESS[prescribed.measure] - STRICTNESS[order.measure]
    return stricter > 0 or (stricter == 0 and prescribed.until_on > order.until_on)


def _end(order, prescribed, by, at):
    """By the corrected facts it is over already: closed as of now; under another measure that one is recorded, closed too."""
    if prescribed.measure != order.measure:
        close([order], "replace", by=by, at=at, because=prescribed.because)
        put([prescribed], by, at)
        return
    old = take_times([(order, prescribed)], at)
    close([order], "expire", by=by, at=at, because=prescribed.because, also=TIMES,
          content=lambda o: {"until": o.until_on.isoformat(), "was": old[o.pk].isoformat()})


@everything()
def complete(*, review, facts, by, at, on, evidence=""):
    """Close a review with completed facts and decide again; in doubt still, the table opens the next review itself.

    Where it questions an open order, that order is decided again instead: raised, lowered or lifted. Raises Refused as `redecide` does.
    """
    first = Verdict.objects.get(pk=review.verdict_id)
    known = asked(first.table, first.facts)
    refuse_long_ago(corrected(facts, known), on)
    known |= facts
    with transaction.atomic():
        review.decided_at = at
        [line] = advance([review], "complete", flow="review", by=by, at=at, also=("decided_at",))
        if order := Order.objects.filter(pk=review.order_id, closed_at=None).select_related("unit").first():
            return redecide(order=order, known=known, facts={}, by=by, at=at, because=line.id, evidence=evidence, table=first.table)
        finding = Finding(person_id=review.person_id, unit_id=review.unit_id, facts=known, on=on, because=line.id,
                          is_from_abroad=known.get("origin") == "abroad", table=first.table)
        [verdict] = decide(findings=[finding], by=by, at=at)
    return verdict


@everything()
def make_good(*, order, way, by, at, because, facts=None, measure="", reason="", evidence=""):
    """What an appeal against an order (by id) was answered with: corrected facts ("row"), "release", "exception", or "over": it has ended.

    An appeal never binds more than before. Raises Refused, and changes nothing, where this way changes nothing.
    """
    with transaction.atomic():
        found = Order.objects.select_for_update(of=("self",)).select_related("unit", "verdict").get(pk=order)
        if (way == "over") != (found.closed_at is not None):
            raise Refused(_("管控还没有结束，请选别的办法。") if way == "over" else _("管控已经结束：请选“当时不该管”或维持。"))
        if way == "row":
            _ease(found, facts, by, at, because)
        elif way == "release":
            release(orders=[found], by=by, at=at, because=because)
        elif way == "exception":
            if STRICTNESS.get(measure, 0) > STRICTNESS[found.measure]:
                raise Refused(_("这样会管得更严：申诉不能加重。"))
            deviate(order=found, measure=measure, reason=reason, evidence=evidence, by=by, at=at, right="redress", because=because)


def _ease(order, facts, by, at, because):
    before = STRICTNESS[order.measure], order.until_on
    decide_again(order=order, facts=asked(order.verdict.table, facts), by=by, at=at, because=because)
    now = Order.objects.filter(person=order.person_id, closed_at=None).first()
    if now is None:
        return
    after = STRICTNESS[now.measure], now.until_on
    if after[0] > before[0] or (after[0] == before[0] and after[1] > before[1]):
        raise Refused(_("按这些事实会管得更严：申诉不能加重。请维持，或者另外核实。"))
    if after == before:
        raise Refused(_("按这些事实，表里的措施和期限都不变：请核对事实，或者维持。"))


@everything()
def confirm_easing(*, easing, by, at):
    """It was so."""
    return _answer(easing, "confirm_easing", by, at)


@everything()
def deny_easing(*, easing, by, at):
    """It was not so: what bound him goes on by the row it stood on, until the day it said; over by then, it is only told."""
    with transaction.atomic():
        order = Order.objects.select_for_update(of=("self",)).get(pk=easing.order_id)
        [told] = _answer(easing, "deny_easing", by, at)
        back = _as_before(easing, order, told.id, at)
        if back.until_on > day_of(at) and not _ended_since(easing):
            _go_on(order, back, by, at)
    return [told]


def _ended_since(easing) -> bool:
    """Whether something else has freed or taken him since (an appeal, a hospital, a death, the table): that stands."""
    denied = Easing.objects.filter(order=OuterRef("pk"), state="denied", eased_at=OuterRef("closed_at"))
    ended = Order.objects.filter(person=easing.person_id, closed_at__gt=easing.eased_at).exclude(state__in=("released", "replaced"))
    return ended.exclude(Exists(denied)).exists()


def _as_before(easing, order, because, at) -> Order:
    """The order with the days and the verdict it had; under no exception, for those have their own end."""
    measure = order.deviation.order.measure if order.deviation_id else order.measure
    return Order(id=uuid7(), person_id=order.person_id, unit_id=easing.person.unit_id, measure=measure, verdict_id=easing.verdict_id,
                 base_on=easing.base_on, days=easing.days, from_on=min(day_of(at), easing.last_on), until_on=easing.until_on,
                 test_days=order.test_days, release=order.release, later=order.later, is_from_abroad=order.is_from_abroad,
                 origin=order.origin, issued_at=at, because=because)


def _go_on(order, back, by, at):
    """In place of what binds him less by now; whatever binds him as much, or was decided since by others, stays."""
    now = Order.objects.select_for_update().filter(person=back.person_id, closed_at=None).first()
    if now is None:
        put([back], by, at)
    elif not binds_more(back, now) or not _is_eased(now):
        return
    elif now.pk == order.pk:
        retime(now, back, "extend", by, at)
    else:
        replace(now, back.because, by, at)
        put([back], by, at, [(now, back)])


def _is_eased(order) -> bool:
    """Whether it is one person's facts that made of it what binds him now."""
    decided = Line.objects.filter(record=order.verdict_id, verb="isolation.decide").values("pk")
    return Easing.objects.filter(Q(verdict=order.verdict_id) | Q(because__in=decided), person=order.person_id).exists()


def _answer(easing, step, by, at):
    """By whoever supervises there, of another unit or body than who eased it, and nothing to do with his account."""
    if not any(a.role in holders("supervise") and easing.unit.path.startswith(a.unit.path) for a in held(by, day_of(at))):
        raise Refused(_("先行放宽的，由督查和县领导核实。"))
    theirs = posts_of(easing.eased_by, easing.eased_at) | posts_of(easing.eased_by, at)  # whoever has moved since is no stranger
    if by.pk == easing.eased_by_id or posts_of(by, at) & theirs:
        raise Refused(_("先行放宽的，要由另一个单位的人核实。"))
    check_apart(by, easing.eased_by_id, at=at)
    easing.answered_by, easing.answered_at = by, at
    return advance([easing], step, flow="easing", by=by, at=at, also=("answered_by_id", "answered_at"))
