"""Positions of places from a list: first what would come of it, then they are written."""
from django.shortcuts import render
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may

from .. import actions
from ..forms.positions import PositionsForm
from .asking import asked, trail_to, unit_in_reach, who_and_when

SHOWN_FAULTS = 50


@may("manage")
def positions(request, pk):
    """Where villages, compounds and buildings below a unit lie."""
    unit = unit_in_reach(request, pk)
    form = PositionsForm(request.POST or None, request.FILES or None)

    def act(**said):
        actions.set_positions(unit=unit, **said, **who_and_when(request))

    if request.method == "POST" and "save" not in request.POST and form.is_valid():
        said = form.cleaned_data
        found = actions.set_positions(unit=unit, **said, dry_run=True, **who_and_when(request))
        text = "\n".join(f"{one.place}, {one.latitude}, {one.longitude}" for one in said["entries"])
        return render(request, "territory/positions.html", {
            "unit": unit, "form": PositionsForm(initial={"text": text, "source": said["source"]}), "found": found,
            "faults": found.faults[:SHOWN_FAULTS], "trail": trail_to(request, unit, own=True)})
    return asked(request, unit, form, act, title=_("填坐标"), said=_("坐标已记下。"), button=_("记下"), template="territory/positions.html")
