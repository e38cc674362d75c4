"""Somebody about to come: what he says of himself, and the code he shows at the gate; only the browser that declared it shows it."""
from django.conf import settings
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from lianfang.entry.admission.throttle import failed
from lianfang.ground.accounts.access import anybody
from lianfang.ground.accounts.proofs import tries
from lianfang.ground.days import now
from lianfang.ground.documents import qr_svg
from lianfang.ground.workflow import Refused
from lianfang.response.checkpoints import actions, queries

from .. import throttle
from ..forms import EntryForm

COOKIE = "__Host-entry" if settings.BEHIND_TLS else "entry"


@anybody
@sensitive_post_parameters()
def declare(request):
    """The form; each declaration counts for its address, and after many of them there is a wait."""
    form, at = EntryForm(request.POST or None), now()
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                return _declared(request, form.cleaned_data, at)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = queries.entry_terms(at) | {"form": form, "is_over": "over" in request.GET, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/entry/declare.html", page, status=422 if form.errors else 200)


def _declared(request, said, at):
    keys = throttle.entry_keys(request)
    tries.one_at_a_time(keys)
    if tries.shut_until(keys, at):
        return render(request, "portal/entry/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
    slip = actions.declare_entry(said=said, at=at)
    failed(keys, at)
    return _carrying(redirect("entry:code"), slip)


def _carrying(answer, slip):
    """The code goes into a cookie of this browser and ends with the day; it stands in no address."""
    answer.set_cookie(COOKIE, queries.entry_code(slip), expires=slip.ends_at, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return answer


@anybody
@require_safe
def code(request):
    """His code as a mark and as signs, without his name: others stand beside him."""
    kept = request.COOKIES.get(COOKIE, "")
    found = queries.entry_shown(kept, now())
    if found is None:
        return redirect(reverse("entry:declare") + ("?over" if kept else ""))
    return render(request, "portal/entry/code.html", found | {"mark": qr_svg(found["code"])})
