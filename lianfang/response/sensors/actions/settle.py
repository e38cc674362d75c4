"""Every minute: openings that a record explains by now, devices that have gone silent, numbers that nobody could use again."""
from datetime import timedelta

from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything

from ..clocks import terms
from ..models import Alert, Binding, Event, Nonce
from .alerts import explain, raise_alert
from .take import expected_by

FORGET = 2  # times the clock's tolerance: a stamp is taken that far to either side


@everything()
def settle(*, at) -> tuple[int, int]:
    """How many openings are explained since, how many devices fell silent."""
    limit = terms(at)
    Nonce.objects.filter(at__lt=at - FORGET * timedelta(minutes=limit["skew"])).delete()
    doors = Alert.objects.filter(kind="opened", closed_at=None).values_list("binding", flat=True)
    explained = sum(_explained(pk, limit, at) for pk in list(doors))
    quiet = Binding.objects.filter(unbound_at=None, seen_at__lt=at - timedelta(minutes=limit["silent"]))
    silent = quiet.exclude(looks__in=Alert.objects.filter(kind="silent", closed_at=None))
    return explained, sum(_silent(pk, limit, at) for pk in list(silent.values_list("pk", flat=True)))


@transaction.atomic
def _explained(pk, limit, at) -> bool:
    binding = Binding.objects.select_for_update(of=("self",)).get(pk=pk)
    alert = Alert.objects.filter(binding=binding, kind="opened", closed_at=None).first()
    if alert is None:
        return False
    waiting = list(Event.objects.filter(binding=binding, kind="opened", expected="", at__gte=alert.first_at, at__lte=alert.last_at))
    known = {one: expected_by(binding, one.at, limit) for one in waiting}
    known = {one: why for one, why in known.items() if why in ("visit", "leave")}
    for one, why in known.items():
        one.expected = why
    rows.amend(list(known), "expected")
    binding.unexpected -= len(known)
    rows.amend([binding], "unexpected")
    if len(known) < len(waiting):
        return False
    explain(alert, at)
    return True


@transaction.atomic
def _silent(pk, limit, at) -> bool:
    binding = Binding.objects.select_for_update(of=("self",)).get(pk=pk)
    if binding.unbound_at or binding.seen_at >= at - timedelta(minutes=limit["silent"]):
        return False
    raise_alert(binding, "silent", binding.seen_at, at)
    rows.amend([binding], "alerts")
    return True
