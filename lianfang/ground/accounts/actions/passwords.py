"""Signing in and out, and choosing a password."""
from datetime import timedelta

from django.conf import settings
from django.contrib import auth
from django.db import transaction

from ...journal import actions as journal
from ..models import Account, Session, Slip
from ..sessions import AGENT, BEGAN, digest
from .telling import told

BACKEND = "lianfang.ground.accounts.sessions.AccountBackend"


def sign_in(*, request, account, at):
    """Begin a session under a new key; it ends after its hours, however busy it is."""
    auth.login(request, account, backend=BACKEND)
    request.session[BEGAN], request.session[AGENT] = at.isoformat(), request.headers.get("User-Agent", "")[:200]
    request.session.set_expiry(at + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    with transaction.atomic():
        journal.write([told("sign_in", account.pk, by=account, at=at)])


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
        account.save(update_fields=["password"])
        auth.update_session_auth_hash(request, account)
        Session.objects.filter(account=account).exclude(session_key=digest(request.session.session_key)).delete()
        journal.write([told("change_password", account.pk, by=account, at=at)])


def use_slip(*, slip, password, at) -> bool:
    """Take the slip, once, and set the password its holder chose; False when somebody was faster or it is over."""
    account = slip.account
    account.set_password(password)  # slow by design, so before the transaction
    with transaction.atomic():
        if not Slip.objects.usable(at).filter(pk=slip.pk, account__is_active=True).update(used_at=at):
            return False
        Account.objects.filter(pk=account.pk).update(password=account.password)
        Session.objects.filter(account=account).delete()
        journal.write([told("use_slip", account.pk, by=account, at=at)])
    return True
