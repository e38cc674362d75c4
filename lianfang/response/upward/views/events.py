"""Reports to the city on screen: which events go up, one with its reports and minutes, the next report drafted, the receipt noted."""
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import office_of
from lianfang.ground.ui.forms import step
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn
from lianfang.registers.outside.forms import AnswerForm

from .. import actions, queries
from ..forms import EventForm, ReportForm, WhyForm
from ..models import KINDS, STAGES, Event, Report
from ..papers.draft import draft
from ..papers.report import paper_of

REPORTS = {"first": actions.report_first, "progress": actions.report_progress, "final": actions.report_final,
           "correction": actions.report_correction}
STATES = {"first": ("first",), "following": ("progress", "final", "correction"), "ended": ("correction",), "dropped": ()}


@may("investigate")
@require_GET
def events(request):
    """All of them, what is to be reported first on top; how many minutes each stage takes."""
    states, at = FLOWS["event"].states, now()
    columns = [
        tables.Column("title", gettext_lazy("情况"), "name",
                      cell=lambda one: parts.name(one.title, reverse("upward:event", args=[one.pk]))),
        tables.Column("kind", gettext_lazy("类别"), text=lambda one: str(KINDS[one.kind]), cell=lambda one: str(KINDS[one.kind])),
        tables.Column("known_at", gettext_lazy("知道"), "moment"),
        tables.Column("first_due", gettext_lazy("首报时限"), "moment"),
        tables.Column("first", gettext_lazy("首报用了（分钟）"), "number", sort="", text=_minutes, cell=_minutes),
        tables.Column("state", gettext_lazy("状态"), text=lambda one: str(states[one.state]), cell=lambda one: parts.tag(
            str(states[one.state]), _tone(one, at))),
    ]
    filters = [tables.Filter("state", gettext_lazy("状态"), choices=lambda r: [(one.code, str(one)) for one in states.values()]),
               tables.Filter("kind", gettext_lazy("类别"), choices=KINDS)]
    rows = Event.objects.prefetch_related("reports")
    table = tables.table(request, rows, columns, filters, "-known_at", title=_("上报市指挥部"), empty_title=_("没有要上报的"),
                         empty_text=_("按表要报的病例一报卡，这里自动立项；聚集性疫情、异常人员由人立项。"))
    took = [(str(STAGES[stage]), *told) for stage, told in queries.stage_minutes().items()]
    return tables.page(request, "upward/events.html", table, at=at, took=took)


def _tone(one, at):
    return {"first": "bad" if one.first_due < at else "warn", "following": "warn", "ended": "good"}.get(one.state, "")


def _minutes(one):
    return next((report.minutes for report in one.reports.all() if report.stage == "first"), "")


def _event(pk) -> Event:
    return get_object_or_404(Event.objects.select_related("unit", "person", "opened_by"), pk=pk)


def _report(pk) -> Report:
    return get_object_or_404(Report.objects.select_related("event__unit", "event__person", "by"), pk=pk)


@may("investigate")
@require_GET
def event(request, pk):
    """One event: found, known, reported when, with the minutes between, and the city's receipts."""
    one = _event(pk)
    page = {"one": one, "state": str(FLOWS["event"].states[one.state]), "turn": Turn.objects.open().filter(record=pk).first(),
            "kind": KINDS[one.kind], "reports": queries.reports_of(one), "at": now(),
            "ways": [(stage, STAGES[stage]) for stage in STATES[one.state]],
            "case": reverse("cases:case", args=[one.record]) if one.kind == "case" and one.record else ""}
    return render(request, "upward/event.html", page)


@may("investigate")
@require_http_methods(["GET", "POST"])
def open_event(request):
    """Something is to be reported that no reaction opened."""
    county = Unit.objects.filter(path__under=request.reach).order_by("path").first()
    made = []

    def act(form):
        made.append(actions.open_event(unit=county.pk, by=request.user, at=now(), **form.cleaned_data))

    return _step(request, EventForm(request.POST or None), act, _("立项了，时限开始数。"), _("立项上报"),
                 lambda: reverse("upward:event", args=[made[0].pk]), reverse("upward:events"))


@may("investigate")
@require_http_methods(["GET", "POST"])
def report(request, pk, stage):
    """The next report: its words drafted from what is counted."""
    if stage not in REPORTS:
        raise Http404(stage)
    one = _event(pk)
    to = reverse("upward:event", args=[pk])
    form = ReportForm(request.POST or None, drafted=draft(one, stage))
    return _step(request, form, lambda form: REPORTS[stage](event=one, by=request.user, at=now(), **form.cleaned_data),
                 _("记下了，等市里回执。"), STAGES[stage], to, to)


@may("investigate")
@require_http_methods(["GET", "POST"])
def take_answer(request, pk):
    """The city has it."""
    one = _report(pk)
    to = reverse("upward:event", args=[one.event_id])
    form = AnswerForm(request.POST or None, example=_("例如：市疫情防控指挥部值班室"))
    return _step(request, form,
                 lambda form: actions.take_answer(report=one, said=form.answer(), by=request.user, at=now()), _("记下了回执。"),
                 _("记市里回执"), to, to)


@may("investigate")
@require_http_methods(["GET", "POST"])
def drop_event(request, pk):
    """Not to be reported."""
    one = _event(pk)
    to = reverse("upward:event", args=[pk])
    return _step(request, WhyForm(request.POST or None),
                 lambda form: actions.drop_event(event=one, by=request.user, at=now(), **form.cleaned_data), _("记下了。"), _("不用上报"),
                 to, to)


def _step(request, form, act, done, title, to, back):
    return step(request, "upward/step.html", form, act, done, to, title=title, back=back)


@may("investigate")
@require_POST
def print_report(request, pk, form):
    """A report as it goes out; nobody is named in it."""
    one = _report(pk)
    check_form(form)
    told = foot(actions.print_report(report=one, by=request.user, at=now()), office_of(request, "investigate"))
    return handed_out(paper_of(one, is_drill=is_drill()), form, f"report-{one.stage}-{one.pk.hex[:8]}", told)
