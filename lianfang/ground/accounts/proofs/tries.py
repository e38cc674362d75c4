"""Failed tries at the door, counted under digests: after a few free ones each further failure doubles the wait."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from ... import rows
from ...vault import blinds
from ..models import Tries

LOCK = 73 << 32  # with a key's beginning an advisory lock on PostgreSQL
LARGEST = 30  # doublings: by then every limit is reached


@dataclass(frozen=True)
class Limits:
    """How many failures are free, the first wait, the longest, and how long failures are remembered."""

    free: int
    first: timedelta
    longest: timedelta
    forgotten: timedelta

    def wait_after(self, failures) -> timedelta:
        """None for the free ones; then the first wait, doubled by each further failure, up to the longest."""
        over = failures - self.free
        return min(self.first * 2 ** min(over, LARGEST), self.longest) if over >= 0 else timedelta()


@dataclass(frozen=True)
class Taken:
    """A try that was counted in advance: under which key, the how manieth, until when one had to wait before it, and has to after it."""

    key: str
    failures: int
    wait_before: datetime
    wait_until: datetime


def key(kind: str, *parts) -> str:
    """What failures of a kind are counted under; tells nothing of whom, and with the index key's end nobody can guess at it."""
    return blinds(f"accounts.tries.{kind}", "\n".join(map(str, parts)))[0]


def typed_key(typed: str) -> str:
    """The key of a name as it was typed: people type phone numbers and even passwords there."""
    return key("account", typed.strip().lower()[:150])


def keys_of(account) -> list[str]:
    """All keys under which an account may be shut: login and phone as typed, known devices, second factor, password asked once more."""
    typed = [account.login, *([account.phone.open()] if account.phone else [])]
    devices = account.devices.values_list("pk", flat=True)
    return [*map(typed_key, typed), *(key("device", pk) for pk in devices), key("second", account.pk), key("again", account.pk)]


def one_at_a_time(keys):
    """Many tries at once under the first of these keys are looked at one after the other, each after the one before was counted."""
    rows.one_at_a_time(LOCK | int(next(iter(keys))[:8], 16))


def shut_until(keys, at) -> datetime | None:
    """Until when one of these must wait; None where all may try."""
    return Tries.objects.filter(pk__in=list(keys), wait_until__gt=at).order_by("-wait_until").values_list("wait_until", flat=True).first()


def fail(limits: dict[str, Limits], at):
    """One more failure under each key; what was quiet for long enough begins anew."""
    with transaction.atomic():
        for one, limit in sorted(limits.items()):
            _count(_locked(one, at), limit, at)


def take(limits: dict[str, Limits], at) -> tuple[datetime | None, list[Taken]]:
    """Count a try under each key before it is looked at, unless one of them must wait: of many at once no more are looked at than of as
    many one after another. Until when to wait, if at all; and what was counted, to be given back where the try was right."""
    with transaction.atomic():
        found = [_locked(one, at) for one in sorted(limits)]
        until = max(tries.wait_until for tries in found)
        if until > at:
            return until, []
        before = [tries.wait_until for tries in found]
        for tries in found:
            _count(tries, limits[tries.pk], at)
    return None, [Taken(tries.pk, tries.failures, was, tries.wait_until) for tries, was in zip(found, before, strict=True)]


def give_back(taken):
    """The try was right, and is no failure."""
    with transaction.atomic():
        for one in taken:
            mine = Tries.objects.filter(pk=one.key)
            if not mine.filter(failures=one.failures).update(failures=one.failures - 1, wait_until=one.wait_before):
                mine.filter(failures__gt=0).update(failures=F("failures") - 1)
        Tries.objects.filter(pk__in=[one.key for one in taken], failures=0).delete()


def _locked(one, at) -> Tries:
    return Tries.objects.select_for_update().get_or_create(pk=one, defaults={"wait_until": at, "last_at": at})[0]


def _count(tries, limit, at):
    tries.failures = 1 if tries.last_at < at - limit.forgotten else tries.failures + 1
    tries.last_at, tries.wait_until = at, at + limit.wait_after(tries.failures)
    tries.save()


def forgive(keys):
    """Who came in owes nothing under these keys."""
    Tries.objects.filter(pk__in=list(keys)).delete()
