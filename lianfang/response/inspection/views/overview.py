"""The first page: what inspections came to; who is covered and who is not; what is looked at when; the first and the last."""
from datetime import timedelta

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_of, now
from lianfang.ground.decisions import decide, shipped, table
from lianfang.ground.decisions.queries import place_of
from lianfang.ground.ui import parts, tables

from .. import queries
from ..models import LEVELS, MARKETS, PERIODS, TEAMS, Round, Standing
from ..queries.counting import by_kind
from ..queries.covering import following
from ..rules import FOCUS, ranking, topic_word
from ..rules import focus as focus_of
from .shared import day_or_404

FIGURES = ("inspection_checks", "inspection_problems", "inspection_open", "inspection_late", "inspection_closed", "inspection_notices",
           "inspection_reports", "inspection_suggestions", "complaints_open")
COLUMNS = 6
CALENDAR = {code: word for code, word in PERIODS.items() if code != "once"}


@may("inspected", sees="inspected")
def index(request):
    """All that inspections came to, each figure opening its records; this month's chain and markets below."""
    at = now()
    since, until = following("month", day_of(at))[0], day_of(at) + timedelta(days=1)
    found = indicators.values(FIGURES, request.reach, at)
    figures = [{"value": found[code], "url": f"{reverse(indicators.INDICATORS[code].page)}?figure={code}",
                "label": str(indicators.INDICATORS[code]), "tone": "bad" if code == "inspection_late" else ""} for code in FIGURES]
    page = {"at": at, "figures": figures, "chain": queries.chain(request.reach, since, until, at), "since": since,
            "market": queries.market_sums(request.reach, since, until), "focus": _focus(day_of(at), place_of(request.reach)),
            "running": Round.objects.filter(state__in=("running", "reply")).order_by("last_on")[:COLUMNS],
            "markets": [(MARKETS[row["kind"]], row) for row in by_kind(request.reach, since, until)],
            "cases": queries.case_counts(since, until) if "muster" in request.rights else None}
    return render(request, "inspection/index.html", page)


def _focus(on, path):
    """What inspections look at on a day, in words."""
    return [topic_word(code) for code in focus_of("inspection", on, path)]


@may("inspect", sees="inspect")
def coverage(request):
    """Units by periods: what was seen, what is planned, whom nobody looks at."""
    on = day_of(now())
    level = request.GET.get("level") if request.GET.get("level") in LEVELS else "village"
    period = request.GET.get("period") if request.GET.get("period") in CALENDAR else "week"
    kind = request.GET.get("kind") if request.GET.get("kind") in TEAMS else ""
    spans, lines = queries.coverage(request.reach, level, period, on, COLUMNS, kind)
    is_bare = request.GET.get("bare") == "1"
    bare = sum(line.is_bare for line in lines)

    def cell(n):
        def show(line):
            one = line.cells[n]
            seen = [_("查了 {n} 次").format(n=one.seen)] if one.seen else []
            planned = [_("已排 {n} 次").format(n=one.planned)] if one.planned else []
            return "，".join(seen + planned) or "—"

        return show

    columns = [tables.Column("unit.name", _("单位"), "name", sort="", text=lambda line: line.unit.name,
                             cell=lambda line: parts.name(line.unit.name, note=line.unit.parent.name if line.unit.parent else "")),
               tables.Column("unit.parent.name", _("在哪里"), sort="", on_page=False),
               *(tables.Column(f"c{n}", _span(span), sort="", on_phone=n > COLUMNS - 4, cell=cell(n), text=cell(n)) for n,
                 span in enumerate(spans)),
               tables.Column("bare", _("没有人查"), sort="", cell=lambda line: _("没有人查") if line.is_bare else "",
                             text=lambda line: _("没有人查") if line.is_bare else "")]
    rows = [line for line in lines if line.is_bare or not is_bare]
    filters = [tables.Filter("level", _("哪一级"), choices=LEVELS, apply=lambda kept, _v: kept, empty=LEVELS["village"]),
               tables.Filter("period", _("按什么看"), choices=CALENDAR, apply=lambda kept, _v: kept, empty=PERIODS["week"]),
               tables.Filter("kind", _("谁来查"), choices=TEAMS, apply=lambda kept, _v: kept),
               tables.Filter("bare", _("只看没有人查的"), "tick", apply=lambda kept, _v: kept)]
    found = tables.table(request, rows, columns, filters, title=_("检查覆盖"), size=max(len(rows), 1), empty_title=_("没有这样的单位"),
                         row_class=lambda line: "warn" if line.is_bare else "")
    note = _("{units} 个单位，{bare} 个没有人查").format(units=len(lines), bare=bare)
    return tables.page(request, "inspection/listed.html", found, note=note)


def _span(span) -> str:
    first, last = span
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}～{last:%m-%d}"


@may("inspected", sees="inspected")
def focus(request):
    """What is looked at, kind by kind, from which day to which: the rows of the dated table."""
    on = day_or_404(request.GET.get("on", ""), day_of(now()))
    labels, every = shipped(FOCUS).labels, table(FOCUS).rows
    rules = [decide(FOCUS, {"kind": kind}, on=on, unit=place_of(request.reach)) for kind in TEAMS]
    holding = {(rule.version, rule.row) for rule in rules}
    rows = [{"kind": "、".join(labels.of("kind", code) for code in row.cells["kind"].split("|")) if row.cells["kind"] != "-" else _("全部"),
             "topics": [topic_word(code) for code in row.result["topics"] or ()], "from_on": row.from_on,
             "until_on": row.until_on if row.until_on.year < 9999 else None, "is_now": (row.version, row.number) in holding,
             "because": f"{row.document}：{row.clause}"} for row in every]
    return render(request, "inspection/focus.html", {"rows": rows, "on": on, "table": FOCUS})


@may("inspected", sees="inspected")
def lists(request):
    """Who was last, again and again; who was first: of what is asked for, else of the ranking that was published last."""
    on, newest = day_of(now()), Round.objects.filter(state="published").order_by("-published_at").first()

    def asked(name, known, usual):
        said = request.GET.get(name)
        return said if said in known else getattr(newest, name, usual)

    kind, period, level = asked("kind", TEAMS, "mutual"), asked("period", PERIODS, "month"), asked("level", LEVELS, "village")
    first = Standing.objects.filter(round__kind=kind, round__period=period, round__state="published", level=level, is_first=True)
    page = {"last": queries.last_lists(kind, period, level, on), "first": first.select_related("unit__parent", "round").order_by(
                "-round__last_on", "place")[:60], "rule": ranking(period, on, place_of(request.reach)), "kind": kind, "period": period,
                "level": level,
            "kinds": TEAMS.items(), "periods": PERIODS.items(), "levels": LEVELS.items()}
    return render(request, "inspection/lists.html", page)
