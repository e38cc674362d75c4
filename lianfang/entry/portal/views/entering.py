"""What the person enters himself: today's check, and what he needs; the same actions as at his door."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from lianfang.ground.workflow import Refused
from lianfang.response.isolation.queries import own_check

from .. import actions, queries, visits
from ..forms import OwnCheck, OwnNeed


@visits.himself
def check(request, pk):
    """A half day's check; beside the minder's where he was faster. Opened by itself it leads to the page it stands on."""
    if (one := own_check(request.person.pk, pk, request.at)) is None:
        raise Http404
    form = OwnCheck(request.POST, auto_id=f"check-{pk.hex}-%s")
    if request.method != "POST":
        return redirect("portal:own")
    if form.is_valid():
        try:
            alarm = actions.record(check=one, at=request.at, **form.cleaned_data)
        except Refused as refused:
            form.add_error("temperature", str(refused))
        else:
            return done("alarm" if alarm else "check")
    return again(request, **{pk.hex: form})


@visits.himself
def need(request):
    """Something he lacks."""
    form = OwnNeed(request.POST)
    if request.method != "POST":
        return redirect("portal:own")
    if form.is_valid():
        try:
            actions.want(person=request.person, at=request.at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return done("need")
    return again(request, need=form)


def done(what):
    """Back to his page with a word; nothing of it lies in a cookie."""
    return redirect(f"{reverse('portal:own')}?done={what}")


def again(request, **forms):
    """His page with what is to be mended."""
    return render(request, "portal/own.html", queries.own_page(request.person, request.at, **forms), status=422)
