"""What a device tells is taken in: once, in its order, only of the door it is at; an opening that no record explains is somebody's turn."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7

from ..clocks import terms
from ..models import Alert, Binding, Event, Nonce
from ..queries.asking import has_leave, was_visited
from .alerts import explain, raise_alert


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a device tells: what, when, and how full its battery is, where it says so."""

    kind: str
    at: datetime
    battery: int | None = None


class Unheard(Exception):
    """At no door, or the same number again: answered like a stranger."""


class TooMany(Exception):
    """More often in a minute than the table takes."""


@everything()
def take_events(*, device, nonce, events, at) -> int:
    """Take what a device has told (`Told`); returns how many were kept: what is from before it was put up is nobody's business.

    Not written to the journal event by event, for the journal forgets nothing, and these go when the order is over.
    """
    limit = terms(at)
    with transaction.atomic():
        binding = Binding.objects.select_for_update(of=("self",)).select_related("unit").filter(device=device, unbound_at=None).first()
        if binding is None:
            raise Unheard
        if Nonce.objects.filter(device=device, at__gt=at - timedelta(minutes=1)).count() >= limit["a_minute"]:
            raise TooMany
        try:
            with transaction.atomic():
                Nonce.objects.create(device=device, nonce=nonce, at=at)
        except IntegrityError:
            raise Unheard from None
        oldest = max(binding.bound_at, at - timedelta(minutes=limit["late"]))
        kept = [one for one in sorted(events, key=lambda one: one.at) if one.at >= oldest]
        for one in kept:
            _take(binding, one, limit, at)
        binding.seen_at = at
        rows.amend([binding], "seen_at", "battery", "openings", "unexpected", "alerts")
        for silent in Alert.objects.filter(binding=binding, kind="silent", closed_at=None):
            explain(silent, at)
    return len(kept)


def _take(binding, told, limit, at):
    if told.battery is not None:
        binding.battery = told.battery
    if told.kind == "heartbeat":
        return
    expected = expected_by(binding, told.at, limit) if told.kind == "opened" else ""
    rows.insert([Event(id=uuid7(), binding=binding, kind=told.kind, at=told.at, received_at=at, expected=expected)])
    if told.kind == "opened":
        binding.openings += 1
        if not expected:
            binding.unexpected += 1
            since = told.at - timedelta(minutes=limit["repeat_minutes"])
            lately = Event.objects.filter(binding=binding, kind="opened", expected="", at__gt=since, at__lte=told.at).count()
            raise_alert(binding, "opened", told.at, at, repeats=lately >= limit["repeat_times"])
    elif told.kind in ("tampered", "low_battery"):
        raise_alert(binding, told.kind, told.at, at)


def expected_by(binding, on, limit) -> str:
    """By which record an opening needs nobody to look: "visit" somebody called there, "leave" he was let out, "quiet" the same opening as
    just before; "" where none says so."""
    before, after = timedelta(minutes=limit["visit_before"]), timedelta(minutes=limit["visit_after"])
    if was_visited(binding.unit_id, on - after, on + before):
        return "visit"
    if has_leave(binding.person_id, on):
        return "leave"
    just = Event.objects.filter(binding=binding, kind="opened", at__gt=on - timedelta(minutes=limit["quiet"]), at__lte=on)
    return "quiet" if just.exclude(expected="quiet").exists() else ""
