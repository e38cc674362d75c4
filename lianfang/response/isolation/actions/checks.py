"""Morning and evening checks recorded at the door: from when they open, alarming when the table says so, with what is needed there."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.dateformat import format
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import check_opens
from ..models import HALVES, SYMPTOMS, Alarm, Check
from .needs import ask_all, need_of

MANUAL = "manual_review"


@dataclass(slots=True)
class Reading:
    """What was found at the door: degrees Celsius (None: not measured, the check stays due), which of the symptoms, a note, and a need."""

    check: Check
    temperature: float | None
    symptoms: list = field(default_factory=list)
    note: str = ""
    need: str = ""
    wish: str = ""


def record_checks(*, readings, by, at):
    """Record checks that are due and have opened; a reading that alarms by the fever table opens an alarm, a need becomes a turn.

    All in one transaction. Returns the checks that were recorded.
    """
    readings = list(readings)
    measured = [reading for reading in readings if reading.temperature is not None]
    for reading in measured:
        _take(reading, at)
    checks = [reading.check for reading in measured]
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
        told = {one.record: one.id for one in lines}
        if alarming := [c for c in checks if c.is_alarming]:
            _alarm(alarming, told, by, at)
        if wanting := [reading for reading in readings if reading.need]:
            ask_all([need_of(r.check, r.need, r.wish, at, told.get(r.check.pk)) for r in wanting], by=by, at=at)
    return checks


def _take(reading, at):
    """Put a reading into its check, which must have opened; what is no body temperature is measured again."""
    check = reading.check
    if at < (opens := check_opens(check.on, check.half)):
        raise Refused(_("{half}要到 {opens} 才能填").format(half=HALVES[check.half], opens=format(opens, _("n月j日 H:i"))))
    outcome = outcome_of(reading)
    if outcome == MANUAL:
        raise Refused(_("体温{temperature}不像量出来的，请重新测量再填").format(temperature=reading.temperature))
    check.temperature, check.symptoms, check.note = reading.temperature, "|".join(reading.symptoms), reading.note
    check.recorded_at, check.is_alarming = at, outcome == "alarm"


def outcome_of(reading) -> str:
    """normal, alarm or manual_review, by the fever table of the check's day."""
    facts = {"temperature": reading.temperature, **{symptom: symptom in reading.symptoms for symptom in SYMPTOMS}}
    return decisions.decide("fever", facts, on=reading.check.on).result["outcome"]


def _alarm(alarming, told, by, at):
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
            because=told[c.pk],
        )
        for c in alarming
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
