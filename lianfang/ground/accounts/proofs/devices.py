"""A browser that is known: it holds a long random token in a cookie no script reads, the table holds only a digest of it."""
import secrets
from datetime import timedelta

from django.conf import settings

from ...vault import blind
from ..models import Device
from .address import place_of

COOKIE = "__Host-device" if settings.BEHIND_TLS else "device"
AGENT = 200  # signs kept of what a browser calls itself


def digest(token: str) -> str:
    """What stands in the table for a token; '' for none, and nothing has that digest."""
    return blind("accounts.device", token) if token else ""


def shown(request) -> str:
    """The digest of the token this browser shows."""
    return digest(request.COOKIES.get(COOKIE, ""))


def known(request, account, at) -> Device | None:
    """This browser, if it was enrolled for this account not too long ago."""
    found = Device.objects.filter(account=account, digest=shown(request), enrolled_at__gt=at - timedelta(days=settings.DEVICE_DAYS))
    return found.first() if shown(request) else None


def enrol(request, account, at) -> tuple[Device, str]:
    """Make this browser a device of the account; whoever else it is known for goes on under the new token. Returns device and token."""
    token = secrets.token_urlsafe(32)
    if before := shown(request):
        Device.objects.filter(digest=before, account=account).delete()
        Device.objects.filter(digest=before).update(digest=digest(token))
    device = Device.objects.create(account=account, digest=digest(token), agent=agent(request), place=place_of(request), enrolled_at=at,
                                   seen_at=at)
    return device, token


def hand_over(answer, token):
    """Put the token into the browser; it may stay as long as the device is good for."""
    answer.set_cookie(COOKIE, token, max_age=settings.DEVICE_DAYS * 86400, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return answer


def agent(request) -> str:
    """What the browser calls itself."""
    return request.headers.get("User-Agent", "")[:AGENT]
