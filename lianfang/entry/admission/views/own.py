"""What everybody may do with the own account: change the password, see and end the own sessions and devices."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import signed_in
from lianfang.ground.accounts.proofs import devices, factors
from lianfang.ground.accounts.sessions import digest
from lianfang.ground.days import now

from .. import doors
from ..devices import device_lines, session_lines
from ..forms import ChangePassword
from ..needs import MUST_CHANGE
from ..passwords import good_until

SHOWN = 5  # of what others did


@signed_in
@sensitive_post_parameters()
def change_password(request):
    """The old password, then a new one twice; all other sessions end."""
    form = ChangePassword(request.POST or None, account=request.user)
    if request.method == "POST" and form.is_valid():
        request.session.pop(MUST_CHANGE, None)
        actions.change_password(request=request, password=form.cleaned_data["password"], at=now())
        messages.success(request, _("密码换好了，别处的登录都已退出。"))
        return redirect("accounts:sessions")
    context = {"form": form, "is_over": request.session.get(MUST_CHANGE, False)}
    return render(request, "admission/change_password.html", context, status=422 if form.errors else 200)


@signed_in
def sessions(request):
    """One's own account: where it is signed in, which devices are known, how it is guarded, what others did to it."""
    account, at = request.user, now()
    here = digest(request.session.session_key)
    return render(request, "admission/sessions.html", {
        "sessions": session_lines(account, at, here), "devices": device_lines(account, devices.shown(request)),
        "factors": factors.of(account).count(), "left": factors.codes_left(account), "password_until": good_until(account, at),
        "notices": [doors.said(notice) for notice in account.notices.select_related("by").order_by("-at")[:SHOWN]]})


@signed_in
@require_POST
def end_session(request, session):
    """Sign one browser out."""
    found = get_object_or_404(request.user.sessions, pk=session)
    actions.end_session(session=found, by=request.user, at=now())
    return redirect("accounts:sessions")


@signed_in
@require_POST
def end_device(request, device):
    """One device is known no more."""
    found = get_object_or_404(request.user.devices, pk=device)
    actions.end_device(device=found, by=request.user, at=now())
    return redirect("accounts:sessions")


@signed_in
@require_POST
def end_others(request):
    """Sign out everywhere but here."""
    ended = actions.end_sessions(account=request.user, by=request.user, at=now(), but=digest(request.session.session_key))
    messages.success(request, ngettext("已退出 %(n)d 处登录。", "已退出 %(n)d 处登录。", ended) % {"n": ended})
    return redirect("accounts:sessions")
