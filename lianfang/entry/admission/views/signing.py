"""Signing in and out; one tap for the demo's accounts."""
from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from lianfang.ground.accounts import actions
from lianfang.ground.accounts.access import anybody, signed_in
from lianfang.ground.accounts.models import Account
from lianfang.ground.accounts.queries import demo_accounts
from lianfang.ground.days import now, today

from .. import doors, throttle
from ..forms import SignInForm


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignIn(LoginView):
    """Name and password, throttled by axes; `next` leads nowhere but to this site."""

    template_name = "admission/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form):
        """The password was right: in, or to what else must be shown."""
        throttle.was_right(self.request)
        return doors.arrive(self.request, form.get_user(), now(), self.get_success_url())

    def get_context_data(self, **context):
        """The demo's accounts, where there is a demo and one password is enough."""
        return super().get_context_data(sign_on=settings.SIGN_ON, demo=[] if settings.SECOND_FACTOR else demo_accounts(today()), **context)


sign_in = anybody(SignIn.as_view())


@anybody
@require_POST
def try_demo(request, account):
    """Into a demo account with one tap; no other account opens so, and none where a second factor is demanded."""
    if settings.SECOND_FACTOR:
        raise Http404
    found = get_object_or_404(Account, pk=account, is_demo=True, is_active=True)
    actions.sign_in(request=request, account=found, at=now())
    return redirect("home:home")


@signed_in
@require_POST
def sign_out(request):
    """End this session."""
    actions.sign_out(request=request, at=now())
    return redirect("accounts:sign_in")
