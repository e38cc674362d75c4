"""Somebody of another unit: found by a whole number, for a reason and in words, and seen for some minutes."""
from datetime import timedelta

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import Refused
from lianfang.registers.people.queries import reason_word

from .. import actions, queries
from ..forms import AcrossForm


@may("break_glass")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def across(request):
    """The form; whoever is found is opened on a page of its own, whose address tells nothing of the number."""
    at = now()
    form = AcrossForm(request.POST or None, on=day_of(at))
    if request.method == "POST" and form.is_valid():
        try:
            found = actions.break_glass(by=request.user, at=at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            if found:
                return redirect("discretion:window", found.pk)
            form.add_error(None, _("没有这个号码的人。这一次也记下了。"))
    return render(request, "discretion/across.html", {"form": form}, status=422 if form.errors else 200)


@may("break_glass")
@require_http_methods(["GET", "POST"])
def window(request, pk):
    """What one may see until the minutes are over: each press is written down; afterwards nothing."""
    glimpse, at, opened = queries.own_glimpse(pk, request.user), now(), None
    if glimpse is None:
        raise Http404(pk)
    is_open = glimpse.is_open(at)
    if request.method == "POST" and is_open:
        opened = actions.open_across(glimpse=glimpse, by=request.user, at=at)
    minutes = -((at - glimpse.until_at) // timedelta(minutes=1)) if is_open else 0
    context = {"glimpse": glimpse, "opened": opened, "is_open": is_open, "minutes": minutes, "reason": reason_word(glimpse.reason)}
    return render(request, "discretion/window.html", context, status=200 if is_open else 410)
