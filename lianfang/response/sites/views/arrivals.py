"""A busload at a site: rooms confirmed as proposed, people admitted, as many at once as are ticked."""
from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import whereabouts

from .. import actions, queries
from ..forms import ArrivalsForm
from .shown import site_in_scope

ACTS = {"confirm_room": ("proposed", actions.confirm_room), "admit": ("awaited", actions.admit)}


@may("record")
@require_http_methods(["GET", "POST"])
def arrivals(request, pk):
    """Who is to come, by what is to be done next."""
    site = site_in_scope(pk)
    coming = queries.coming_to(site)
    if request.method == "POST":
        return _done(request, site, coming)
    where, states = whereabouts([one.home for one in coming]), FLOWS["placement"].states
    parts = [(act, str(states[state]), [(one, where[one.home_id]) for one in coming if one.state == state])
             for act, (state, _act) in ACTS.items()]
    return render(request, "sites/arrivals.html", {"site": site, "at": now(), "parts": parts})


def _done(request, site, coming):
    if (asked := ACTS.get(request.POST.get("act", ""))) is None:
        return HttpResponseBadRequest()
    state, act = asked
    form = ArrivalsForm(request.POST, people=[one for one in coming if one.state == state])
    if not form.is_valid():
        messages.error(request, _("先勾选人；名单变了的，请看新的名单再勾。"))
        return redirect("sites:arrivals", site.pk)
    chosen = form.chosen()
    try:
        act(placements=chosen, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        says = _("{n} 人的房间定好了。") if state == "proposed" else _("{n} 人入住了，管控令转到房间，告知书算送到本人手里。")
        messages.success(request, says.format(n=len(chosen)))
    return redirect("sites:arrivals", site.pk)
