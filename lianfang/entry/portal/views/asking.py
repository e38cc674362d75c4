"""What the person asks to be looked at again: a record to be corrected, his measure appealed against; and taking either back."""
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lianfang.ground.days import day_of
from lianfang.ground.sheets.uploads import takes_photo
from lianfang.ground.workflow import Refused
from lianfang.response.redress.queries import own_appeal, own_claim, term_days
from lianfang.response.sensors.queries import own_door

from .. import actions, queries, visits
from ..forms import OwnAppeal, OwnClaim
from .entering import done


@takes_photo
@visits.himself
def correct(request):
    """A record that is wrong."""
    return _asked(request, OwnClaim, "portal/correct.html", actions.claim, "claim")


@takes_photo
@visits.himself
def appeal(request):
    """His measure is wrong."""
    page = queries.standing_now(request.person, request.at)
    if page is None:
        raise Http404
    return _asked(request, OwnAppeal, "portal/appeal.html", actions.appeal, "appeal", standing=page, days=term_days(day_of(request.at)))


def _asked(request, form_class, template, act, said, **page):
    form = form_class(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(person=request.person, channel="self", by=None, at=request.at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return done(said)
    context = queries.frame(request.person, request.at) | page | {"form": form}
    return render(request, template, context, status=422 if form.errors else 200)


@visits.himself
@require_POST
def withdraw(request, pk):
    """He takes his appeal or his correction back."""
    one = own_appeal(request.person.pk, pk) or own_claim(request.person.pk, pk)
    if one is None:
        raise Http404
    try:
        actions.take_back(record=one, at=request.at)
    except Refused:
        return redirect("portal:own")
    return done("withdrawn")


@visits.himself
@require_POST
def withdraw_consent(request, pk):
    """He agrees no more to the sensor at his door."""
    door = own_door(request.person.pk, pk)
    if door is None:
        raise Http404
    try:
        actions.withdraw_consent(door=door, at=request.at)
    except Refused:
        return redirect("portal:own")
    return done("sensor")
