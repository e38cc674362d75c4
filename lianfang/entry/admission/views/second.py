"""The second factor: shown at the door, added, renewed and taken away by its owner."""
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import anybody, signed_in
from lianfang.ground.accounts.proofs import factors, tries
from lianfang.ground.accounts.sessions import STRENGTH
from lianfang.ground.days import now, today
from lianfang.ground.documents import qr_svg

from .. import doors, throttle
from ..forms import Passkey, PasswordAgain, TypeFactor
from ..needs import MUST_CHANGE, ORDER, most

SECRET = sensitive_post_parameters("code", "credential", "old")


@anybody
@SECRET
def prove(request):
    """After the right password: a code, a passkey, or a code from paper."""
    account, there = doors.half_in(request, now())
    if account is None:
        return redirect("accounts:sign_in")
    keys = throttle.second_keys(account)
    if until := tries.shut_until(keys, now()):
        return throttle.shut(request, until)
    form, has_passkey = TypeFactor(request.POST or None), factors.of(account, factors.PASSKEY).exists()
    if request.method == "POST" and form.is_valid():
        how, until = _tried(account, form.cleaned_data, keys)
        if how:
            return _through(request, account, there, how)
        if until:
            return throttle.shut(request, until)
        form.add_error("code", _("这个码不对，或已经用过：等手机上换了新的码再填。"))
    context = {"form": form, "has_passkey": has_passkey, "has_totp": factors.of(account, factors.TOTP).exists(),
               "options": factors.passkey_options(account, to_prove=True) if has_passkey else None}
    return render(request, "admission/second/prove.html", context, status=422 if form.errors else 200)


@transaction.atomic
def _tried(account, shown, keys):
    """Which factor was proved, if any; else until when to wait, if at all."""
    tries.one_at_a_time(keys)
    if until := tries.shut_until(keys, now()):
        return None, until
    how = _proved(account, shown, now())
    return how, None if how else throttle.failed(keys, now(), account)


def _proved(account, shown, at) -> str | None:
    """Which factor was proved, if any."""
    if not shown["credential"]:
        return factors.prove_code(account, shown["code"], at)
    try:
        return factors.prove_passkey(account, shown["credential"], at).type
    except factors.NotProved:
        return None


def _through(request, account, there, how):
    tries.forgive(throttle.second_keys(account))
    answer = doors.enter(request, account, now(), there, strength="second")
    if how == factors.CODES:
        left = {"n": factors.codes_left(account)}
        messages.warning(request, _("用掉了一个纸上的备用码，还剩 %(n)d 个。手机找不回来的话，请加一个新的验证方式。") % left)
    return answer


@signed_in
def strengthen(request):
    """Where somebody is sent whose session has not proved enough for what he asked: he reads what is missing."""
    return redirect("accounts:change_password" if request.session.get(MUST_CHANGE) else "accounts:second")


@signed_in
def second(request):
    """One's own second factors."""
    if not _may_add(request):
        return render(request, "admission/second/unknown_device.html", status=403)
    found = list(factors.of(request.user))
    return render(request, "admission/second/second.html", {
        "factors": found, "has_totp": any(row.type == factors.TOTP for row in found), "left": factors.codes_left(request.user),
        "form": PasswordAgain(account=request.user), "is_withheld": bool(request.withheld)})


def _demanded(request) -> bool:
    return most(request.user, today()) == ORDER[-1]


def _may_add(request) -> bool:
    """A first factor needs a known device or a fresh slip, where one is demanded; a further one needs that the others were shown."""
    strength = request.session.get(STRENGTH, ORDER[0])
    return strength == ORDER[-1] or (not factors.enrolled(request.user)
                                     and (strength != ORDER[0] or most(request.user, today()) == ORDER[0]))


def _adding(view):
    """Only for those who may add one now."""
    def guarded(request):
        return view(request) if _may_add(request) else redirect("accounts:second")

    return signed_in(SECRET(guarded))


@_adding
def add_totp(request):
    """An authenticator app: the mark is scanned or its secret typed, and the first code shows that it took."""
    secret, form = factors.pending_secret(request), TypeFactor(request.POST or None)
    form.fields["code"].widget.attrs.pop("autofocus")  # the mark above it comes first
    if request.method == "POST" and form.is_valid():
        step = factors.step_of(secret, form.cleaned_data["code"], now())
        if step is not None:
            return _added(request, actions.add_totp(request=request, secret=secret, step=step, at=now()))
        form.add_error("code", _("这个码不对。请看手机的时间是不是自动的，再填一次最新的码。"))
    context = {"form": form, "mark": qr_svg(factors.otpauth(request.user, secret)),
               "parts": [secret[at:at + 4] for at in range(0, len(secret), 4)]}
    return render(request, "admission/second/totp.html", context, status=422 if form.errors else 200)


@_adding
def add_passkey(request):
    """A passkey of this device, or a key on a string."""
    form = Passkey(request.POST or None, initial={"name": _("这台设备")})
    if request.method == "POST" and form.is_valid():
        try:
            credential = factors.made_passkey(form.cleaned_data["credential"])
            return _added(request, actions.add_passkey(request=request, name=form.cleaned_data["name"], credential=credential, at=now()))
        except factors.NotProved:
            form.add_error(None, _("没有成：这台设备没有给出通行密钥，请再按一次。"))
    context = {"form": form, "options": factors.passkey_options(request.user)}
    return render(request, "admission/second/passkey.html", context, status=422 if form.errors else 200)


def _added(request, codes):
    messages.success(request, _("加好了。以后登录，填完密码还要用它。"))
    return _codes(request, codes) if codes else redirect("accounts:second")


def _codes(request, codes):
    """Shown once: they lie sealed, and this page is kept nowhere."""
    return render(request, "admission/second/codes.html", {"codes": [f"{code[:4]} {code[4:]}" for code in codes]})


@signed_in
@SECRET
@require_POST
def renew_codes(request):
    """New codes for paper, after the password once more."""
    form = PasswordAgain(request.POST, account=request.user)
    if not (factors.enrolled(request.user) and _may_add(request) and form.is_valid()):
        return _refused(request, form)
    return _codes(request, actions.renew_codes(account=request.user, at=now()))


@signed_in
@SECRET
@require_POST
def remove_factor(request, factor):
    """One factor goes, after the password once more."""
    found, form = get_object_or_404(factors.of(request.user), pk=factor), PasswordAgain(request.POST, account=request.user)
    if not (_may_add(request) and form.is_valid()):
        return _refused(request, form)
    try:
        actions.remove_factor(factor=found, by=request.user, at=now(), is_demanded=_demanded(request))
        messages.success(request, _("去掉了，登录时不再用它。"))
    except PermissionDenied as refused:
        messages.error(request, str(refused))
    return redirect("accounts:second")


def _refused(request, form):
    messages.error(request, " ".join(form.errors.get("old", [_("没有改动。")])))
    return redirect("accounts:second")
