"""Phases on screen: all of them; one with the editions that hold in it; entering one, withdrawing one to come."""
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.days import now, today
from lianfang.ground.workflow import Refused

from . import actions, queries
from .forms import PhaseForm


@may("look")
@require_GET
def phases(request):
    """All phases, the one that holds today marked."""
    found = [(one, one.holds_on(today())) for one in queries.phases()]
    return render(request, "phases/phases.html", {"phases": found, "may_enter": "sign" in request.rights, "today": today()})


@may("look")
@require_GET
def phase(request, pk):
    """One phase: its document, and which tables hold in it."""
    found = queries.phase_named(pk)
    if found is None:
        raise Http404(pk)
    earlier = queries.before(found)
    held = queries.tables_in(found, earlier.phase.from_on if earlier else None)
    shown = [(one, decisions.shipped(one.name).labels.of(f"{one.name}.csv"),
              f"{reverse('decisions:table', args=[one.name])}?on={found.phase.from_on}") for one in held]
    switches = reverse("isolation:switches")
    page = {"one": found, "earlier": earlier, "changed": [row for row in shown if row[0].has_changed],
            "same": [row for row in shown if not row[0].has_changed], "is_now": found.holds_on(today()),
            "may_withdraw": "sign" in request.rights and found.phase.from_on > today(),
            "switches": switches if opens(request, switches) else "", "between": _between(request, found, earlier)}
    return render(request, "phases/phase.html", page)


def _between(request, found, earlier):
    """Where people's measures are compared between the two phases' editions; nowhere without a phase before."""
    there = reverse("isolation:between")
    if earlier is None or not opens(request, there):
        return ""
    first = found.phase.from_on - timedelta(days=1)
    return f"{there}?{urlencode({'table': 'measure', 'was_on': first.isoformat(), 'on': found.phase.from_on.isoformat()})}"


@may("sign")
@require_http_methods(["GET", "POST"])
def enter(request):
    """The county goes over into a phase."""
    form = PhaseForm(request.POST or None, initial={"from_on": today()})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.enter(by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已记下。下面是这个阶段里有效的规则表。"))
            return redirect("phases:phase", made.pk)
    return render(request, "phases/enter.html", {"form": form}, status=422 if form.errors else 200)


@may("sign")
@require_POST
def withdraw(request, pk):
    """One that has not begun is taken back."""
    found = queries.phase_named(pk)
    if found is None:
        raise Http404(pk)
    try:
        actions.withdraw(phase=found.phase, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("phases:phase", pk)
    messages.success(request, _("已撤。"))
    return redirect("phases:phases")
