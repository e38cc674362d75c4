"""Back-off at the door: after a few failures each further one doubles the wait, for the code everywhere and for the address."""
from datetime import timedelta

from axes.helpers import get_client_ip_address
from django.db import transaction

from lianfang.ground.documents.codes import signs_of
from lianfang.ground.vault import blind

from .models import Tries

FREE = {"code": 5, "address": 30}  # mobile networks put a whole town behind one address
LONGEST = {"code": timedelta(hours=4), "address": timedelta(minutes=15)}
FIRST = timedelta(minutes=1)
FORGOTTEN = timedelta(days=1)


def keys(request, code) -> dict[str, str]:
    """What failures are counted under: digests of the code, however it was typed, and of the address."""
    return {"code": blind("portal.code", signs_of(code)), "address": blind("portal.address", get_client_ip_address(request) or "")}


def must_wait(request, code, at) -> bool:
    """Whether this code or this address was tried too often to be heard now."""
    return Tries.objects.filter(pk__in=keys(request, code).values(), wait_until__gt=at).exists()


def count_failure(request, code, at):
    """One more failure of the code and of the address; a day of quiet wipes the slate."""
    with transaction.atomic():
        Tries.objects.filter(last_at__lt=at - FORGOTTEN).delete()
        for kind, key in keys(request, code).items():
            Tries.objects.get_or_create(pk=key, defaults={"wait_until": at, "last_at": at})
            tries = Tries.objects.select_for_update().get(pk=key)
            tries.failures, tries.last_at = tries.failures + 1, at
            tries.wait_until = at + wait_after(kind, tries.failures)
            tries.save()


def wait_after(kind, failures) -> timedelta:
    """None for the free ones; then a minute, two, four, up to the longest."""
    over = failures - FREE[kind]
    return min(FIRST * 2 ** min(over, 20), LONGEST[kind]) if over >= 0 else timedelta()


def forgive(request, code):
    """Who came in owes nothing for the code; the address goes on counting."""
    Tries.objects.filter(pk=keys(request, code)["code"]).delete()
