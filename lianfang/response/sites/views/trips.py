"""Trips: planned for whoever is together, set off, arrived, the vehicle disinfected; the sheet that rides along."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import day_of, now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.workflow import FLOWS, Refused

from .. import actions, queries
from ..forms import DepartForm
from ..models import TRIPS, Trip
from ..papers.trip import sheet_of
from .placements import placement_in_scope


def trip_in_scope(pk) -> Trip:
    """A trip the reader may see."""
    if found := queries.trip_of(pk):
        return found
    raise Http404


@may("look")
def trips(request):
    """All trips, the newest first."""
    states = FLOWS["trip"].states
    columns = [
        tables.Column("kind", gettext_lazy("怎么送"), "name", text=lambda row: str(TRIPS[row.kind]),
                      cell=lambda row: parts.name(TRIPS[row.kind], reverse("sites:trip", args=[row.pk]))),
        tables.Column("from_place", gettext_lazy("从")), tables.Column("to_place", gettext_lazy("到")),
        tables.Column("plate", gettext_lazy("车牌")), tables.Column("departed_at", gettext_lazy("出发"), "moment"),
        tables.Column("arrived_at", gettext_lazy("到达"), "moment"),
        tables.Column("disinfected_at", gettext_lazy("车辆消毒"), "moment", on_phone=False),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(states[row.state]), text=lambda row: str(states[row.state])),
    ]
    filters = [tables.Filter("kind", gettext_lazy("怎么送"), choices=TRIPS),
               tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in states.values()])]
    table = tables.table(request, Trip.objects.all(), columns, filters, "-planned_at", title=_("点对点转运"), empty_title=_("还没有转运"))
    return tables.page(request, "sites/listed.html", table, at=now())


@may("record")
@require_POST
def plan_trip(request, pk, kind):
    """A trip for somebody and whoever is with him."""
    one = placement_in_scope(pk)
    if kind not in TRIPS:
        raise Http404
    party = [each for each in queries.party_of(one) if kind in ("to_site", "home") or each.pk == one.pk]
    try:
        made = actions.plan_trip(placements=party, kind=kind, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("sites:placement", pk)
    return redirect("sites:trip", made.pk)


@may("look")
def trip(request, pk):
    """One, with what comes next; setting off is a form."""
    one, at = trip_in_scope(pk), now()
    may_record = "record" in request.rights
    form = None
    if may_record and one.state == "planned":
        form = DepartForm(request.POST or None, initial={"from_place": one.from_place, "to_place": one.to_place})
        if request.method == "POST" and form.is_valid():
            try:
                actions.depart(trip=one, by=request.user, at=at, **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, _("出车了。送到了再登记。"))
                return redirect("sites:trip", pk)
    page = {"one": one, "riders": queries.riders_of(one), "form": form, "at": at, "state": str(FLOWS["trip"].states[one.state]),
            "may_record": may_record, "may_print": "print" in request.rights, "on": day_of(at)}
    return render(request, "sites/trip.html", page, status=422 if form is not None and form.errors else 200)


@may("record")
@require_POST
def step(request, pk, name):
    """Arrived, disinfected, cancelled."""
    act = {"arrive": actions.arrive, "disinfect": actions.disinfect_trip, "cancel": actions.cancel_trip}.get(name)
    if act is None:
        raise Http404
    try:
        act(trip=trip_in_scope(pk), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("记下了。"))
    return redirect("sites:trip", pk)


@may("print")
@require_POST
def sheet(request, pk, form):
    """The sheet that rides along; it bears full names, so that printing it is written down."""
    one = trip_in_scope(pk)
    check_form(form)
    filled = sheet_of(one, queries.riders_of(one), is_drill=is_drill(), on=day_of(now()))
    below = foot(actions.print_trip(trip=one, by=request.user, at=now()), office_of(request, "print"))
    return handed_out(filled, form, f"trip-{one.pk.hex[:8]}", below)
