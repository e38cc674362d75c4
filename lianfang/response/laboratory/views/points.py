"""Sampling points: which are open, what is done there, the next tube."""
from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.diseases.queries import disease_word

from .. import actions
from ..forms import PointForm, TubeForm
from ..models import Recall, Session, Tube

NEWEST = 60


@may("record")
def points(request):
    """The open points, who is to be resampled, and what waits to be sent."""
    open_now = Session.objects.filter(closed_at=None).select_related("unit", "by").annotate(n=Count("tubes")).order_by("-opened_at")
    page = {"points": open_now[:NEWEST], "at": now(), "recalls": Recall.objects.filter(state="due").count(),
            "unsent": Tube.objects.filter(state="sealed").count(), "on_the_way": Tube.objects.filter(state="sent").count()}
    return render(request, "laboratory/points.html", page)


@may("record")
@require_http_methods(["GET", "POST"])
def open_session(request):
    """A point is opened."""
    form, pk = PointForm(request.POST or None, reach=request.reach), posted_id(request)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        try:
            made = actions.open_session(unit=Unit.objects.get(pk=found["unit"]), name=found["name"], disease=found["disease"],
                                        reason=found["reason"], id=pk, by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("laboratory:point", made.pk)
    return render(request, "laboratory/open_session.html", {"form": form, "id": pk}, status=422 if form.errors else 200)


@may("record")
@require_http_methods(["GET", "POST"])
def point(request, pk):
    """One point: the next tube, and those that were opened here."""
    one = get_object_or_404(Session.objects.select_related("unit", "by"), pk=pk)
    form = TubeForm(request.POST or None, session=one)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.open_tube(session=one, **form.cleaned_data, by=request.user, at=now())
        except Refused as refused:
            form.add_error("code", str(refused))
        else:
            return redirect("laboratory:tube", made.pk)
    tubes = Tube.objects.filter(session=one).order_by("-opened_at")[:NEWEST]
    page = {"one": one, "form": form, "tubes": tubes, "states": FLOWS["tube"].states, "disease": disease_word(one.disease, day_of(now()))}
    return render(request, "laboratory/point.html", page, status=422 if form.errors else 200)


@may("record")
@require_POST
def close_session(request, pk):
    """The point is closed."""
    one = get_object_or_404(Session, pk=pk)
    try:
        actions.close_session(session=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("laboratory:point", pk)
    messages.success(request, _("采样点收了。"))
    return redirect("laboratory:points")
