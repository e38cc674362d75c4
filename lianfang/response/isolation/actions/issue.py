"""Issuing orders from rulings: number, place, minder, first and last day; an open order is only ever raised, never lowered."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from lianfang.ground import rows
from lianfang.ground.days import day_of
from lianfang.ground.decisions import Ruling
from lianfang.ground.decisions.models import Verdict
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow.actions import advance, close_turns, open_turns

from ..models import Alarm, FormerEnd, Order
from ..queries.longest import refuse_too_long
from .checks import lapse_checks, raise_alarms
from .ends import withdraw
from .minder import minders_for
from .move import bring_home, carry
from .planning import plan_first_checks

SERIALS = 7003  # the advisory lock of whoever hands out order numbers on PostgreSQL
REFER = "refer_fever_clinic"
TIMES = ("from_on", "until_on", "base_on", "days", "verdict_id")
STRICTNESS = {"home_monitoring": 1, "home_quarantine": 2, "central_quarantine": 3, REFER: 4}


@dataclass(slots=True)
class Drafted:
    """A finding with its ruling, its stored verdict, and the line that told of it."""

    finding: object
    ruling: Ruling
    verdict: Verdict
    because: UUID


def issue(drafts, *, by, at):
    """Make an order of each draft, or change the person's open one; returns the new orders."""
    if not drafts:
        return []
    drafts, further = _one_each(drafts)
    standing = {
        o.person_id: o
        for o in Order.objects.select_for_update().filter(person__in=[d.finding.person_id for d in drafts], closed_at=None).order_by("pk")
    }
    fresh, replaced = [], []
    for draft in drafts:
        order = order_of(draft, at)
        before = standing.get(order.person_id)
        if order.state != "over" and before is not None:
            if not _raise(before, order, by, at):
                continue
            replaced.append((before, order))
        fresh.append(order)
    put(fresh, by, at, replaced)
    return fresh + issue(further, by=by, at=at)


def _one_each(drafts):
    """The first draft about each person, and the others: those meet what the first has done."""
    first = {draft.finding.person_id: draft for draft in reversed(drafts)}
    chosen = {id(draft) for draft in first.values()}
    return [d for d in drafts if id(d) in chosen], [d for d in drafts if id(d) not in chosen]


def order_of(draft, at) -> Order:
    """The order a ruling prescribes, not yet numbered or stored: of a row's two stages the second where the first is over by now."""
    finding, result = draft.finding, draft.ruling.result
    base_on, days, until_on = period(draft.ruling, finding.on)
    measure, tests = result["measure"], result["test_days"]
    if until_on <= finding.on and result["then"]:
        measure, tests, days = result["then"], result["then_test_days"], result["then_days"]
        base_on = until_on - timedelta(days=1)
        until_on = base_on + timedelta(days=days + 1)
    over = until_on <= finding.on
    order = rows.fresh(
        Order,
        id=uuid7(),
        person_id=finding.person_id, unit_id=finding.unit_id,
        measure=measure, state="over" if over else "issued",
        base_on=base_on,
        days=days,
        from_on=min(finding.on, until_on - timedelta(days=1)),
        until_on=until_on,
        test_days=list(tests or ()),
        release=list(result["release"] or ()),
        is_from_abroad=finding.is_from_abroad,
        origin=finding.origin,
        issued_at=at,
        closed_at=at if over else None,
        because=draft.because,
    )
    order.verdict = draft.verdict
    return order


def period(ruling, on):
    """(day 0, days, day after the last): day 0 is the last exposure or the arrival, as the row says; a row without days (a referral)
    binds for the day of decision only."""
    result, facts = ruling.result, ruling.facts
    if result["days"] is None:
        return on, 0, on + timedelta(days=1)
    refuse_too_long(result["days"], on)
    known = [facts.get("exposure_on")] * (result["day0"] == "exposure") + [facts.get("arrival_on"), on]
    base_on = next(day for day in known if isinstance(day, date))
    return base_on, result["days"], base_on + timedelta(days=result["days"] + 1)


def _raise(before, order, by, at) -> bool:
    """A stricter measure replaces the open order (True: issue the new one); the same, if later, moves its end out.

    The milder of the two never lengthens the stricter: no row says so. Where it ends later it takes over when the stricter is released.
    Of two alike the one that a further stage follows is what the order stands on.
    """
    if STRICTNESS[order.measure] > STRICTNESS[before.measure]:
        replace(before, order.because, by, at)
        order.later = longer(before.later, before, order.until_on)
        return True
    if order.measure == before.measure and order.until_on > before.until_on:
        retime(before, order, "extend", by, at)
    elif order.measure == before.measure and order.until_on == before.until_on and _stage(order) > _stage(before):
        before.verdict_id = order.verdict_id
        rows.amend([before], "verdict_id")
    elif (later := longer(before.later, order, before.until_on)) != before.later:
        before.later = later
        rows.amend([before], "later")
    return False


def _stage(order) -> int:
    """Days of the stage that follows by the row an order stands on."""
    return order.verdict.result.get("then_days") or 0


def longer(known, order, until_on) -> dict | None:
    """Of what is to take over later the one that holds longest: what is known already, or this order where it ends after a day."""
    if order.until_on <= until_on or (known and known["until_on"] >= order.until_on.isoformat()):
        return known
    return {"measure": order.measure, "verdict": str(order.verdict_id), "base_on": order.base_on.isoformat(), "days": order.days,
            "until_on": order.until_on.isoformat(), "test_days": order.test_days, "release": order.release}


def replace(before, because, by, at):
    """Close an order since another measure takes its place, to which `put` carries what is open."""
    replace_all({before: because}, by, at)


def replace_all(because, by, at):
    """Close orders, each with its cause, since other measures take their place."""
    for before in because:
        before.closed_at = at
    with transaction.atomic():
        advance(because, "replace", flow="order", by=by, at=at, because={o.pk: line for o, line in because.items()}, also=("closed_at",))
        lapse_checks(because, by=by, at=at)
        withdraw(because, by=by, at=at)


def retime(before, order, step, by, at):
    """Give an open order the days and the verdict of a newly decided one; a running order's turn gets its new due time."""
    retime_all([(before, order)], step, by, at)


def retime_all(pairs, step, by, at):
    """The same for many, (before, order) each."""
    with transaction.atomic():
        old = take_times(pairs, at)
        orders = [before for before, _order in pairs]
        advance(
            orders,
            step,
            flow="order",
            by=by,
            at=at,
            because={before.pk: order.because for before, order in pairs},
            also=TIMES,
            content=lambda o: {"until": o.until_on.isoformat(), "was": old[o.pk].isoformat()},
        )
        running = [order for order in orders if order.state == "running"]
        close_turns(running, by=by, at=at)
        open_turns("order", running, at=at)


def take_times(pairs, at) -> dict:
    """Set orders' days and verdicts to those of newly decided ones, (before, order) each, and keep their ends of before: those by id."""
    old = {before.pk: before.until_on for before, _order in pairs}
    for before, order in pairs:
        order.from_on = min(before.from_on, order.last_on)  # run since it was issued; corrected to an end before that, until then
        for name in TIMES:
            setattr(before, name, getattr(order, name))
    FormerEnd.objects.bulk_create([FormerEnd(order=before, until_on=old[before.pk], moved_at=at) for before, _order in pairs])
    return old


def _number(orders):
    """Serial numbers of the year of issue, without gaps or doubles."""
    if not orders:
        return
    rows.one_at_a_time(SERIALS)
    year = day_of(orders[0].issued_at).year
    last = Order.objects.filter(year=year).aggregate(top=Max("serial"))["top"] or 0
    for serial, order in enumerate(orders, last + 1):
        order.year, order.serial = year, serial


def put(orders, by, at, replaced=()):
    """Number, store and tell of orders, with minders, turns and first checks; what is open on one `replaced`, (before, order), goes on."""
    bring_home([order for _before, order in replaced])
    _number(orders)
    running = [o for o in orders if o.state != "over"]
    for order, minder in zip(running, minders_for(running, day_of(at)), strict=True):
        order.minder_id = minder
    rows.insert(orders)
    lines = journal.write(
        [
            line(
                "isolation.record_over" if o.state == "over" else "isolation.issue",
                kind="order",
                record=o.pk,
                by=by.id,
                at=at,
                unit=o.unit_id,
                subject=o.person_id,
                because=o.because,
                data={"measure": o.measure, "from": o.from_on.isoformat(), "until": o.until_on.isoformat()},
            )
            for o in orders
        ]
    )
    because = {told.record: told.id for told in lines}
    open_turns("order", running, at=at, because=because)
    plan_first_checks(running, at=at)
    carry(replaced, by, at)
    _refer([o for o in running if o.measure == REFER], because, by, at)
    return orders


def _refer(orders, because, by, at):
    """A fever at the door is an alarm at once."""
    alarms = [
        Alarm(id=uuid7(), order=o, person_id=o.person_id, unit_id=o.unit_id, kind="referral", raised_at=at, because=because[o.pk])
        for o in orders
    ]
    rows.insert(alarms)
    raise_alarms(alarms, by=by, at=at)
