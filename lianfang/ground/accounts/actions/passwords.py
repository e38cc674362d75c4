"""Signing in and out, choosing a password, and the browser that becomes known with a slip."""
from datetime import timedelta

from django.conf import settings
from django.contrib import auth
from django.db import transaction

from ...journal import actions as journal
from ..models import Account, Device, Session, Slip
from ..proofs import devices, tries
from ..proofs.address import place_of
from ..sessions import AGENT, BEGAN, DEVICE, PLACE, STRENGTH, digest
from .telling import told

BACKEND = "lianfang.ground.accounts.sessions.AccountBackend"


def sign_in(*, request, account, at, strength="password", device=None):
    """Begin a session under a new key, as strong as what was proved; it ends after its hours, however busy it is."""
    auth.login(request, account, backend=BACKEND)
    request.session.update({BEGAN: at.isoformat(), AGENT: devices.agent(request), PLACE: place_of(request), STRENGTH: strength})
    request.session.set_expiry(at + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    if device is not None:
        request.session[DEVICE] = device.pk
    with transaction.atomic():
        if device is not None:
            Device.objects.filter(pk=device.pk).update(seen_at=at, place=place_of(request), agent=devices.agent(request))
        journal.write([told("sign_in", account.pk, by=account, at=at, strength=strength)])


def sign_out(*, request, at):
    """End this session."""
    account = request.user
    auth.logout(request)
    if account.is_authenticated:
        with transaction.atomic():
            journal.write([told("sign_out", account.pk, by=account, at=at)])


def change_password(*, request, password, at):
    """Set the password that this session's holder chose; the session gets a new key, all others end."""
    account = request.user
    account.set_password(password)  # slow by design, so before the transaction
    with transaction.atomic():
        account.password_at = at
        account.save(update_fields=["password", "password_at"])
        auth.update_session_auth_hash(request, account)
        Session.objects.filter(account=account).exclude(session_key=digest(request.session.session_key)).delete()
        journal.write([told("change_password", account.pk, by=account, at=at)])


def use_slip(*, request, slip, password, at) -> tuple[Device, str] | None:
    """Take the slip, once: set the password its holder chose and make this browser known; device and token, None when it is over."""
    account = slip.account
    is_same = account.check_password(password)  # slow by design, as is the next: so before the transaction
    account.set_password(password)
    with transaction.atomic():
        if not Account.objects.select_for_update().filter(pk=account.pk, is_active=True).exists():
            return None
        if not Slip.objects.usable(at).filter(pk=slip.pk).update(used_at=at):  # no join: who waited for it must look again
            return None
        Account.objects.filter(pk=account.pk).update(password=account.password, password_at=account.password_at if is_same else at)
        Session.objects.filter(account=account).delete()
        tries.forgive(tries.keys_of(account))
        found = devices.enrol(request, account, at)
        journal.write([told("use_slip", account.pk, by=account, at=at), told("enrol_device", account.pk, by=account, at=at)])
    return found
