"""The four gates on one page, how it goes week by week, and the weekly report on paper."""
from datetime import date

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.accounts.queries import is_drill
from lianfang.ground.days import now
from lianfang.ground.documents import check_form, handed_out
from lianfang.ground.journal.numbers import foot
from lianfang.ground.ui.actions import hand_out, office_of
from lianfang.ground.units.queries import above
from lianfang.response.risk.queries import levels_of

from .. import queries
from ..papers.weekly import weekly_of
from ..queries.board import open_points
from ..queries.weeks import trend as trend_of
from .shared import directs, level_tag, tabs

FIGURES = ("risk_points_open", "risk_points_grave", "risk_points_late", "risk_weeks_missing")
SHOWN, NAMED = 8, 12


@may("look")
@require_GET
def board(request):
    """Gates as columns, the gravest on top; the level that the table of risk levels gives the county stands beside."""
    at = now()
    week_on = queries.latest_week(at)
    found = indicators.values(FIGURES, request.reach, at)
    figures = [(str(indicators.INDICATORS[code]), found[code], indicators.INDICATORS[code].page, code,
                "bad" if code in FIGURES[1:] and found[code] else "") for code in FIGURES]
    asked, county = next(iter(queries.weeks(request.reach, at, 1)), None), _county(request)
    missing = queries.missing(request.reach, week_on, at) if week_on else []
    page = {"at": at, "tabs": tabs("board"), "columns": queries.board(request.reach, week_on, at), "figures": figures,
            "asked": asked if asked and asked.week_on == week_on else None, "missing": missing[:NAMED],
            "more": max(len(missing) - NAMED, 0), "levels": levels_of(county), "may_enter": "direct" in request.rights,
            "may_take": directs(request, county),  # the owners that the table names are the county's
            "may_print": week_on is not None and "print" in request.rights}
    return render(request, "riskpoints/board.html", page)


def _county(request):
    return above(request.assignments[0].unit, "county")


@may("look")
@require_GET
def trend(request):
    """Small multiples: of each point how many units rate it grave, week by week, and the level it had."""
    at = now()
    weeks_on = [one.week_on for one in reversed(queries.weeks(request.reach, at, SHOWN))]
    points = open_points(request.reach)
    found = trend_of(points, weeks_on)
    shown = [(one, level_tag(one.level), [(week_on, said.grave) for week_on, _level, said in found[one.pk]],
              [(week_on, level_tag(level)) for week_on, level, _said in found[one.pk]]) for one in points]
    return render(request, "riskpoints/trend.html", {"tabs": tabs("trend"), "points": shown if weeks_on else [], "at": at})


@may("print")
@require_POST
def report(request, form):
    """The weekly report of the latest week, or of the one that is named."""
    check_form(form)
    at = now()
    try:
        week_on = date.fromisoformat(request.POST.get("week", "")) if request.POST.get("week") else queries.latest_week(at)
    except ValueError:
        week_on = None
    if week_on is None:
        messages.error(request, _("还没有布置过每周评估，没有周报可打。"))
        return redirect("riskpoints:board")
    county = _county(request)
    paper = weekly_of(request.reach, county, week_on, is_drill=is_drill(), at=at)
    line = hand_out(kind="risk_week", record=None, unit=county.pk, form=form, by=request.user, at=at)
    return handed_out(paper, form, f"risk-{week_on}", foot(line, office_of(request, "print")))
