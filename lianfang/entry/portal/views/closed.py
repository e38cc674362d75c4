"""What is shut now and until when, for anybody; an application for a wedding, a funeral, a meeting, answered in this browser only."""
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from lianfang.entry.admission.throttle import failed
from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, queries, throttle
from ..forms import EventForm

COOKIE = "__Host-event" if settings.BEHIND_TLS else "event"
AFTER = timedelta(days=7)  # so long after its day the answer can still be read


@anybody
@require_safe
def now_closed(request):
    """The orders in force and about to begin; the lines that are stopped."""
    at = now()
    return render(request, "portal/open/closed/now.html", queries.closed_now(at) | {"at": at, "help_phone": settings.HELP_PHONE})


@anybody
@sensitive_post_parameters()
def apply(request):
    """The form; each application counts for its address, and after many of them there is a wait."""
    form, at = EventForm(request.POST or None), now()
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                return _applied(request, form.cleaned_data, at)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"form": form, "is_over": "over" in request.GET, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/open/closed/apply.html", page, status=422 if form.errors else 200)


def _applied(request, said, at):
    keys = throttle.entry_keys(request)
    tries.one_at_a_time(keys)
    if tries.shut_until(keys, at):
        return render(request, "portal/entry/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
    made = actions.apply_event(said=said, at=at)
    failed(keys, at)
    answer = redirect("closed:mine")
    answer.set_cookie(COOKIE, queries.event_code(made), expires=made.ends_at + AFTER, httponly=True, samesite="Lax",
                      secure=settings.BEHIND_TLS)
    return answer


@anybody
@require_safe
def mine(request):
    """What became of it, and why; without his name: others stand beside him."""
    found = queries.event_shown(request.COOKIES.get(COOKIE, ""), now())
    if found is None:
        return redirect(reverse("closed:apply") + ("?over" if COOKIE in request.COOKIES else ""))
    return render(request, "portal/open/closed/mine.html", found | {"help_phone": settings.HELP_PHONE})


@anybody
@require_POST
def withdraw(request):
    """He wants it no more; only the browser that applied can."""
    actions.withdraw_event(code=request.COOKIES.get(COOKIE, ""), at=now())
    return redirect("closed:mine")
