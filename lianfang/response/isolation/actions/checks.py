"""Morning and evening checks: planned ahead for each day, recorded at the door, alarming when the table says so."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import check_due, planned_from
from ..models import HALVES, SYMPTOMS, Alarm, Check, Order

CHUNK = 300
MANUAL = "manual_review"


@dataclass(slots=True)
class Reading:
    """What was seen at the door: degrees Celsius, which of the symptoms, and a note."""

    check: Check
    temperature: float
    symptoms: list = field(default_factory=list)
    note: str = ""


def plan_checks(*, on, by, at) -> int:
    """Generate a day's checks for every order that runs then and has none; in chunks, harmless to repeat. Returns how many."""
    made = 0
    with everything():
        lacking = list(
            Order.objects.active()
            .filter(from_on__lte=on, until_on__gt=on)
            .exclude(checks__on=on)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        for start in range(0, len(lacking), CHUNK):
            with transaction.atomic():
                orders = list(Order.objects.select_for_update().active().filter(pk__in=lacking[start : start + CHUNK]))
                found = _plan(orders, on, at)
                if found:
                    journal.write(
                        [
                            line(
                                "isolation.plan_checks",
                                kind="day",
                                record=None,
                                by=by.id,
                                at=at,
                                data={"on": on.isoformat(), "checks": len(found)},
                            )
                        ]
                    )
                made += len(found)
    return made


def plan_first_checks(orders, *, at):
    """A new order's checks of today that are still to come, and tomorrow's when those are planned already."""
    today = day_of(at)
    _plan([o for o in orders if o.from_on <= today < o.until_on], today, at)
    if at >= planned_from(today):
        tomorrow = today + timedelta(days=1)
        _plan([o for o in orders if o.from_on <= tomorrow < o.until_on], tomorrow, at)


def _plan(orders, on, at):
    dues = {half: check_due(on, half) for half in HALVES}
    checks = [
        Check(
            id=uuid7(),
            order=o,
            person_id=o.person_id,
            unit_id=o.unit_id,
            minder_id=o.minder_id,
            on=on,
            half=half,
            due=due,
            made_at=at,
            because=o.because,
        )
        for o in orders
        for half, due in dues.items()
        if due > at
    ]
    rows.insert(checks)
    open_turns("check", checks, at=at)
    return checks


def record_checks(*, readings, by, at):
    """Record checks that are due; a reading that alarms by the fever table opens an alarm in the same transaction. Returns the checks."""
    readings = list(readings)
    for reading in readings:
        check = reading.check
        outcome = outcome_of(reading)
        if outcome == MANUAL:
            raise Refused(_("体温{temperature}不像量出来的，请重新测量再填").format(temperature=reading.temperature))
        check.temperature, check.symptoms, check.note = reading.temperature, "|".join(reading.symptoms), reading.note
        check.recorded_at, check.is_alarming = at, outcome == "alarm"
    checks = [r.check for r in readings]
    with transaction.atomic():
        lines = advance(
            checks,
            "record_check",
            flow="check",
            by=by,
            at=at,
            content=lambda c: {"half": c.half, "on": c.on.isoformat()},
            also=("temperature", "symptoms", "note", "recorded_at", "is_alarming"),
        )
        alarming = [(c, told) for c, told in zip(checks, lines, strict=True) if c.is_alarming]
        if alarming:
            _alarm(alarming, by, at)
    return checks


def outcome_of(reading) -> str:
    """normal, alarm or manual_review, by the fever table of the check's day."""
    facts = {"temperature": reading.temperature, **{symptom: symptom in reading.symptoms for symptom in SYMPTOMS}}
    return decisions.decide("fever", facts, on=reading.check.on).result["outcome"]


def _alarm(alarming, by, at):
    alarms = [
        Alarm(
            id=uuid7(),
            order_id=c.order_id,
            person_id=c.person_id,
            unit_id=c.unit_id,
            kind="check",
            temperature=c.temperature,
            symptoms=c.symptoms,
            raised_at=at,
            because=told.id,
        )
        for c, told in alarming
    ]
    rows.insert(alarms)
    raise_alarms(alarms, by=by, at=at)


def raise_alarms(alarms, *, by, at):
    """Tell of alarms and give somebody the turn within the hour."""
    lines = advance(alarms, "raise_alarm", flow="alarm", by=by, at=at)
    open_turns("alarm", alarms, at=at, because={told.record: told.id for told in lines})


def lapse_checks(orders, *, by, at):
    """Checks still open when an order ends are no longer needed."""
    open_ones = list(Check.objects.filter(order__in=[o.pk for o in orders], state="due"))
    for check in open_ones:
        check.lapsed_at = at
    if open_ones:
        advance(open_ones, "lapse_check", flow="check", by=by, at=at, also=("lapsed_at",))
