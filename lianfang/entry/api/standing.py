"""Whether a phone that is not signed in was shut out by somebody, or its session has only come to its end: a signed cookie remembers whose
phone it is, since an ended session tells nothing any more."""
from datetime import datetime

from django.conf import settings
from django.core import signing

from lianfang.ground.accounts.models import Account, Session
from lianfang.ground.accounts.scope import held
from lianfang.ground.accounts.sessions import digest
from lianfang.ground.days import day_of

COOKIE = "__Host-carrier" if settings.BEHIND_TLS else "carrier"
SALT = "api.carrier"


def give(request, answer):
    """Remember on the phone whose it is, by which password he signed in, and in which session until when."""
    told = [request.user.pk, request.user.get_session_auth_hash(), digest(request.session.session_key or ""),
            request.session.get_expiry_date().isoformat()]
    answer.set_cookie(COOKIE, signing.dumps(told, salt=SALT), max_age=settings.DEVICE_DAYS * 86400, httponly=True, samesite="Lax",
                      secure=settings.BEHIND_TLS)
    return answer


def is_shut_out(request, at) -> bool:
    """Whether somebody has taken from this phone what it had: the account, its password, its roles, or a session before its time."""
    try:
        account_id, password, session, until = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except (signing.BadSignature, ValueError):
        return False
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or account.get_session_auth_hash() != password or not held(account, day_of(at)):
        return True
    return at < datetime.fromisoformat(until) and not Session.objects.filter(session_key=session).exists()
