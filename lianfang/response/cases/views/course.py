"""The steps of a case's course and of a revisit, each a page with a form and one button."""
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import Refused

from .. import actions, forms
from ..models import Case, Revisit


@dataclass(frozen=True)
class Page:
    """What a step's page says: title and button, the word afterwards, its form, a sentence before it."""

    title: Any
    done: Any
    form: type = forms.NoForm
    text: Any = ""
    tone: str = ""
    model: type = Case


def step(page: Page, act):
    """A view of one step: `act(record, cleaned, by, at)` calls one action; what it refuses is said on the form."""

    @may("investigate")
    def view(request, pk):
        record = get_object_or_404(page.model.objects.select_related("person", "unit"), pk=pk)
        form, home = page.form(request.POST or None), getattr(record, "case_id", record.pk)
        if request.method == "POST" and form.is_valid():
            try:
                act(record, form.cleaned_data, request.user, now())
            except Refused as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, page.done)
                return redirect("cases:case", home)
        context = {"page": page, "record": record, "form": form, "home": home}
        return render(request, "cases/step.html", context, status=422 if form.errors else 200)

    return view


investigate = step(
    Page(_("完成流调"), _("流调已完成。"), forms.InvestigatedForm),
    lambda one, found, by, at: actions.investigate(case=one, by=by, at=at, **found))
discharge = step(
    Page(_("出院"), _("已登记出院，复诊按表安排好了。"), forms.DischargeForm,
         _("出院以后按表安排复诊；表里不要求复诊的，当时结案。这一版要求继续隔离或者监测的，当时出管控令。")),
    lambda one, found, by, at: actions.discharge(case=one, by=by, at=at, **found))
recover = step(
    Page(_("治愈结案"), _("已结案。"), text=_("复诊都做完了，没有不适，就结案。")),
    lambda one, found, by, at: actions.recover(case=one, by=by, at=at))
record_death = step(
    Page(_("死亡结案"), _("已登记，结案。"), forms.SaidForm, _("先在报告卡上订正死亡日期。"), "bad"),
    lambda one, found, by, at: actions.record_death(case=one, cause=found["said"], by=by, at=at))
move_away = step(
    Page(_("转外县"), _("已转出，结案；等对方回执。"), forms.AwayForm, _("转出以后由对方县管，这里结案，等对方的接收回执。"),
         "bad"),
    lambda one, found, by, at: actions.move_away(case=one, by=by, at=at, **found))
send_out = step(
    Page(_("转外县医院"), _("已转出，等对方回执；病例还是本县的。"), forms.OutForm, _("人到外县医院治疗，流调、密接还由本县办。")),
    lambda one, found, by, at: actions.send_out(case=one, by=by, at=at, **found))
rule_out = step(
    Page(_("排除"), _("已排除，结案。"), forms.SaidForm, _("排除要有检测或者专家会诊的依据。"), "bad"),
    lambda one, found, by, at: actions.rule_out(case=one, why=found["said"], by=by, at=at))
revisit = step(
    Page(_("登记复诊"), _("已登记。"), forms.RevisitForm, model=Revisit),
    lambda one, found, by, at: actions.revisit(revisit=one, by=by, at=at, **found))
drop_revisit = step(
    Page(_("不再复诊"), _("已登记。"), forms.SaidForm, _("写明为什么，例如已经转到外县。"), "bad", Revisit),
    lambda one, found, by, at: actions.drop_revisit(revisit=one, why=found["said"], by=by, at=at))
