"""Positions of places from a list: first what would come of it, then they are written."""
from dataclasses import replace

from django.shortcuts import render
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.units.models import Unit

from .. import actions, queries
from ..actions.positions import CALLED
from ..forms.positions import PositionsForm
from ..positions import metres
from .asking import asked, trail_to, unit_in_reach, who_and_when

SHOWN = 50


@may("manage")
def positions(request, pk):
    """Where villages, compounds and buildings below a unit lie."""
    unit = unit_in_reach(request, pk)
    form = PositionsForm(request.POST or None, request.FILES or None)

    def act(**said):
        actions.set_positions(unit=unit, **said, **who_and_when(request))

    if request.method == "POST" and "save" not in request.POST and form.is_valid():
        said = form.cleaned_data
        rows = [replace(one, row=n) for n, one in enumerate(said["entries"], 1)]  # by the lines of the box they are now in
        found = actions.set_positions(unit=unit, entries=rows, source=said["source"], dry_run=True, **who_and_when(request))
        return render(request, "territory/positions.html", {
            "unit": unit, "form": PositionsForm.again(rows, said["source"]), "found": found, "faults": found.faults[:SHOWN],
            "places": _told(found.places[:SHOWN]), "more": len(found.places) - SHOWN, "trail": trail_to(request, unit, own=True)})
    return asked(request, unit, form, act, title=_("填坐标"), said=_("坐标已记下。"), button=_("记下"), template="territory/positions.html")


def _told(places):
    """Each with the names it has in full, and how many metres it is from where it was before."""
    units = Unit.objects.in_bulk([one.unit_id for one in places])
    above = Unit.objects.filter(level__in=CALLED).in_bulk({pk for unit in units.values() for pk in unit.ancestor_ids})
    before = queries.positions_of(units.values())
    names = {pk: " ".join(above[one].name for one in unit.ancestor_ids if one in above) for pk, unit in units.items()}
    return [(one, names[one.unit_id], round(metres(one, before[one.unit_id])) if one.unit_id in before else None) for one in places]
