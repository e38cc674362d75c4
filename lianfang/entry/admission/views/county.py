"""Signing in by the county's own sign-on, and linking its subjects to accounts."""
import secrets

from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import anybody, may
from lianfang.ground.accounts.proofs.links import PROVIDER
from lianfang.ground.days import now

from .. import sign_on as county
from ..forms import Subject
from ..reach import account_or_404
from .accounts import back

WRONG = (OAuth2Error, RequestException, AttributeError, LookupError, TypeError, ValueError)  # however the other side answers


@anybody
@require_GET
def sign_on(request):
    """Away to the county's sign-on."""
    _there_is_one()
    try:
        return county.away(request, secrets.token_urlsafe(32), request.GET.get("next", ""))
    except WRONG:
        return county.failed(request)


@anybody
@require_GET
def sign_on_back(request):
    """Back from there with a code; whoever it was is asked for what else his role demands."""
    _there_is_one()
    try:
        return OAuth2CallbackView.adapter_view(county.Protocol(request, PROVIDER))(request)
    except WRONG:
        return county.failed(request)


def _there_is_one():
    if not settings.SIGN_ON:
        raise Http404


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
