"""Morning and evening checks recorded at the door: from when they open, alarming when the table says so, with what is needed there."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.dateformat import format
from django.utils.translation import gettext as _

from lianfang.ground import decisions, rows
from lianfang.ground.ids import uuid7
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns

from ..clocks import check_opens
from ..models import HALVES, SYMPTOMS, Alarm, Check, SecondReading
from ..queries.own import not_again
from .needs import ask_all, need_of

MANUAL = "manual_review"


@dataclass(slots=True)
class Reading:
    """What was found at the door: degrees Celsius (None: not measured, the check stays due), which of the symptoms, a note, a need;
    whether the person himself says so; when it was measured, where that was earlier than it came."""

    check: Check
    temperature: float | None
    symptoms: list = field(default_factory=list)
    note: str = ""
    need: str = ""
    wish: str = ""
    is_own: bool = False
    at: datetime | None = None

    def told(self) -> dict:
        """What a line says of it beside its half day."""
        return {"at": self.at.isoformat()} if self.at else {}


def record_checks(*, readings, by, at):
    """Record checks that are due and have opened; a reading that alarms by the fever table opens an alarm, a need becomes a turn.

    All in one transaction. Returns the checks that were recorded.
    """
    readings = list(readings)
    measured = [reading for reading in readings if reading.temperature is not None]
    for reading in measured:
        _take(reading, at)
    checks = [reading.check for reading in measured]
    more = {reading.check.pk: reading.told() for reading in measured}
    with transaction.atomic():
        lines = advance(
            checks,
            "record_check",
            flow="check",
            by=by,
            at=at,
            content=lambda c: {"half": c.half, "on": c.on.isoformat(), **more[c.pk]},
            also=("temperature", "symptoms", "note", "recorded_at", "is_alarming", "is_own"),
        )
        told = {one.record: one.id for one in lines}
        if alarming := [c for c in checks if c.is_alarming]:
            _alarm(alarming, told, by, at)
        if wanting := [reading for reading in readings if reading.need]:
            ask_all([need_of(r.check, r.need, r.wish, at, told.get(r.check.pk)) for r in wanting], by=by, at=at)
    return checks


def read_again(*, reading, by, at) -> SecondReading:
    """Keep a second reading beside the one of a check that is done; fever or a symptom in it alarms as in the first.

    Raises Refused when its order has ended, or it was too long ago, or this side (the person, or those who watch him) has done so already.
    """
    check = reading.check
    if says := not_again(check, reading.at or at):
        raise Refused(says)
    outcome = _measured(reading, at)
    again = SecondReading(id=uuid7(), first=check, person_id=check.person_id, unit_id=check.unit_id, temperature=reading.temperature,
                          symptoms="|".join(reading.symptoms), is_alarming=outcome == "alarm", is_own=reading.is_own, recorded_at=at)
    try:
        with transaction.atomic():
            content = {"half": check.half, "on": check.on.isoformat(), **reading.told()}
            [told] = advance([check], "read_again", flow="check", by=by, at=at, content=lambda c: content)
            again.because = told.id
            rows.insert([again])
            if again.is_alarming:
                _alarm([again], {again.pk: told.id}, by, at)
    except IntegrityError:
        raise Refused(_("这一次检查已经再量过一次，都记下了；不舒服请马上打求助电话。")) from None
    return again


def _take(reading, at):
    """Put a reading into its check, which must have opened; what is no body temperature is measured again."""
    outcome, check = _measured(reading, at), reading.check
    check.temperature, check.symptoms, check.note = reading.temperature, "|".join(reading.symptoms), reading.note
    check.recorded_at, check.is_alarming, check.is_own = at, outcome == "alarm", reading.is_own


def _measured(reading, at) -> str:
    """What the fever table says of a reading; Refused before its check opens, and for what is no body temperature."""
    check = reading.check
    if (reading.at or at) < (opens := check_opens(check.on, check.half)):
        raise Refused(_("{half}要到 {opens} 才能填").format(half=HALVES[check.half], opens=format(opens, _("n月j日 H:i"))))
    outcome = outcome_of(reading)
    if outcome == MANUAL:
        raise Refused(_("体温{temperature}不像量出来的，请重新测量再填").format(temperature=reading.temperature))
    return outcome


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
