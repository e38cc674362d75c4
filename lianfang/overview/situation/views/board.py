"""The board of a unit: tiles, the units below, the last fortnight, what to chase now."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may, opens
from lianfang.ground.days import SHANGHAI, day_of, now
from lianfang.ground.ids import typed_number
from lianfang.ground.ui import tables
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.queries import ancestors
from lianfang.ground.workflow import Refused, agenda, ahead
from lianfang.ground.workflow import actions as workflow
from lianfang.response.directives import queries as tasks

from .. import cutoffs, queries
from ..boards.columns import Columns
from ..boards.tiles import Tiles
from ..boards.urging import urges
from .asked import moment_of, unit_of

CUT_WORDS = {
    ("morning", 0): gettext_lazy("今早 {time}"),
    ("evening", 0): gettext_lazy("今晚 {time}"),
    ("morning", 1): gettext_lazy("昨早 {time}"),
    ("evening", 1): gettext_lazy("昨晚 {time}"),
}


@may("look")
def board(request, pk=None):
    """The board of a unit, or the reader's own; every five seconds the page asks again, and is told when nothing has changed."""
    unit = unit_of(request, pk)
    if unit.level in ("building", "stair", "door"):
        return redirect("situation:building", unit.pk)
    at, is_live = moment_of(request)
    found = queries.board(unit, at)
    columns = Columns(found, is_live)
    if request.GET.get("export") == "xlsx":
        return _sheet(request, found, columns)
    days = queries.trend(unit, at, found.total["managed"])
    context = {
        "board": found,
        "zone": found.zones[unit.pk],
        "at": at,
        "is_live": is_live,
        "tiles": Tiles(found, days, request.rights),
        "urges": urges(found, request.assignments if is_live else ()),
        "rehearsed": _rehearsed(request, unit, at) if is_live else [],
        "mechanisms": _mechanisms(request, unit, at) if is_live and unit.parent_id is None else [],
        "line": [(day.on, day.managed) for day in days],
        "moved": [(day.on, day.new, day.ended) for day in days],
    }
    seen = _digest(found, context)
    if request.htmx and request.GET.get("seen") == seen:
        return _unchanged(at)
    context |= {"table": _table(request, found, columns), "again": _again(request, seen) if is_live else ""}
    if request.htmx and "seen" in request.GET:
        return render(request, "situation/board_body.html", context)
    context |= {
        "crumbs": _crumbs(request, unit),
        "cuts": _cuts(request, at, is_live),
        "export": f"?{urlencode({**request.GET.dict(), 'export': 'xlsx'})}",
    }
    context["has_buildings"] = unit.level in ("village", "grid", "micro_grid", "compound")
    context["bulletin_url"] = reverse("situation:bulletins") if unit.parent_id is None else ""
    return render(request, "situation/board.html", context)


@may("urge")
@require_POST
def urge(request, pk, level):
    """Urge what is overdue at a level in a unit below this board's (`below`), or hangs on the board's own unit."""
    if level not in queries.LEVELS:
        raise Http404
    board_of = unit_of(request, pk)
    below = request.GET.get("below", "")
    chosen = typed_number(below)
    unit = board_of if chosen is None else unit_of(request, chosen)
    turns = indicators.records(f"overdue_{level}", Reach(unit.path), now(), "" if below else unit.path)
    try:
        lines = workflow.urge(turns=turns, by=request.user, at=now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, ngettext("已催 {n} 件。", "已催 {n} 件。", len(lines)).format(n=len(lines)))
    return redirect("situation:board", board_of.pk)


def _table(request, found, columns):
    return tables.plain_table(
        request,
        found.lines,
        columns.all(),
        total=found.total,
        title=_("下级各单位"),
        cards=False,
        roomy=False,
        keep=("at",),
        name="below",
        row_class=lambda line: "" if line.unit else "done-row",
    )


def _sheet(request, found, columns):
    title = _("{unit}疫情防控态势 {at}").format(unit=found.unit.name, at=f"{found.at:%Y-%m-%d %H%M}")
    return tables.sheet(tables.plain_table(request, [found.total, *found.lines], columns.all(), title=title))


def _rehearsed(request, unit, at):
    """Rules that two have approved and whose hour has still to come, in words; the trial behind each where the reader may open it."""
    return [(agenda.spoken(one.title), one.at, agenda.spoken(one.note), one.url if one.url and opens(request, one.url) else "")
            for one in ahead.coming(unit, at, ahead.REHEARSED)]


def _mechanisms(request, unit, at):
    """The county's own mechanisms, each part with how many tasks under it are open, and where these stand."""
    if not (kept := agenda.tags(day_of(at))):
        return []
    counts, there = tasks.open_by_tag(unit), reverse("directives:tasks")
    leads = opens(request, there)
    return [(words, counts[code], f"{there}?{urlencode({'tag': code, 'how': 'open'})}" if leads else "") for code, words in kept]


def _digest(found, context) -> str:
    """What the page shows, in short; two readings with the same digest look alike but for their moment."""
    told = [
        [(line.name, line.figures) for line in (found.total, *found.lines)],
        context["line"],
        context["moved"],
        context["rehearsed"],
        context["mechanisms"],
        [(urge.badge, urge.text) for urge in context["urges"]],
        context["tiles"].oldest,
        [(pk, held.word, held.inside) for pk, held in found.zones.items()],
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _unchanged(at):
    """Nothing to swap; the page only learns that its figures still hold."""
    answer = HttpResponse(status=204)
    answer["X-As-Of"] = f"{at:%H:%M}"
    return answer


def _again(request, seen):
    return f"{request.path}?{urlencode({**{k: v for k, v in request.GET.items() if k != 'seen'}, 'seen': seen})}"


def _crumbs(request, unit):
    chain = ancestors(unit)[:-1]
    return [(u.name, reverse("situation:board", args=[u.pk]) if request.reach.covers(u.path) else "") for u in chain]


def _cuts(request, at, is_live):
    """This moment, and the last two cut-offs, each one tap away."""
    present = now().astimezone(SHANGHAI)
    found = [{"label": _("此刻"), "url": request.path, "is_current": is_live}]
    for cut in cutoffs.latest(present):
        words = CUT_WORDS[cut.edition, min((day_of(present) - day_of(cut.at)).days, 1)]
        found.append(
            {
                "label": words.format(time=f"{cut.at:%H:%M}"),
                "url": f"{request.path}?{urlencode({'at': cut.at.isoformat()})}",
                "is_current": not is_live and cut.at == at,
            }
        )
    return found
