"""Temperatures of a whole floor, one line a person: for whoever walks a corridor with a thermometer."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import AgainForm
from ..models import HALVES


class FloorForm(AgainForm):
    """A temperature and the symptoms; who was not measured stays open."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["temperature"].required = False


@may("record")
def floor(request, pk, number):
    """Fill what is due on a floor of a building; what is wrong in one line leaves the others as they were typed."""
    at = now()
    building = get_object_or_404(Unit.objects.filter(path__under=request.reach, level="building"), pk=pk)
    waiting = queries.checks_on_floor(building.pk, number, at)
    forms = [(one, FloorForm(request.POST or None, prefix=one.pk.hex)) for one in waiting]
    sound = [form.is_valid() for _one, form in forms]
    if request.method == "POST" and all(sound):
        readings = [actions.Reading(one, form.cleaned_data["temperature"], form.cleaned_data["symptoms"])
                    for one, form in forms if form.cleaned_data["temperature"] is not None]
        try:
            done = actions.record_checks(readings=readings, by=request.user, at=at)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("记下了 {n} 人，还有 {left} 人没量。").format(n=len(done), left=len(waiting) - len(done)))
            return redirect("isolation:floor", pk, number)
    page = {"building": building, "number": number, "forms": forms, "at": at, "half": HALVES[waiting[0].half] if waiting else ""}
    return render(request, "isolation/floor.html", page, status=422 if any(form.errors for _one, form in forms) else 200)
