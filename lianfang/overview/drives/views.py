"""Drives on screen: all of them, one with its people as it is now, its sheet; beginning and calling off."""
from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.scope import within
from lianfang.ground.days import SHANGHAI, now
from lianfang.ground.documents.handing import TYPES
from lianfang.ground.ui import parts, tables
from lianfang.ground.ui.actions import Taken
from lianfang.ground.ui.forms import posted_id
from lianfang.ground.workflow import FLOWS, Refused
from lianfang.registers.people.queries import Places
from lianfang.response.isolation.words import measure_word
from lianfang.response.screening import queries as screening

from . import actions, papers, queries
from .forms import DriveForm, WhyForm
from .models import Drive
from .rules import STAGES

LATELY = timedelta(days=14)
HOUR = 60
WORDS = {"found": gettext_lazy("找到人"), "decided": gettext_lazy("定措施"), "served": gettext_lazy("送达"),
         "sampled": gettext_lazy("采样"), "result": gettext_lazy("出结果")}
WAITS = {"review": gettext_lazy("等人工复核"), "held": gettext_lazy("等督查放行"), "recall": gettext_lazy("等重新单采")}


@may("look")
@require_GET
def drives(request):
    """All drives, the newest first; a running one is counted as it is now."""
    lives: dict = {}
    columns = [
        tables.Column("title", gettext_lazy("叫什么"), "name", text=lambda one: one.title, width=24,
                      cell=lambda one: parts.name(one.title, reverse("drives:drive", args=[one.pk]))),
        tables.Column("unit.name", gettext_lazy("单位"), "unit", sort="unit__path"),
        tables.Column("started_at", gettext_lazy("开始"), "moment"), tables.Column("ended_at", gettext_lazy("结束"), "moment"),
        tables.Column("elapsed", gettext_lazy("用时"), sort="", cell=_elapsed, text=_elapsed),
        tables.Column("state", gettext_lazy("状态"), cell=_state, text=lambda one: str(FLOWS["drive"].states[one.state])),
        tables.Column("people", gettext_lazy("人数"), "number", sort="", cell=lambda one: parts.shown(_live(one, lives)[0]),
                      text=lambda one: _live(one, lives)[0]),
        tables.Column("through", gettext_lazy("到位"), "number", sort="", cell=lambda one: parts.shown(_live(one, lives)[1]),
                      text=lambda one: _live(one, lives)[1]),
    ]
    rows = within(Drive.objects.all(), request.reach).select_related("unit")
    table = tables.table(request, rows, columns, (), "-started_at", title=_("突击排查"), empty_title=_("没有突击排查"),
                         empty_text=_("名册收完以后，从这里开始：找到人、定措施、送达、采样、出结果，一张表看到底。"))
    return tables.page(request, "drives/drives.html", table, heading=_("突击排查"))


def _live(one, known) -> tuple[int, int]:
    """How many people, and how many of them through: as frozen at its end, or now."""
    if one.state != "running":
        return one.people, one.through
    if one.pk not in known:
        told = queries.told(one, now())
        known[one.pk] = (len(told.rows), told.through)
    return known[one.pk]


def _elapsed(one) -> str:
    """From its beginning to its end; of a running one up to now."""
    return _span(queries.minutes(one, one.ended_at or now()))


def _state(one):
    word = str(FLOWS["drive"].states[one.state])
    return parts.tag(word, "warn") if one.state == "running" else word


@may("look")
@require_GET
def drive(request, pk):
    """One drive: who waits where, as of now; the page asks again by itself while it runs."""
    one = get_object_or_404(Drive.objects.select_related("unit"), pk=pk)
    told, places = queries.told(one, now()), Places()
    places.learn([row.come.unit for row in told.rows])
    if request.GET.get("form") == "docx":
        if "export" not in request.rights:
            raise PermissionDenied("export")
        return _paper(request, told, places)
    table = tables.plain_table(request, told.rows, _columns(told, places), title=one.title, empty_title=_("名册里没有人"),
                               row_class=lambda row: "late-row" if row.is_late else "")
    if request.GET.get("export") == "xlsx":
        return tables.sheet(table)
    counts = [(WORDS[stage], n, of, late, f"{limit.astimezone(SHANGHAI):%m-%d %H:%M}", parts.bar(n, of, "bad" if late else "good"))
              for stage, n, of, late, limit in told.counts]
    page = {"one": one, "told": told, "table": table, "state": str(FLOWS["drive"].states[one.state]), "note": _note(told),
            "counts": counts, "elapsed": _span(told.minutes),
            "roster": screening.roster_named(one.roster) if "enlist" in request.rights else None,
            "may_end": "enlist" in request.rights and one.state == "running", "form": WhyForm()}
    return render(request, "drives/drive.html", page)


def _note(told):
    return _("{at} 开始，{end} {span}").format(at=f"{told.drive.started_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}", span=_span(told.minutes),
                                         end=_("共用") if told.drive.ended_at else _("已过"))


def _span(minutes) -> str:
    """Ninety minutes; 21 hours 2 minutes."""
    hours, rest = divmod(minutes, HOUR)
    return _("{h} 小时 {n} 分").format(h=hours, n=rest) if hours > 1 else _("{n} 分钟").format(n=minutes)


def _name(row):
    return row.come.person.masked_name if row.come.person else _("名单第 {n} 行").format(n=row.come.row)


def _who(row):
    if row.come.person:
        return parts.name(row.come.person.masked_name, reverse("home:person", args=[row.come.person.pk]))
    return parts.name(_name(row), reverse("screening:lead", args=[row.come.lead]))


def _moment(told, row, stage) -> str:
    """20:15 · 35 分; of a sample known by its day, the day."""
    if stage not in row.reached:
        return ""
    if stage == "sampled" and row.sampled_on:
        return f"{row.sampled_on:%m-%d}"
    at = row.reached[stage]
    clock = f"{at.astimezone(SHANGHAI):%H:%M}"
    return _("{clock} · {n} 分").format(clock=clock, n=queries.minutes(told.drive, at)) if at >= told.drive.started_at else _("早已")


def _waits(row) -> str:
    """Where he waits, and for whom."""
    if not row.at_stage:
        return _("不用管控") if row.measure == queries.PASSED else _("到位")
    return str(WAITS.get(row.waits, "")) or _("没{stage}").format(stage=WORDS[row.at_stage])


def _columns(told, places):
    def cell(stage):
        def shown(row):
            if stage == row.at_stage:
                return parts.tag(_waits(row), "bad" if row.is_late else "warn", "clock" if row.is_late else "")
            return _moment(told, row, stage) or mark_safe('<span class="quiet">—</span>')

        return shown

    return [
        tables.Column("name", gettext_lazy("姓名"), "name", sort="", cell=_who, text=_name),
        tables.Column("unit", gettext_lazy("住处"), "unit", sort="", cell=lambda row: places.of(row.come.unit),
                      text=lambda row: places.of(row.come.unit), width=26),
        tables.Column("measure", gettext_lazy("措施"), sort="", cell=lambda row: measure_word(row.measure) if row.measure else "—",
                      text=lambda row: measure_word(row.measure) if row.measure else ""),
        *(tables.Column(stage, WORDS[stage], sort="", cell=cell(stage), text=lambda row, stage=stage: _moment(told, row, stage),
                        on_phone=stage not in ("found", "decided")) for stage in STAGES),
        tables.Column("waits", gettext_lazy("卡在哪里"), sort="", cell=lambda row: parts.tag(_waits(row), "bad" if row.is_late else "")
                      if row.at_stage else _waits(row), text=_waits),
    ]


def _paper(request, told, places):
    taken = Taken(request)
    heads = [_("姓名"), _("住处"), _("措施"), *(str(WORDS[stage]) for stage in STAGES), _("卡在哪里")]
    lines = [[_name(row), places.of(row.come.unit), measure_word(row.measure) if row.measure else "",
              *(_moment(told, row, stage) for stage in STAGES), _waits(row)] for row in taken.counted(told.rows)]
    totals = [_("{stage} {n}/{all}").format(stage=WORDS[stage], n=n, all=of) for stage, n, of, _late, _limit in told.counts]
    content = papers.as_docx(told.drive.title, _note(told), totals, heads, lines, taken.foot)
    taken.tell()
    answer = HttpResponse(content, content_type=TYPES["docx"])
    answer["Content-Disposition"] = f'attachment; filename="drive-{told.drive.started_at:%Y%m%d-%H%M}.docx"'
    return answer


@may("enlist")
@require_http_methods(["GET", "POST"])
def begin(request):
    """A drive on one of the rosters that came lately."""
    at = now()
    form, key = DriveForm(request.POST or None, rosters=screening.rosters_done(request.reach, at - LATELY), initial={
        "started_at": at.astimezone(SHANGHAI)}), posted_id(request)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.begin(id=key, by=request.user, at=at, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("已开始，时钟在走。"))
            return redirect("drives:drive", made.pk)
    return render(request, "drives/begin.html", {"form": form, "id": key}, status=422 if form.errors else 200)


@may("enlist")
@require_http_methods(["POST"])
def call_off(request, pk):
    """It is pursued no further as a drive."""
    one = get_object_or_404(Drive, pk=pk)
    try:
        actions.call_off(drive=one, why=request.POST.get("said", "")[:200], by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("已中止。"))
    return redirect("drives:drive", pk)
