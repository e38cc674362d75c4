"""A group's page: its duties, who belongs to it and how they are called, and what is theirs to do."""
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.days import day_of, now
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.vault.masks import mask_phone
from lianfang.ground.workflow import FLOWS, withheld

from .. import actions, queries
from ..forms import ForceForm, SeatForm
from ..models import Emergency, Group, Holder
from .asked import changed, changes

MOST = 20


@may("look")
@require_GET
def group(request, pk):
    """One group."""
    one, at = _group(request, pk), now()
    with everything():
        seats = queries.holders(one.emergency, day_of(at), one)
        loads = [load for load in queries.loads(one, at) if load.code not in withheld(request.rights)]
        own = list(queries.own_turns(one, day_of(at))[:MOST])
    is_in = changes(request, one.unit) or any(seat.account_id == request.user.pk for seat in seats)
    page = {"one": one, "may_change": changes(request, one.unit) and one.until_on is None, "loads": loads, "at": at,
            "seats": [(seat, seat.phone.open() if is_in else mask_phone(seat.phone.open())) for seat in seats],
            "own": [(turn, str(FLOWS[turn.flow]), str(FLOWS[turn.flow].states[turn.state])) for turn in own],
            "turns": reverse("home:turns"), "has_lead": any(seat.post == "lead" for seat in seats)}
    return render(request, "command/group.html", page)


def _group(request, pk) -> Group:
    """A group of a unit that the reader sees, or that he belongs to."""
    found = Group._base_manager.select_related("unit", "emergency__unit").filter(pk=pk)
    if near := within(found, request.reach).first():
        return near
    own = found.filter(holders__account=request.user, holders__until_on=None).first()
    if own is None:
        raise Http404(pk)
    return own


@may("sign")
@require_http_methods(["GET", "POST"])
def appoint(request, pk):
    """Somebody belongs to it."""
    one = changed(request, Group._base_manager.select_related("unit", "emergency__unit").filter(pk=pk).first(), lambda found: found.unit)
    form = SeatForm(request.POST or None, unit=one.unit)
    return step(request, "command/appoint.html", form, lambda filled: actions.appoint(
        emergency=one.emergency, group=one, by=request.user, at=now(), **filled.given()), _("已记。"),
        reverse("command:group", args=[pk]), one=one.emergency, group=one, heading=_("{name}：谁来").format(name=one.name))


@may("sign")
@require_POST
def close_group(request, pk):
    """It has done its work."""
    one = changed(request, Group._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit)
    return pressed(request, lambda: actions.close_group(group=one, by=request.user, at=now()), _("已撤。"), "command:hq")


@may("sign")
@require_POST
def relieve(request, pk):
    """Somebody holds a post no more."""
    one = changed(request, Holder._base_manager.select_related("emergency__unit").filter(pk=pk).first(), lambda found: found.emergency.unit)
    there = ("command:group", one.group_id) if one.group_id else ("command:hq",)
    return pressed(request, lambda: actions.relieve(holder=one, by=request.user, at=now()), _("已免。"), *there)


@may("sign")
@require_http_methods(["GET", "POST"])
def open_force(request, pk):
    """A task force."""
    one, made = changed(request, Emergency._base_manager.select_related("unit").filter(pk=pk).first(), lambda found: found.unit), []
    return step(request, "command/force.html", ForceForm(request.POST or None), lambda filled: made.append(actions.open_force(
        emergency=one, by=request.user, at=now(), **filled.cleaned_data)), _("专班已成立，填谁来。"),
        lambda: reverse("command:group", args=[made[0].pk]), one=one)
