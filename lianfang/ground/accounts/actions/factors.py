"""Adding, renewing and taking away second factors; giving back what was lost is somebody else's act."""
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from ...journal import actions as journal
from ..models import Account, Session
from ..proofs import factors, tries
from ..proofs.adapter import secrets_of
from ..sessions import STRENGTH, digest
from ..staffing import place_within
from .telling import told, warned


def add_totp(*, request, secret, step, at) -> list[str]:
    """An authenticator app, whose code of a time step was seen, for this session's holder; returns the codes for paper, if new."""
    def made(account):
        factors.forget(factors.of(account, factors.TOTP))
        row = TOTP.activate(account, secret).instance
        row.data[factors.USED] = step
        row.save(update_fields=["data"])

    return _added(request, made, factors.TOTP, at)


def add_passkey(*, request, name, credential, at) -> list[str]:
    """A passkey for this session's holder; returns the codes for paper, if new."""
    from allauth.mfa.webauthn.internal.auth import WebAuthn  # a quarter of the start's time: only where somebody has one

    return _added(request, lambda account: WebAuthn.add(account, name[:40], credential), factors.PASSKEY, at)


def _added(request, made, kind, at):
    account = request.user
    request.session.pop(factors.PENDING, None)
    with transaction.atomic(), secrets_of(account):
        Account.objects.select_for_update().get(pk=account.pk)
        made(account)
        fresh = [] if factors.of(account, factors.CODES).exists() else RecoveryCodes.activate(account).generate_codes()
        request.session.cycle_key()
        request.session[STRENGTH] = "second"
        request.session.save()
        Session.objects.filter(account=account).exclude(session_key=digest(request.session.session_key)).delete()
        journal.write([told("add_factor", account.pk, by=account, at=at, factor=kind.value)])
    return fresh


def renew_codes(*, account, at) -> list[str]:
    """New codes for paper; the old ones open nothing any more."""
    with transaction.atomic(), secrets_of(account):
        Account.objects.select_for_update().get(pk=account.pk)
        factors.forget(factors.of(account, factors.CODES))
        fresh = RecoveryCodes.activate(account).generate_codes()
        journal.write([told("renew_codes", account.pk, by=account, at=at)])
    return fresh


def remove_factor(*, factor: Authenticator, by, at, is_demanded):
    """Take one of one's own away; the last one stays where a role demands one."""
    if factor.user_id != by.pk:
        raise PermissionDenied
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=by.pk)
        is_last = not factors.of(by).exclude(pk=factor.pk).exists()
        if is_last and is_demanded:
            raise PermissionDenied(_("您的职责要有第二道验证：先加一个新的，再去掉这一个。"))
        factors.forget([factor, *(factors.of(by, factors.CODES) if is_last else [])])
        journal.write([told("remove_factor", by.pk, by=by, at=at, factor=factor.type)])


def reset_factors(*, account, by, at, because=None):
    """Somebody lost them: factors, known devices and sessions go, so that only a new slip opens the door; the owner is told."""
    unit = _unit_of(account, by, at)
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        factors.forget(factors.of(account, factors.TOTP, factors.PASSKEY, factors.CODES))
        account.devices.all().delete()
        Session.objects.filter(account=account).delete()
        warned(account, "reset_factors", by=by, at=at)
        journal.write([told("reset_factors", account.pk, by=by, at=at, because=because, unit=unit)])


def unlock(*, account, by, at, because=None):
    """Whoever mistyped too often may try again at once."""
    unit = _unit_of(account, by, at)
    with transaction.atomic():
        tries.forgive(tries.keys_of(account))
        warned(account, "unlock", by=by, at=at)
        journal.write([told("unlock", account.pk, by=by, at=at, because=because, unit=unit)])


def _unit_of(account, by, at):
    """Where the account of somebody else stands; nobody opens his own door again."""
    return place_within(account, by, at, allowed=lambda staffing, places: account.pk != by.pk and staffing.may_readmit(places))
