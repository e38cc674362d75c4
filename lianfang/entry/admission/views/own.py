"""What everybody may do with the own account: change the password, see and end the own sessions."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import signed_in
from lianfang.ground.accounts.queries import sessions_of
from lianfang.ground.accounts.sessions import digest
from lianfang.ground.days import now

from ..devices import device
from ..forms import ChangePassword


@signed_in
@sensitive_post_parameters()
def change_password(request):
    """The old password, then a new one twice; all other sessions end."""
    form = ChangePassword(request.POST or None, account=request.user)
    if request.method == "POST" and form.is_valid():
        actions.change_password(request=request, password=form.cleaned_data["password"], at=now())
        messages.success(request, _("密码换好了，别处的登录都已退出。"))
        return redirect("accounts:sessions")
    return render(request, "admission/change_password.html", {"form": form}, status=422 if form.errors else 200)


@signed_in
def sessions(request):
    """Where this account is signed in."""
    here = digest(request.session.session_key)
    found = [{"row": row, "device": device(row.agent), "is_here": row.pk == here} for row in sessions_of(request.user, now())]
    return render(request, "admission/sessions.html", {"sessions": found})


@signed_in
@require_POST
def end_session(request, session):
    """Sign one browser out."""
    found = get_object_or_404(request.user.sessions, pk=session)
    actions.end_session(session=found, by=request.user, at=now())
    return redirect("accounts:sessions")


@signed_in
@require_POST
def end_others(request):
    """Sign out everywhere but here."""
    ended = actions.end_sessions(account=request.user, by=request.user, at=now(), but=digest(request.session.session_key))
    messages.success(request, ngettext("已退出 %(n)d 处登录。", "已退出 %(n)d 处登录。", ended) % {"n": ended})
    return redirect("accounts:sessions")
