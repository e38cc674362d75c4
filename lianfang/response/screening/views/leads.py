"""Leads: the list, one to be answered or passed on, sheets for the units below, and the sender's sheet on its way back."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.actions import Taken
from lianfang.ground.ui.parts import due, tag
from lianfang.ground.ui.tables import Column, Filter, page, table
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.masks import mask_name
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn

from .. import actions
from ..forms import LeadForm, PassForm
from ..models import LEAD_OUTCOMES, Import, Lead
from ..queries import leads as known
from .files import _sheet


@may("look")
@require_GET
def leads(request):
    """Those within one's reach."""
    def named(lead):
        return format_html('<a href="{}">{}</a>', reverse("screening:lead", args=[lead.pk]), mask_name(lead.name) or _("没有姓名"))

    def state(lead):
        return str(LEAD_OUTCOMES[lead.outcome]) if lead.outcome else str(FLOWS["lead"].states[lead.state])

    columns = [
        Column("name", gettext_lazy("姓名"), "name", sort="", cell=named, text=lambda lead: mask_name(lead.name)),
        Column("unit.name", gettext_lazy("在哪里核查"), "unit", sort="unit__path"),
        Column("roster.name", gettext_lazy("名册"), sort="", on_phone=False),
        Column("state", gettext_lazy("结果"), text=state, cell=lambda lead: tag(state(lead), "good" if lead.outcome else "warn")),
        Column("answered_at", gettext_lazy("回复"), "moment"),
    ]
    filters = [Filter("state", gettext_lazy("状态"), choices=lambda r: [(s.code, str(s)) for s in FLOWS["lead"].states.values()]),
               Filter("outcome", gettext_lazy("结果"), choices=LEAD_OUTCOMES)]
    listed = table(request, known.leads(request.reach), columns, filters, title=_("线索"), empty_title=_("没有线索"))
    return page(request, "screening/leads.html", listed)


@may("record")
@require_http_methods(["GET", "POST"])
def lead(request, pk):
    """One lead: where to look, when the same person was last dealt with, and the answer."""
    one = get_object_or_404(Lead.objects.select_related("unit", "roster", "person"), pk=pk)
    form = LeadForm(request.POST or None if "outcome" in request.POST else None)
    county = Unit.objects.get(pk=one.unit.ancestor_ids[0])
    passing = PassForm(request.POST if "unit" in request.POST else None, reach=Reach(county.path))
    if request.method == "POST":
        try:
            if form.is_valid():
                actions.answer_lead(leads=[one], by=request.user, at=now(), **form.cleaned_data)
                messages.success(request, _("回复了，会回到来文单位的表里。"))
                return redirect("doorstep:whose" if one.outcome == "found_here" and one.person_id is None else "screening:leads")
            if passing.is_valid():
                actions.pass_lead(leads=[one], unit=Unit.objects.get(pk=passing.cleaned_data["unit"]), by=request.user, at=now())
                messages.success(request, _("转过去了，由那里核查。"))
                return redirect("screening:leads")
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("screening:lead", pk)
    turn = Turn.objects.open().filter(record=one.pk).first()
    last = known.check_in_words(known.last_checks([one.person_id]).get(one.person_id))
    return render(request, "screening/lead.html", {
        "lead": one, "form": form, "passing": passing, "due": due(turn.due) if turn else "", "last": last,
        "outcome": LEAD_OUTCOMES.get(one.outcome, "")}, status=422 if request.method == "POST" else 200)


@may("enlist")
@require_POST
def sheets_down(request, pk):
    """One sheet for each village, with full names: written down who took it."""
    return _taken(request, pk, lambda roster, foot: known.sheets_down(roster, foot), _("线索下发"))


@may("enlist")
@require_POST
def sheet_back(request, pk):
    """The sender's own sheet, answered."""
    return _taken(request, pk, known.sheet_back, _("线索回复"))


def _taken(request, pk, made, title):
    roster = get_object_or_404(Import, pk=pk, kind="leads")
    taken = Taken(request)
    content = made(roster, taken.foot)
    if content is None:
        raise Http404(pk)
    people = Lead.objects.filter(roster=roster)
    taken.tell(sum(1 for _lead in taken.counted(people)))
    return _sheet(content, f"{title}_{roster.name.rsplit('.', 1)[0]}.xlsx")
