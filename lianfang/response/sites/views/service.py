"""Daily service: a round done, who is on duty, who is to be talked with."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import Refused

from .. import actions, queries
from ..forms import DutyForm
from ..models import GROUPS, Counsel
from .placements import placement_in_scope
from .shown import accounts_near, site_in_scope


@may("record")
def round_(request, pk):
    """One round; done, the site's page says so."""
    one = queries.round_of(pk)
    if one is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.do_round(rounds=[one], by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("{what}：已登记。").format(what=queries.rule_word(one.kind)))
        return redirect("sites:site", one.site_id)
    return render(request, "sites/round.html", {"one": one, "what": queries.rule_word(one.kind), "at": now()})


@may("manage")
def duty(request, pk):
    """Who is on duty on a day, group by group."""
    site, at = site_in_scope(pk), now()
    groups = [(code, queries.rule_word(code)) for code in GROUPS]
    form = DutyForm(request.POST or None, accounts=accounts_near(site.unit, at), groups=groups, initial={"on": day_of(at), "shift": "day"})
    if request.method == "POST" and form.is_valid():
        try:
            count = actions.put_on_duty(site=site, by=request.user, at=at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("排上了 {n} 人。").format(n=count))
            return redirect("sites:duty", pk)
    words = dict(groups)
    duties = [(one, words[one.group]) for one in queries.duties_of(site, day_of(at))]
    page = {"site": site, "form": form, "duties": duties, "staff": queries.staff_of(site, at), "at": at}
    return render(request, "sites/duty.html", page, status=422 if form.errors else 200)


@may("record")
@require_POST
def ask_counsel(request, pk):
    """A guest should be talked with."""
    one = placement_in_scope(pk)
    try:
        actions.ask_counsel(placement=one, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已报县里安排人疏导。"))
    return redirect("sites:placement", pk)


@may("record")
def counsel(request, pk):
    """Somebody has talked with him, or he does not want it."""
    one = get_object_or_404(Counsel.objects.select_related("person", "site__unit", "unit"), pk=pk)
    if request.method == "POST":
        act = actions.decline if "decline" in request.POST else actions.talk
        try:
            act(counsel=one, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("记下了。"))
        return redirect("sites:placements")
    return render(request, "sites/counsel.html", {"one": one})
