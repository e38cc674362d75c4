"""Who is under a measure and out with leave, his coming back, and what proves a journey."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.models import Person

from .. import actions
from ..forms import LeaveForm, ProofForm
from ..models import PROOFS, PURPOSES, Leave
from ..queries import leaving as known
from .lists import listed


@may("look")
def leaves(request):
    """All, those still out first."""
    def who(one):
        return parts.name(mask_name(one.person.name), reverse("doorstep:leave", args=[one.pk]))

    def state(one):
        return str(FLOWS["leave"].states[one.state])

    columns = [
        tables.Column("person.name", gettext_lazy("姓名"), "name", sort="", cell=who, text=lambda one: mask_name(one.person.name)),
        tables.Column("purpose", gettext_lazy("事由"), text=lambda one: str(PURPOSES.get(one.purpose, ""))),
        tables.Column("out_at", gettext_lazy("出去"), "moment"),
        tables.Column("due", gettext_lazy("应回来"), "moment", cell=lambda one: parts.due(one.due) if one.back_at is None else ""),
        tables.Column("back_at", gettext_lazy("回来"), "moment"),
        tables.Column("state", gettext_lazy("状态"), cell=state, text=state),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS["leave"].states.values()])]
    return listed(request, Leave, columns, filters, "-out_at", _("管控人员出入"), ("person",), _("没有人登记外出"))


@may("record")
def leave(request, pk):
    """One: he is back."""
    one = get_object_or_404(Leave.objects.select_related("person", "unit"), pk=pk)
    if request.method == "POST":
        try:
            actions.come_back(leave=one, by=request.user, at=now())
            messages.success(request, _("记下了：回来了。"))
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("doorstep:leave", pk)
    return render(request, "doorstep/leave.html", {"leave": one, "purpose": PURPOSES.get(one.purpose, ""), "at": now()})


@may("record")
def coming_and_going(request, person):
    """Somebody leaves, or shows where he has been."""
    one = get_object_or_404(Person.objects.select_related("unit"), pk=person)
    leaving = LeaveForm(request.POST if "purpose" in request.POST else None)
    proving = ProofForm(request.POST if "outcome" in request.POST else None)
    if request.method == "POST":
        try:
            if leaving.is_valid():
                actions.let_out(person=one, by=request.user, at=now(), **leaving.cleaned_data)
                messages.success(request, _("登记了：出去了，按时回来要登记。"))
                return redirect("doorstep:coming_and_going", person)
            if proving.is_valid():
                actions.prove_trip(person=one, by=request.user, at=now(), **proving.cleaned_data)
                messages.success(request, _("记下了结果和日期，看过的东西没有留。"))
                return redirect("doorstep:coming_and_going", person)
        except Refused as refused:
            (leaving if leaving.is_bound else proving).add_error(None, str(refused))
    page = {"person": one, "leaving": leaving, "proving": proving, "leaves": known.leaves_of(one), "proofs": known.proofs_of(one),
            "words": PROOFS}
    return render(request, "doorstep/coming_and_going.html", page, status=422 if request.method == "POST" else 200)
