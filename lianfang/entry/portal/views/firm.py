"""A firm's own page: by its code and the end of its credit code to the list of whom it sent: fit, not fit, awaited, nothing else."""
from datetime import datetime, timedelta
from functools import wraps

from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from lianfang.entry.admission.throttle import failed
from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.accounts.sessions import SessionStore
from lianfang.ground.days import now

from .. import actions, queries, throttle
from ..forms import CheckForm, FirmDoor

COOKIE = "__Host-firm" if settings.BEHIND_TLS else "firm"


@anybody
@sensitive_post_parameters()
def enter(request):
    """The door: a wrong code and a wrong end get the same answer, and after a few of them a longer and longer wait."""
    form = FirmDoor(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            return _knock(request, form, now())
    return _door(request, form)


def _door(request, form):
    page = {"form": form, "is_over": "over" in request.GET, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/open/firm/door.html", page, status=422 if form.errors else 200)


def _knock(request, form, at):
    keys = throttle.keys(request, form.cleaned_data["code"])
    tries.one_at_a_time(keys)
    if tries.shut_until(keys, at):
        return render(request, "portal/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
    firm = actions.enter_firm(code=form.cleaned_data["code"], tail=form.cleaned_data["tail"], at=at)
    if firm is None:
        failed(keys, at)
        form.add_error(None, _("编码和信用代码对不上。请照预约单再填一遍；还是不行，打求助电话。"))
        return _door(request, form)
    tries.forgive([throttle.code_key(form.cleaned_data["code"])])
    visit = SessionStore()
    visit.update({"firm": str(firm.pk), "began": at.isoformat()})
    visit.set_expiry(settings.PORTAL_MINUTES * 60)
    visit.create()
    answer = redirect("firm:workers")
    answer.set_cookie(COOKIE, visit.session_key, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return answer


def itself(view):
    """Open to the one firm of this visit; all others go to its door."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        kept, at = SessionStore(request.COOKIES.get(COOKIE, "")).load(), now()
        firm = queries.firm_of(kept["firm"]) if "firm" in kept else None
        if firm is None:
            return redirect(reverse("firm:enter") + ("?over" if COOKIE in request.COOKIES else ""))
        answer = view(request, firm, *args, **kwargs)
        left = datetime.fromisoformat(kept["began"]) + timedelta(minutes=settings.PORTAL_MINUTES) - at
        answer.headers["Refresh"] = f"{int(left.total_seconds()) + 1};url={reverse('firm:workers')}"
        return answer

    return anybody(guarded)


@itself
@require_safe
def workers(request, firm):
    """Its lists, the newest first."""
    at = now()
    page = {"firm": firm, "lists": queries.firm_lists(firm), "at": at, "closed": queries.firm_closed(firm, at),
            "help_phone": settings.HELP_PHONE}
    return render(request, "portal/open/firm/workers.html", page)


@anybody
@require_POST
def leave(request):
    """The way out."""
    if key := request.COOKIES.get(COOKIE):
        SessionStore(key).delete()
    answer = redirect("firm:enter")
    answer.delete_cookie(COOKIE, samesite="Lax")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@anybody
@sensitive_post_parameters()
def check_pass(request):
    """Whether a pass that somebody shows is genuine and holds: by its code; each try counts, and after many of them there is a wait."""
    form, found, at = CheckForm(request.POST or None), None, now()
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            keys = throttle.keys(request, form.cleaned_data["code"])
            tries.one_at_a_time(keys)
            if tries.shut_until(keys, at):
                return render(request, "portal/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
            found = queries.pass_shown(form.cleaned_data["code"], at)
            if found is None:
                failed(keys, at)
                form.add_error("code", _("没有这张证明。请对照纸上的核验码再输一遍；还是没有，就是假的。"))
    page = {"form": form, "found": found, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/open/firm/pass.html", page, status=422 if form.errors else 200)
