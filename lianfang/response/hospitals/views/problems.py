"""A problem: recorded with its week, mended by the hospital, closed or sent back by the county."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn

from .. import actions
from ..forms import ProblemForm, SaidForm
from ..models import Problem, Week
from .steps import Page, step


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def find_problem(request, pk):
    """What is amiss in which ward."""
    week = get_object_or_404(Week.objects.select_related("hospital"), pk=pk)
    form, key = ProblemForm(request.POST or None), posted_id(request)
    if request.method == "POST" and form.is_valid():
        try:
            actions.find_problem(week=week, id=key, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记，整改时限见待办。"))
            return redirect("hospitals:week", pk)
    page = {"form": form, "title": _("登记院感问题"), "back": week.hospital, "id": key}
    return render(request, "hospitals/form.html", page, status=422 if form.errors else 200)


@may("ward", sees="ward")
@require_GET
def problem(request, pk):
    """One problem, and whose turn it is."""
    one = get_object_or_404(Problem.objects.select_related("hospital", "by"), pk=pk)
    ways = {"found": [("mend_problem", _("整改完成"), True)]}.get(one.state, [])
    if one.state == "mended" and "investigate" in request.rights:
        ways = [("close_problem", _("核销"), True), ("reopen_problem", _("没改好，退回"), False)]
    rows = [(_("哪一类"), one.get_area_display()), (_("科室"), one.ward), (_("什么问题"), one.what.open()),
            (_("怎么改的"), one.done.open()), (_("退回的原因"), one.why.open())]
    page = {"one": one, "state": str(FLOWS["infection_problem"].states[one.state]), "rows": [row for row in rows if row[1]],
            "turn": Turn.objects.open().filter(record=pk).first(),
            "ways": [(word, reverse(f"hospitals:{code}", args=[pk]), is_main) for code, word, is_main in ways]}
    return render(request, "hospitals/problem.html", page)


def _page(title, done, **more):
    return Page(title, done, model=Problem, home="hospitals:problem", **more)


mend_problem = step(
    _page(gettext_lazy("整改完成"), gettext_lazy("已登记，等县里核销。"), form=SaidForm, right="ward", text=gettext_lazy("写明做了什么。")),
    lambda one, found, by, at: actions.mend_problem(problem=one, done=found["said"], by=by, at=at))
reopen_problem = step(
    _page(gettext_lazy("没改好，退回"), gettext_lazy("已退回。"), form=SaidForm, tone="bad", text=gettext_lazy("写明还差什么。")),
    lambda one, found, by, at: actions.reopen_problem(problem=one, why=found["said"], by=by, at=at))
close_problem = step(
    _page(gettext_lazy("核销"), gettext_lazy("已销号。"), text=gettext_lazy("到现场或者看照片核对过，确实改好了。")),
    lambda one, found, by, at: actions.close_problem(problem=one, by=by, at=at))
