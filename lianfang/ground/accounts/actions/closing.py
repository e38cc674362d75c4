"""Shutting an account out, letting it in again, ending its sessions and forgetting its devices."""
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from ...journal import actions as journal
from ..models import Account, Device, Session
from ..staffing import Staffing, place_within
from .telling import told, warned


def deactivate(*, account, by, at, because=None):
    """Shut an account out: no sign-in, no session, no slip; its records stay. Nobody shuts himself out."""
    unit = place_within(account, by, at, allowed=Staffing.may_close)
    if account.pk == by.pk:
        raise PermissionDenied(_("不能停用自己的账号，请找上一级办。"))
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=False)
        account.slips.usable(at).update(expires_at=at)
        Session.objects.filter(account=account).delete()
        account.devices.all().delete()
        journal.write([told("deactivate", account.pk, by=by, at=at, unit=unit, because=because)])


def reactivate(*, account, by, at, because=None):
    """Let an account in again, with the password it had."""
    unit = place_within(account, by, at, allowed=Staffing.may_close)
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=True)
        journal.write([told("reactivate", account.pk, by=by, at=at, unit=unit, because=because)])


def end_sessions(*, account, by, at, but="") -> int:
    """Sign an account out everywhere (but in the session of that digest); returns how many sessions ended."""
    unit = _unit_of(account, by, at)
    with transaction.atomic():
        ended, _rows = Session.objects.filter(account=account).exclude(session_key=but).delete()
        warned(account, "end_sessions", by=by, at=at)
        journal.write([told("end_sessions", account.pk, by=by, at=at, unit=unit, sessions=ended)])
    return ended


def end_session(*, session, by, at):
    """Sign one browser out: one's own, or that of somebody one may shut out."""
    unit = _unit_of(session.account, by, at)
    with transaction.atomic():
        Session.objects.filter(pk=session.pk).delete()
        warned(session.account, "end_sessions", by=by, at=at)
        journal.write([told("end_sessions", session.account_id, by=by, at=at, unit=unit, sessions=1)])


def end_device(*, device, by, at):
    """A browser is known no more, and whoever is signed in there is out: one's own, or that of somebody one may shut out."""
    unit = _unit_of(device.account, by, at)
    with transaction.atomic():
        Session.objects.filter(device=device.pk).delete()
        Device.objects.filter(pk=device.pk).delete()
        warned(device.account, "end_device", by=by, at=at)
        journal.write([told("end_device", device.account_id, by=by, at=at, unit=unit)])


def _unit_of(account, by, at):
    return None if account.pk == by.pk else place_within(account, by, at, allowed=Staffing.may_close)
