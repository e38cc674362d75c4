"""Throttling of sign-in: too many failures for one name, or from one address, and the door stays shut for a while."""
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off, get_failure_limit
from axes.models import AccessAttempt
from django.contrib.auth.signals import user_login_failed
from django.db.models import Sum
from django.utils import timezone

from ..vault import blind

SPRAY = 100  # failures from one address under any names: a county's office shares one, a guesser needs many more
SLIP = {"username": "slip:"}  # wrong slip codes count under a name nobody can have


def typed_login(request, credentials=None) -> str:
    """What failures are counted under: a digest of the name as typed, for people type phone numbers and even passwords there."""
    typed = (credentials or {}).get("username") or request.POST.get("username") or ""
    return blind("accounts.typed", typed.strip().lower()[:150])


class Handler(AxesDatabaseHandler):
    """Counts failures per name and address, and per address alone."""

    def get_failures(self, request, credentials=None):
        """The failures that count: of this name, or enough of this address."""
        since = timezone.now() - get_cool_off(request)
        here = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gt=since)
        if (here.aggregate(n=Sum("failures_since_start"))["n"] or 0) >= SPRAY:
            return get_failure_limit(request, credentials)
        return super().get_failures(request, credentials)


def may_try_slip(request) -> bool:
    """Whether this address may try another slip code."""
    return AxesProxyHandler.is_allowed(request, SLIP)


def count_wrong_slip(request):
    """A code that opens nothing was tried."""
    user_login_failed.send(sender=__name__, credentials=SLIP, request=request)
