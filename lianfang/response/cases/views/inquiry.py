"""The investigation form on screen: saved as one types, part by part; symptoms by day and exposures told row by row; nothing is lost."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.queries import read_for
from lianfang.registers.people.reading import reading

from .. import actions, queries
from ..forms import AnswerForm, ExposedForm, SymptomsForm
from ..models import Exposed, SymptomDay
from ..words import answer_label, answer_word, exposure_words, moment_word, symptom_words
from .case import READ

LATEST = 40
ROWS = {"symptoms": (SymptomsForm, SymptomDay), "exposures": (ExposedForm, Exposed)}


@may("investigate")
@require_GET
def inquiry(request, pk):
    """The whole form, for whoever has said why: what lies in it is sealed."""
    return _page(request, _named(pk))


def _named(pk):
    found = queries.case_named(pk)
    if found is None or found.state == "to_report":
        raise Http404(pk)
    return found


def _page(request, case, wrong=None, status=200):
    opened, on = reading(request, case, READ), day_of(now())
    page = {"one": case, "disease": disease_word(case.disease, day_of(case.told_at)), "state": str(FLOWS["case"].states[case.state]),
            "turn": Turn.objects.open().filter(record=case.pk).first(), **opened,
            "action": f"{reverse('cases:read', args=[case.pk])}?to=inquiry"}
    if opened["is_read"]:
        told = queries.inquiry_of(case)
        page |= {"parts": _parts(case, told, on, wrong or {}), "told": told, "back": queries.looked_back(case, on),
                 **_rows(case, wrong or {}), "mended": _mended(case)}
    return render(request, "cases/inquiry.html", page, status=status)


def _mended(case):
    changed = case.mended.select_related("by").order_by("-at", "-pk")[:LATEST]
    return [(one, answer_label(one.field), answer_word(one.field, one.before.open()), moment_word(one.at)) for one in changed]


def _parts(case, told, on, wrong):
    said, asked = queries.answered(told), queries.questions(case, on)
    found = []
    for part, title in (("basic", _("第一部分：基本情况（报告后几小时内）")), ("full", _("第二部分：完整调查"))):
        mine = [one for one in asked if one.part == part]
        form = wrong.get(part) or AnswerForm(initial={one.field: said[one.field] for one in mine}, asked=mine)
        left = sum(one.is_required and said[one.field] in (None, "") for one in mine)
        found.append({"code": part, "title": title, "form": form, "left": left, "is_asked": bool(mine),
                      "done_at": getattr(told, f"{part}_at"), "done_by": getattr(told, f"{part}_by")})
    return found


def _rows(case, wrong):
    return {"symptom_days": [(one, symptom_words(one.codes)) for one in queries.symptom_days(case)],
            "exposures": [(one, *exposure_words(one)) for one in queries.exposures_of(case)],
            "symptoms_form": wrong.get("symptoms") or SymptomsForm(case=case), "exposed_form": wrong.get("exposures") or ExposedForm()}


def _is_read(request, case):
    return bool(read_for(case.pk, READ, request.user, now()))


@may("investigate")
@require_POST
def fill(request, pk):
    """What was typed is kept, whatever else is wrong; a script sends each change, the button sends all."""
    case, on = _named(pk), day_of(now())
    if not _is_read(request, case):
        return redirect("cases:inquiry", pk)
    asked = [one for one in queries.questions(case, on) if one.part == request.POST.get("part")]
    form = AnswerForm(request.POST, asked=asked)
    form.is_valid()
    try:
        changed = actions.fill(case=case, said=form.good(), by=request.user, at=now())
    except Refused as refused:
        form.add_error(None, str(refused))
        changed = []
    if request.htmx:
        return render(request, "cases/saved.html", {"form": form, "changed": changed, "at": now()})
    if form.errors:
        return _page(request, case, {request.POST.get("part"): form}, 422)
    messages.success(request, _("已存。") if changed else _("没有改动。"))
    return redirect("cases:inquiry", pk)


@may("investigate")
@require_http_methods(["POST"])
def finish_basic(request, pk):
    """The first part is complete."""
    try:
        actions.finish_basic(case=_named(pk), by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("基本部分已完成。接着填完整部分。"))
    return redirect("cases:inquiry", pk)


@may("investigate")
@require_POST
def tell(request, pk, rows):
    """A day's symptoms, or an exposure."""
    case = _named(pk)
    if rows not in ROWS:
        raise Http404(rows)
    if not _is_read(request, case):
        return redirect("cases:inquiry", pk)
    form = SymptomsForm(request.POST, case=case) if rows == "symptoms" else ExposedForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        told = (actions.DayTold(said["on"], said["temperature"], tuple(said["codes"])) if rows == "symptoms"
                else actions.ExposureTold(**said))
        try:
            actions.tell(case=case, told=told, by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            return redirect(reverse("cases:inquiry", args=[pk]) + f"#{rows}")
    return _page(request, case, {rows: form}, 422)


@may("investigate")
@require_POST
def take_back(request, pk, rows, row):
    """A row that was wrong."""
    if rows not in ROWS:
        raise Http404(rows)
    found = get_object_or_404(ROWS[rows][1].objects.select_related("case"), pk=row, case=pk)
    try:
        actions.take_back(row=found, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect(reverse("cases:inquiry", args=[pk]) + f"#{rows}")
