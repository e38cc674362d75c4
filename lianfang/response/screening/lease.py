"""Who is importing a roster: a lease that runs out, and is free at once when its process is dead."""
import os
import secrets
import socket
from datetime import timedelta

from django.db.models import F, Q

from .models import UNFINISHED, Import

LASTS = timedelta(minutes=5)
HOST = socket.gethostname()


class Overtaken(Exception):
    """Somebody else goes on with this import."""


def take(roster, at) -> str | None:
    """A fresh lease on an unfinished import, or None when a living process holds it."""
    held = Import.objects.filter(pk=roster.pk, state__in=UNFINISHED)
    if not _is_orphan(roster.lease):
        held = held.filter(Q(lease="") | Q(leased_until__lte=at))
    lease = f"{HOST}:{os.getpid()}:{secrets.token_hex(6)}"
    return lease if held.filter(lease=roster.lease).update(lease=lease, leased_until=at + LASTS) else None


def hold(roster, at, **changes):
    """Write on the import, and stay its holder; raises Overtaken when that is somebody else by now."""
    mine = Import.objects.filter(pk=roster.pk, lease=roster.lease, next_row=roster.next_row)
    if not mine.update(leased_until=at + LASTS, **changes):
        raise Overtaken(str(roster.pk))


def counted(**more):
    """Changes that add to counters."""
    return {name: F(name) + value for name, value in more.items() if value}


def _is_orphan(lease: str) -> bool:
    """Whether its process ran on this machine and is gone; or is this one, which has begun it and lost hold of it."""
    host, _, rest = lease.partition(":")
    if host != HOST or not rest:
        return False
    process = int(rest.split(":")[0])
    if process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
