"""Lists held for the supervisor on screen: who wanted whom bound, by which row; agreed, let through, or not."""
from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Person

from .. import actions
from ..models import Held
from ..words import measure_word
from .lists import _shown, _state

ACTS = {"agree": actions.agree_held, "let": actions.let_through, "refuse": actions.refuse_held}


@may("supervise")
def held(request, pk):
    """One list, and what the two may do with it."""
    batch = get_object_or_404(Held.objects.select_related("wanted_by", "agreed_by", "unit"), pk=pk)
    if request.method == "POST":
        if (act := ACTS.get(request.POST.get("act", ""))) is None:
            return HttpResponseBadRequest()
        try:
            act(batch=batch, by=request.user, at=now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("已记下。"))
            return redirect(reverse("isolation:held_lists"))
    verdicts = list(batch.verdicts.order_by("at", "pk").select_related("unit"))
    people = Person.objects.in_bulk([v.subject for v in verdicts])
    rows = [(mask_name(people[v.subject].name) if v.subject in people else "—", v.unit.name, measure_word(v.result["measure"]),
             f"{v.document} {v.clause}") for v in verdicts]
    rows += [(name, place, measure_word(measure), clause) for name, place, measure, clause in batch.shown]
    return render(request, "isolation/held.html", {"batch": batch, "rows": rows})


@may("supervise")
def held_lists(request):
    """Lists."""
    columns = [
        tables.Column("held_at", gettext_lazy("扣下"), "moment"), tables.Column("wanted_by.name", gettext_lazy("谁提的")),
        tables.Column("people", gettext_lazy("人数"), "number"), tables.Column("before", gettext_lazy("不久前已有"), "number"),
        tables.Column("state", gettext_lazy("状态"), cell=_state("held"), text=_state("held")),
        tables.Column("agreed_by.name", gettext_lazy("同意")), tables.Column("ended_by.name", gettext_lazy("放行或不放行")),
    ]
    related = ("unit", "wanted_by", "agreed_by", "ended_by")
    return _shown(request, Held, columns, _("成批管控"), related, sort="-held_at", empty=_("没有扣下的名单"))
