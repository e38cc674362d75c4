"""Second factors: an authenticator's code, a passkey, codes on paper. allauth keeps them; here they are proved, each code once."""
import json
from base64 import b64decode, b64encode
from hmac import compare_digest

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.core.exceptions import ValidationError
from django.db import transaction

from ...vault import open_bytes, seal_bytes
from ..models import FactorSecret

TOTP, PASSKEY, CODES = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, Authenticator.Type.RECOVERY_CODES
PENDING, PURPOSE = "totp", "accounts.pending_factor"
USED = "used"  # the last time step whose code was taken: allauth remembers it in a cache, which two servers do not share


class NotProved(Exception):
    """What was shown is no proof."""


def of(account, *kinds):
    """The factors of an account, oldest first; codes on paper are none, unless asked for."""
    return Authenticator.objects.filter(user=account, type__in=kinds or (TOTP, PASSKEY)).order_by("pk")


def enrolled(account) -> bool:
    """Whether the account has a second factor."""
    return of(account).exists()


def pending_secret(request) -> str:
    """The secret this session is about to enrol: the same while the page is looked at again, sealed where the session lies."""
    if kept := request.session.get(PENDING):
        return open_bytes(PURPOSE, b64decode(kept)).decode()
    secret = generate_totp_secret()
    request.session[PENDING] = b64encode(seal_bytes(PURPOSE, secret.encode())).decode()
    return secret


def otpauth(account, secret) -> str:
    """What the mark on the page says to an authenticator app."""
    return get_adapter().build_totp_url(account, secret)


def step_of(secret, code, at) -> int | None:
    """The time step whose code this is, a step early or late included; None for a wrong code."""
    typed = "".join(sign for sign in code if sign.isdecimal())
    now = int(at.timestamp()) // app_settings.TOTP_PERIOD
    for step in range(now - app_settings.TOTP_TOLERANCE, now + app_settings.TOTP_TOLERANCE + 1):
        if compare_digest(f"{hotp_value(secret, step):0{app_settings.TOTP_DIGITS}}".encode(), typed.encode()):
            return step
    return None


def prove_code(account, code, at) -> str | None:
    """Take an authenticator's code or one on paper, once; which of the two it was, None when it is neither."""
    with transaction.atomic():
        row = of(account, TOTP).select_for_update().first()
        step = step_of(decrypt(row.data["secret"]), code, at) if row else None
        if step is not None:
            if step <= row.data.get(USED, 0):
                return None
            row.data[USED], row.last_used_at = step, at
            row.save(update_fields=["data", "last_used_at"])
            return TOTP.value
        paper = of(account, CODES).first()
        if paper and RecoveryCodes(paper).validate_code(code):
            Authenticator.objects.filter(pk=paper.pk).update(last_used_at=at)
            return CODES.value
    return None


def codes_left(account) -> int:
    """How many codes on paper are not used yet."""
    row = of(account, CODES).first()
    return len(RecoveryCodes(row).get_unused_codes()) if row else 0


def forget(rows):
    """Delete factors with their secrets."""
    found = list(rows)
    FactorSecret.objects.filter(pk__in=[int(row.data[name]) for row in found for name in ("secret", "seed") if name in row.data]).delete()
    Authenticator.objects.filter(pk__in=[row.pk for row in found]).delete()


def passkey_options(account=None, *, to_prove=False) -> dict:
    """What the browser is asked to make, or to prove; the challenge stays in the session."""
    from allauth.mfa.webauthn.internal import auth

    return auth.begin_authentication(account) if to_prove else auth.begin_registration(account, passwordless=False)


def made_passkey(credential: str) -> dict:
    """The answer of a browser that made a passkey, checked against the challenge."""
    from allauth.mfa.webauthn.internal import auth

    return _checked(credential, lambda read: auth.complete_registration(auth.parse_registration_response(read)) and read)


def prove_passkey(account, credential: str, at) -> Authenticator:
    """The passkey that answered the challenge."""
    from allauth.mfa.webauthn.internal import auth

    row = _checked(credential, lambda read: auth.complete_authentication(account, auth.parse_authentication_response(read)))
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=at)
    return row


def _checked(credential, check):
    from cryptography.exceptions import InvalidSignature

    try:
        return check(json.loads(credential))
    except (ValidationError, InvalidSignature, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError,
            ValueError) as wrong:
        raise NotProved from wrong
