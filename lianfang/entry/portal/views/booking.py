"""Somebody who wishes to be tested: which times are left, his place as a code on his own phone, and giving it back."""
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
from lianfang.ground.documents import qr_svg
from lianfang.ground.workflow import Refused

from .. import actions, queries, throttle
from ..forms import BookForm

COOKIE = "__Host-book" if settings.BEHIND_TLS else "book"


@anybody
@sensitive_post_parameters()
def times(request):
    """The times that can be booked, and the form; each booking counts for its address, and after many of them there is a wait."""
    at = now()
    slots = queries.times_left(at)
    form = BookForm(request.POST or None, slots=slots)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                return _booked(request, form, at)
        except Refused as refused:
            form.add_error(None, str(refused))
    page = {"form": form, "slots": slots, "is_over": "over" in request.GET, "help_phone": settings.HELP_PHONE}
    return render(request, "portal/open/booking/times.html", page, status=422 if form.errors else 200)


def _booked(request, form, at):
    keys = throttle.entry_keys(request)
    tries.one_at_a_time(keys)
    if tries.shut_until(keys, at):
        return render(request, "portal/entry/wait.html", {"help_phone": settings.HELP_PHONE}, status=429)
    made = actions.book_test(slot=form.cleaned_data["slot"], said=form.wish(), at=at)
    failed(keys, at)
    answer = redirect(reverse("booking:mine") + ("?again" if made.made_at != at else ""))
    answer.set_cookie(COOKIE, queries.booking_code(made), expires=made.ends_at, httponly=True, samesite="Lax", secure=settings.BEHIND_TLS)
    return answer


@anybody
@require_safe
def mine(request):
    """His place with its code, without his name: others stand beside him."""
    found = queries.booking_shown(request.COOKIES.get(COOKIE, ""))
    if found is None:
        return redirect(reverse("booking:times") + ("?over" if COOKIE in request.COOKIES else ""))
    return render(request, "portal/open/booking/mine.html", found | {
        "mark": qr_svg(found["code"]), "help_phone": settings.HELP_PHONE, "is_again": "again" in request.GET})


@anybody
@require_POST
def cancel(request):
    """He gives his place back; only the browser that booked it can."""
    actions.cancel_test(code=request.COOKIES.get(COOKIE, ""), at=now())
    answer = redirect("booking:times")
    answer.delete_cookie(COOKIE, samesite="Lax")
    return answer
