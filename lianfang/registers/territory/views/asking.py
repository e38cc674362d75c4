"""What the pages share: the unit in reach or nothing, the trail above it, and a form that calls one action."""
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import reach_of
from lianfang.ground.days import now
from lianfang.ground.units.models import Unit
from lianfang.ground.units.queries import ancestors

from ..actions import PlaceFault
from ..models import Door
from ..shapes import ShapeFault


def unit_in_reach(request, pk) -> Unit:
    """The unit, if it lies where the view's right is held."""
    found = Unit.objects.select_related("parent").filter(pk=pk).first()
    if found is None or not request.reach.covers(found.path):
        raise Http404
    return found


def holds(request, right, unit) -> bool:
    """Whether the reader holds a right at a unit."""
    return reach_of(request.assignments, right).covers(unit.path)


def address_of(unit) -> str:
    """The page of a unit: a building's shape, a door in its building's, else its table."""
    if unit.level == "door" and (building := Door.objects.filter(unit=unit).values_list("building_id", flat=True).first()):
        return reverse("territory:building", args=[building], query={"door": unit.id})
    return reverse("territory:building" if unit.level == "building" else "territory:unit", args=[unit.id])


def trail_to(request, unit, own=False) -> list[tuple[str, str]]:
    """The units above as label and address; those out of sight are plain text."""
    units = ancestors(unit)[: None if own else -1]
    return [(u.name, address_of(u) if holds(request, "look", u) else "") for u in units]


def who_and_when(request) -> dict:
    """Who acts, and when."""
    return {"by": request.user, "at": now()}


def asked(request, unit, form, act, *, title, said, button, back=None, template="territory/asked.html", **context):
    """Show a form about a unit; when it is filled, do it once and go back with one sentence."""
    if request.method == "POST" and form.is_valid():
        try:
            act(**form.cleaned_data)
        except (PlaceFault, ShapeFault) as fault:
            form.add_error(None, str(fault))
        except PermissionDenied as refused:
            form.add_error(None, str(refused) or _("您没有办这件事的权限。"))
        else:
            messages.success(request, said)
            return redirect(back or address_of(unit))
    template = "territory/asked_panel.html" if request.htmx and template == "territory/asked.html" else template
    context |= {"unit": unit, "form": form, "title": title, "button": button, "back": back or address_of(unit),
                "trail": trail_to(request, unit, own=True)}
    return render(request, template, context, status=422 if form.is_bound and form.errors and request.htmx else 200)
