"""The team: who has how many investigations, what is overdue, what is done; cases are assigned, given on, handed over."""
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word

from .. import actions, queries
from ..forms import AssignForm


@may("investigate")
@require_GET
def team(request):
    """The workload by name, and the open investigations to tick and give to somebody."""
    at = now()
    open_cases = list(queries.open_investigations())
    dues = dict(Turn.objects.open().filter(flow="case", record__in=[one.pk for one in open_cases]).values_list("record", "due"))
    loads = queries.loads(at)
    people = queries.team(day_of(at))
    page = {"at": at, "loads": loads, "total": {"open": len(open_cases), "forms": sum(one.forms for one in loads),
            "reports": sum(one.reports for one in loads), "people": len(people),
            "overdue": sum(one.overdue for one in loads)},
            "cases": [(one, disease_word(one.disease, day_of(one.told_at)), str(FLOWS["case"].states[one.state]), dues.get(one.pk))
                      for one in open_cases],
            "form": AssignForm(team=people),
            "hand": AssignForm(team=[one for one in people if one.pk != request.user.pk], auto_id="hand_%s")}
    return render(request, "cases/team.html", page)


def _to(request):
    form = AssignForm(request.POST, team=queries.team(day_of(now())))
    if not form.is_valid():
        messages.error(request, _("请选交给谁。"))
        return None
    return Account.objects.get(pk=form.cleaned_data["to"])


@may("investigate")
@require_POST
def assign(request):
    """The ticked cases go to one of the team."""
    if to := _to(request):
        ticked = set(request.POST.getlist("case"))
        cases = [one for one in queries.open_investigations() if str(one.pk) in ticked]
        _try(request, lambda: actions.assign(cases=cases, to=to, by=request.user, at=now()), _("已指派 {n} 件给{name}。"), to)
    return redirect("cases:team")


@may("investigate")
@require_POST
def hand_over(request):
    """All I still investigate goes to the next shift."""
    if to := _to(request):
        _try(request, lambda: actions.hand_over(giver=request.user, to=to, by=request.user, at=now()), _("已交班：{n} 件交给{name}。"), to)
    return redirect("cases:team")


def _try(request, act, says, to):
    try:
        lines = act()
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, says.format(n=len(lines), name=to.name))
