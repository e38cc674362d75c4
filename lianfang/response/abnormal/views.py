"""Somebody abnormal on screen: reported by whoever saw him, with the three firsts and their clocks, step by step."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.people.queries import Places
from lianfang.registers.people.reading import reading, take_reason

from . import actions, queries
from .forms import MeasureForm, ReportForm, WhereForm, WhyForm
from .models import Sighting

READ = "abnormal.read_sighting"
STEPS = {"measure": ("reported", MeasureForm, actions.measure_sighting, gettext_lazy("第一时间测量")),
         "isolate": ("measured", WhereForm, actions.isolate_sighting, gettext_lazy("第一时间隔离")),
         "rule-out": ("measured", WhyForm, actions.rule_out_sighting, gettext_lazy("排除"))}


@may("guard", sees="guard")
@require_http_methods(["GET", "POST"])
def report(request):
    """Whoever sees somebody abnormal says so, in one form."""
    form, pk = ReportForm(request.POST or None, reach=request.reach), posted_id(request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.report_sighting(id=pk, who=form.who(), unit=Unit.objects.get(pk=said["unit"]), seen=said["seen"],
                                           words=said["words"], by=request.user, at=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已报告。人先不要走，马上有人来测量。"))
            return redirect("abnormal:sighting", made.pk) if "record" in request.rights else redirect("abnormal:report_sighting")
    mine = Sighting.objects.filter(seen_by=request.user).select_related("person").order_by("-reported_at")[:5]
    page = {"form": form, "id": pk, "mine": [(one, str(FLOWS["sighting"].states[one.state])) for one in mine]}
    return render(request, "abnormal/report.html", page, status=422 if form.errors else 200)


def _named(pk):
    found = queries.sighting_named(pk)
    if found is None:
        raise Http404(pk)
    return found


@may("record")
@require_GET
def sighting(request, pk):
    """One of them: the three firsts with their clocks, and what is to be done now."""
    return _page(request, _named(pk))


def _page(request, found, wrong=None):
    at = now()
    opened = reading(request, found, READ)
    ways = [(code, title, (wrong or {}).get(code) or form()) for code, (state, form, _act, title) in STEPS.items()
            if state == found.state and (code == "measure" or "manage" in request.rights)]
    page = {"one": found, "at": at, "firsts": queries.firsts(found, at), "state": str(FLOWS["sighting"].states[found.state]), "ways": ways,
            "turn": Turn.objects.open().filter(record=found.pk).first(), "action": reverse("abnormal:read", args=[found.pk]), **opened}
    if opened["is_read"]:
        said = queries.measured_of(found)
        page["said"] = [(label, word) for label, word in [
            (_("看到什么"), queries.seen_words(found)), (_("情况"), found.words.open()),
            (_("体温"), f"{said['temperature']} ℃" if said else ""),
            (_("症状"), (_("有") if said["symptoms"] else _("没有")) if said else ""),
            (_("隔离在"), found.held_at.open()), (_("排除依据"), found.why.open())] if word]
    return render(request, "abnormal/sighting.html", page, status=422 if wrong else 200)


@may("record")
@require_POST
def read(request, pk):
    """What was seen and measured opens for a reason."""
    take_reason(request, _named(pk), READ, "sighting")
    return redirect("abnormal:sighting", pk)


def _step(request, pk, code):
    found, (_state, form_of, act, _title) = _named(pk), STEPS[code]
    form = form_of(request.POST)
    if form.is_valid():
        try:
            act(sighting=found, by=request.user, at=now(), **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已登记。"))
            return redirect("abnormal:sighting", pk)
    return _page(request, found, {code: form})


@may("record")
@require_POST
def measure(request, pk):
    """Measured where he is."""
    return _step(request, pk, "measure")


@may("manage")
@require_POST
def isolate(request, pk):
    """Set apart."""
    return _step(request, pk, "isolate")


@may("manage")
@require_POST
def rule_out(request, pk):
    """Not abnormal."""
    return _step(request, pk, "rule-out")


@may("record")
@require_GET
def sightings(request):
    """All of them, those still waited for first."""
    places, at = Places(), now()
    columns = [
        tables.Column("person", gettext_lazy("姓名"), "name", sort="", text=lambda row: row.person.masked_name,
                      cell=lambda row: parts.name(row.person.masked_name, reverse("abnormal:sighting", args=[row.pk]))),
        tables.Column("state", gettext_lazy("状态"), cell=lambda row: str(FLOWS["sighting"].states[row.state]),
                      text=lambda row: str(FLOWS["sighting"].states[row.state])),
        tables.Column("unit", gettext_lazy("在哪里"), "unit", sort="unit__path", width=24, cell=lambda row: places.of(row.unit),
                      text=lambda row: places.of(row.unit)),
        tables.Column("reported_at", gettext_lazy("报告"), "moment"),
        tables.Column("measured_at", gettext_lazy("测量"), "moment"),
        tables.Column("closed_at", gettext_lazy("隔离或排除"), "moment"),
        tables.Column("late", gettext_lazy("时限"), sort="", text=lambda row: _late(row, at),
                      cell=lambda row: parts.tag(_late(row, at), "bad", "clock") if _late(row, at) else ""),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices={code: str(one) for code, one in FLOWS["sighting"].states.items()})]
    table = tables.table(request, Sighting.objects.select_related("person", "unit"), columns, filters, "-reported_at", title=_("异常人员"),
                         empty_title=_("没有异常人员"), empty_text=_("谁看到发热、不舒服的人，谁就报，一张表。"))
    if "export" not in request.GET:
        places.learn([row.unit for row in table.page.object_list])
    return tables.page(request, "abnormal/sightings.html", table, at=at)


def _late(row, at):
    return _("超时") if any(one.is_late for one in queries.firsts(row, at)) else ""
