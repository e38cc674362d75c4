"""Changing figures on screen: what the records say now beside what stands, why; and the second person's page."""
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.ui.forms import pressed, step
from lianfang.ground.workflow import FLOWS

from .. import actions, queries
from ..actions.changing import told_by
from ..forms import ChangeForm
from ..models import Change
from ..queries.places import below
from .asked import keeps, kept


@may("manage")
@require_http_methods(["GET", "POST"])
def ask_change(request, pk):
    """Every figure of a cut-off that the records would tell otherwise now: choose, say why."""
    found = kept(request, pk)
    with everything():
        differ, names = queries.differences(found), dict(below(found.unit).values_list("pk", "name"))
    choices = [(f"{unit}:{code}", f"{names[unit]} {INDICATORS[code]}：{was} → {value}")
               for unit in names for code, (was, value) in differ.get(unit, {}).items()]
    made = []

    def act(form):
        asked = [(int(unit), code) for unit, code in (one.split(":") for one in form.cleaned_data["figures"])]
        made.append(actions.ask_change(cut=found, figures=asked, reason=form.cleaned_data["reason"], by=request.user, at=now()))

    tellings = list(indicators.tellings(found.unit, found.cut_off_at))
    return step(request, "ledger/ask_change.html", ChangeForm(request.POST or None, choices=choices), act,
                _("记下了。没有报出去的数已经更正；报出去的，等另一位核准。"),
                lambda: reverse("ledger:confirm", args=[made[0].pk]), cut=found, choices=choices, tellings=tellings)


def _change(request, pk):
    with everything():
        found = Change.objects.select_related("cut__unit").prefetch_related("figures__unit").filter(pk=pk).first()
    if found is None or not keeps(request, found.cut.unit):
        raise Http404(pk)
    return found


@may("manage")
@require_GET
def confirm(request, pk):
    """What was and what would stand, why, and which papers told it."""
    found = _change(request, pk)
    with everything():
        told = told_by(found)
    rows = [(one, INDICATORS.get(one.code, one.code)) for one in found.figures.all()]
    return render(request, "ledger/confirm.html", {"one": found, "rows": rows, "told": told, "is_own": found.by_id == request.user.pk,
                                                   "state": FLOWS["figure_change"].states[found.state]})


@may("manage")
@require_POST
def change(request, pk):
    """Confirmed by another."""
    found = _change(request, pk)
    return pressed(request, lambda: actions.change(change=found, by=request.user, at=now()), _("已更正，原来的数留着。"),
                   "ledger:confirm", pk)


@may("manage")
@require_POST
def refuse_change(request, pk):
    """It is not changed."""
    found = _change(request, pk)
    return pressed(request, lambda: actions.refuse_change(change=found, by=request.user, at=now()), _("不更正，记下了。"),
                   "ledger:confirm", pk)
