"""The weekly report: read, filled in or kept, corrected, looked at by the county."""
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn

from .. import actions, queries
from ..figures import GROUPS
from ..forms import SaidForm, WeekForm
from ..models import Week
from .steps import Page, step

OPEN, SENT = ("draft", "returned"), ("submitted", "accepted")


def _named(pk):
    return get_object_or_404(Week.objects.select_related("hospital", "unit"), pk=pk)


@may("ward", sees="ward")
@require_GET
def week(request, pk):
    """One report: its figures, the filings before, problems, and what may be done."""
    one, is_team = _named(pk), "investigate" in request.rights
    filings = list(one.filings.select_related("by").order_by("-edition"))
    ways = [("accept", _("审核通过"), True), ("send_back", _("退回"), False)] if is_team and one.state == "submitted" else []
    ways += [("submit", _("填周报"), True)] if one.state in OPEN else [("correct", _("订正"), False)] if one.state in SENT else []
    ways += [("waive", _("免报"), False)] if is_team and one.state in OPEN else []
    page = {
        "one": one, "state": str(FLOWS["infection_week"].states[one.state]), "turn": Turn.objects.open().filter(record=pk).first(),
        "filings": filings, "groups": _groups(filings[0]) if filings else [],
        "why": one.why.open() if one.state in ("returned", "waived") else "",
        "ways": [(word, reverse(f"hospitals:{code}", args=[pk]), is_main) for code, word, is_main in ways],
        "problems": [(problem, str(FLOWS["infection_problem"].states[problem.state])) for problem in one.problems.order_by("found_at")],
    }
    return render(request, "hospitals/week.html", page)


def _groups(filing):
    """The figures group by group; those nobody was asked for are left out."""
    found = [(group, [(label, getattr(filing, name)) for name, label in fields]) for group, fields in GROUPS]
    return [(group, rows) for group, rows in found if any(value is not None for _label, value in rows)]


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def submit(request, pk):
    """Fill in the report: keep it (`keep`), or send it."""
    one, is_draft = _named(pk), "keep" in request.POST
    if one.state not in OPEN:
        return redirect("hospitals:week", pk)
    act = actions.save_draft if is_draft else actions.submit
    done = _("已存，还没有上报。") if is_draft else _("已上报，等县里审核。")
    return _filled(request, one, is_draft, done, lambda said: act(week=one, said=said, by=request.user, at=now()))


@may("ward", sees="ward")
@require_http_methods(["GET", "POST"])
def correct(request, pk):
    """A further filing beside those that were sent."""
    one = _named(pk)
    if one.state not in SENT:
        return redirect("hospitals:week", pk)
    return _filled(request, one, False, _("已订正，原来的也留着。"), lambda said: actions.correct(
        week=one, reason=said.pop("reason"), said=said, by=request.user, at=now()), is_correction=True)


def _filled(request, one, is_draft, done, act, is_correction=False):
    form = WeekForm(request.POST or None, hospital=one.hospital, is_draft=is_draft, has_problems=one.problems.exists(),
                    is_correction=is_correction, initial=queries.standing(one))
    if request.method == "POST" and form.is_valid():
        try:
            act(dict(form.cleaned_data))
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect("hospitals:week", one.pk)
    groups = [(group, [form[name] for name, _label in fields if name in form.fields]) for group, fields in GROUPS]
    page = {"one": one, "form": form, "groups": [(group, fields) for group, fields in groups if fields], "is_correction": is_correction,
            "problems": one.problems.count()}
    return render(request, "hospitals/fill.html", page, status=422 if form.errors else 200)


accept = step(
    Page(gettext_lazy("审核通过"), gettext_lazy("已审核通过。"), text=gettext_lazy("数字核对过，没有要改的。")),
    lambda one, found, by, at: actions.accept(week=one, by=by, at=at))
send_back = step(
    Page(gettext_lazy("退回"), gettext_lazy("已退回，医院会收到待办。"), SaidForm, gettext_lazy("写明哪一项、怎么改，医院照着改。"), "bad"),
    lambda one, found, by, at: actions.send_back(week=one, why=found["said"], by=by, at=at))
waive = step(
    Page(gettext_lazy("免报"), gettext_lazy("这一周免报。"), SaidForm, gettext_lazy("例如停诊。免报以后不再催。"), "bad"),
    lambda one, found, by, at: actions.waive(week=one, why=found["said"], by=by, at=at))
