"""Between the password and the session: a second factor, a known device, or a new slip; and what is said to whoever comes in."""
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.proofs import devices, factors
from lianfang.ground.days import SHANGHAI, day_of

from .needs import MUST_CHANGE, ORDER, most
from .passwords import days_to_warn, good_until

HALF_IN = "half_in"  # in the session of somebody whose password was right and whose second factor is awaited
DONE_BY_OTHERS = {
    "reset_factors": gettext_lazy("重置了您的第二道验证，并忘掉了您绑定的手机和电脑"),
    "end_sessions": gettext_lazy("让您的账号退出了登录"),
    "end_device": gettext_lazy("忘掉了您绑定的一台手机或电脑"),
    "renew_slip": gettext_lazy("给您的账号重发了登录条；不是您要的，请马上告诉上一级"),
    "unlock": gettext_lazy("给您的账号解了锁"),
    "shut": gettext_lazy("因为有人试错太多次，把您的登录关了一会儿"),
    "link": gettext_lazy("把您的账号和县里的统一登录连在了一起"),
    "unlink": gettext_lazy("把您的账号和县里的统一登录断开了"),
}


def arrive(request, account, at, there, *, by_password=True):
    """Whoever proved who he is by password or sign-on: in at once, or to the second factor, or away for a slip."""
    if factors.enrolled(account):
        request.session.cycle_key()  # a session that somebody planted in this browser is not the one that becomes half in
        request.session[HALF_IN] = {"account": account.pk, "hash": account.get_session_auth_hash(), "at": at.isoformat(), "there": there,
                                    "by_password": by_password}
        return redirect("accounts:prove")
    device = devices.known(request, account, at)
    if device is None and most(account, day_of(at)) != ORDER[0]:
        return render(request, "admission/second/unknown_device.html", status=403)
    return enter(request, account, at, there, strength="device" if device else "password", device=device, by_password=by_password)


def came_by_slip(request, device, at):
    """The slip was the proof: in at once, or to the second factor of somebody who has one."""
    if factors.enrolled(device.account):
        return arrive(request, device.account, at, resolve_url(settings.LOGIN_REDIRECT_URL))
    return enter(request, device.account, at, settings.LOGIN_REDIRECT_URL, strength="device", device=device)


def half_in(request, at) -> tuple[Account | None, str]:
    """Whose second factor this browser may show, and where he wanted to go; nobody after some minutes, or with another password."""
    kept = request.session.get(HALF_IN)
    if not kept or at - datetime.fromisoformat(kept["at"]) > timedelta(minutes=settings.HALF_IN_MINUTES):
        return None, ""
    account = Account.objects.filter(pk=kept["account"], is_active=True).first()
    return (account, kept["there"]) if account and account.get_session_auth_hash() == kept["hash"] else (None, "")


def enter(request, account, at, there, *, strength, device=None, by_password=True):
    """Begin the session; an old password must be changed first, and what others did is told."""
    by_password = (request.session.pop(HALF_IN, None) or {}).get("by_password", by_password)
    actions.sign_in(request=request, account=account, at=at, strength=strength, device=device or devices.known(request, account, at))
    until, left = good_until(account, at), days_to_warn(account, at)
    if by_password and until and until <= at:
        request.session[MUST_CHANGE] = True
    elif by_password and left is not None:
        messages.warning(request, ngettext("密码再过 %(n)d 天就要换了。", "密码再过 %(n)d 天就要换了。", left) % {"n": left})
    for notice in actions.read_notices(account=account, at=at):
        messages.warning(request, said(notice))
    return redirect(there)


def said(notice) -> str:
    """What somebody else did to this account, when."""
    what = DONE_BY_OTHERS.get(notice.verb, "")
    return _("%(at)s，%(who)s%(what)s。不是您要求的，请马上告诉他的上一级。") % {
        "at": f"{notice.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}", "who": notice.by.name, "what": what}
