"""A ring drawn as a circle on screen: so many metres, the places they hold, those without a position; and the drawing to scale."""
from dataclasses import dataclass
from math import cos, radians

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.ids import typed_number
from lianfang.ground.units.models import LEVELS
from lianfang.ground.workflow import Refused
from lianfang.registers.people import queries as people
from lianfang.registers.territory.positions import EARTH
from lianfang.registers.territory.queries import positions_of

from .. import actions
from ..forms import CircleForm
from ..models import Ring
from ..queries.circles import centre_of, circle_of, row_of

HALF, EDGE = 150, 10  # pixels from the middle to the widest circle, and around it


@dataclass(slots=True)
class Map:
    """The circles to scale, north up: each (number, metres, pixels); places as (number, x, y, name)."""

    circles: list
    dots: list
    size: int = 2 * (HALF + EDGE)
    middle: int = HALF + EDGE


def map_of(ring, tasks) -> Map | None:
    """The drawing of a ring's circles; None where none is one, or its middle is not known."""
    centre = centre_of(ring) if ring.circles else None
    if centre is None:
        return None
    widest = max(ring.circles.values())
    wide_first = sorted(ring.circles.items(), key=lambda one: -one[1])
    found = Map([(int(n), metres, round(HALF * metres / widest)) for n, metres in wide_first], [])
    units = {task.unit_id: task for task in tasks}
    lies = positions_of([task.unit for task in units.values()])
    for pk, task in units.items():
        if spot := lies.get(pk):
            east = radians(spot.longitude - centre.longitude) * EARTH * cos(radians(centre.latitude))
            north = radians(spot.latitude - centre.latitude) * EARTH
            x, y = found.middle + HALF * east / widest, found.middle - HALF * north / widest
            if 0 <= x <= found.size and 0 <= y <= found.size:
                found.dots.append((task.ring, round(x), round(y), task.unit.name))
    return found


@may("approve")
def draw_circle(request, pk, n):
    """One ring as a circle: first the metres, then which of the places."""
    one = get_object_or_404(Ring.objects.select_related("unit"), pk=pk)
    said = request.POST or request.GET
    row = row_of(one, n, day_of(now()))
    usual = row.result.get("metres") if row.hit else None
    form = CircleForm(said if "metres" in said else None, proposed=usual,
                      initial={"metres": one.circles.get(str(n), usual), "reason": one.reasons.get(str(n), "")})
    metres = form.cleaned_data["metres"] if form.is_bound and form.is_valid() else None
    found = circle_of(one, n, metres or 0, request.reach, day_of(now()))
    if found is None:
        raise Http404
    if request.method == "POST" and metres:
        try:
            chosen = [pk for pk in map(typed_number, request.POST.getlist("unit")) if pk is not None]
            actions.draw_circle(ring=one, n=n, metres=metres, units=chosen, by=request.user, at=now(),
                                reason=form.cleaned_data.get("reason", ""))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("第{n}圈已按 {metres} 米画好，还要核定。").format(n=n, metres=metres))
            return redirect("risk:ring", one.pk)
    middle = [found.centre.unit] if found.centre else []
    places = people.Places([unit for unit, _metres in found.near] + found.unplaced + middle)
    ticked = set(request.POST.getlist("unit")) if request.method == "POST" else {str(unit.pk) for unit, _metres in found.near}
    page = {"one": one, "n": n, "form": form, "metres": metres, "centre": found.centre, "level": LEVELS[found.level],
            "middle": places.of(middle[0]) if middle else "", "reason": form.cleaned_data.get("reason", "") if metres else "",
            "near": [(unit.pk, places.of(unit), round(far), str(unit.pk) in ticked) for unit, far in found.near],
            "unplaced": [(unit.pk, places.of(unit), str(unit.pk) in ticked) for unit in found.unplaced]}
    return render(request, "risk/circle.html", page, status=422 if form.errors else 200)
