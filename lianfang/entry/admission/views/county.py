"""Signing in by the county's own sign-on, and linking its subjects to accounts."""
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import anybody, may
from lianfang.ground.days import now

from ..forms import Subject
from ..reach import account_or_404
from .accounts import back


@anybody
@require_GET
def sign_on(request):
    """Away to the county's sign-on."""
    return _county().away(request, request.GET.get("next", ""))


@anybody
@require_GET
def sign_on_back(request):
    """Back from there with a code; whoever it was is asked for what else his role demands."""
    return _county().back(request)


def _county():
    """The sign-on; its libraries take a quarter of a second to import, so only where a county has one."""
    if not settings.SIGN_ON:
        raise Http404
    from .. import sign_on

    return sign_on


@may("staff")
@require_POST
def link(request, account):
    """This subject opens this account."""
    found, form = account_or_404(request, account), Subject(request.POST)
    try:
        if form.is_valid():
            actions.link(account=found, subject=form.cleaned_data["subject"], by=request.user, at=now())
            return back(request, found, _("连上了，本人可以用统一登录进来。"))
        said = " ".join(form.errors["subject"])
    except ValidationError as wrong:
        said = wrong.messages[0]
    messages.error(request, said)
    return back(request, found)


@may("staff")
@require_POST
def unlink(request, account):
    """It opens it no more."""
    found = account_or_404(request, account)
    actions.unlink(account=found, by=request.user, at=now())
    return back(request, found, _("断开了，正在用的也已退出。"))
