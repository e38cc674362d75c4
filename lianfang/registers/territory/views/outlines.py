"""Outlines of towns and villages from a file: whole features are taken over, each at fault is named with its field."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may

from .. import actions
from ..forms.outlines import OutlinesForm
from .asking import trail_to, unit_in_reach, who_and_when

SHOWN_FAULTS = 50


@may("manage")
@require_http_methods(["GET", "POST"])
def outlines(request, pk):
    """The borders below a unit: with a fault anywhere nothing is written until the rest is asked for."""
    unit, found = unit_in_reach(request, pk), None
    form = OutlinesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = actions.set_outlines(unit=unit, **form.cleaned_data, dry_run=True, **who_and_when(request))
        if found.outlines and (not found.faults or "rest" in request.POST):
            actions.set_outlines(unit=unit, **form.cleaned_data, **who_and_when(request))
            messages.success(request, _("记下了 {n} 个单位的边界。").format(n=len(found.outlines)))
            return redirect("territory:unit", unit.pk)
    page = {"unit": unit, "form": form, "found": found, "faults": found.faults[:SHOWN_FAULTS] if found else [],
            "trail": trail_to(request, unit, own=True)}
    return render(request, "territory/outlines.html", page, status=422 if form.errors or found else 200)
