"""Early warning: a figure of each of the last days held against the days before it."""
from datetime import timedelta
from functools import partial

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground import decisions, indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_end, day_of, now
from lianfang.response.cases import queries as cases

from ..warning import LOOKED_BACK, Rule, warnings
from .asked import asked

SHOWN = 28  # days
CASES = "new_cases"


@may("investigate")
@require_GET
def warning(request):
    """Each figure the table names, day by day, with the days that warn."""
    found, at = asked(request), now()
    codes = sorted({code for row in decisions.table("warning_rule").rows for code in row.conditions["signal"].words})
    signals = [_signal(request, code, at) for code in codes if code == CASES or code in indicators.INDICATORS]
    return render(request, "chains/warning.html", {**found.context("warning"), "signals": [one for one in signals if one], "at": at})


def _signal(request, code, at):
    ruling = decisions.decide("warning_rule", {"signal": code}, on=day_of(at))
    if ruling.manual_review:
        return None
    said = ruling.result
    rule = Rule(said["baseline"], said["gap"], *(said[name] / 100 for name in ("c1", "c2", "c3", "least")))
    days = [day_of(at) - timedelta(days=n) for n in range(SHOWN + rule.baseline + rule.gap + LOOKED_BACK - 1, 0, -1)]
    counts, opens = (_of_cases if code == CASES else partial(_of_figure, code))(request, days)
    told = warnings(counts, rule)[-SHOWN:]
    lines = [(days[one.day], one, opens(days[one.day])) for one in told]
    title = _("每天新报病例") if code == CASES else str(indicators.INDICATORS[code])
    points = [(on, (0, one.count) if one.warns else (one.count, 0), url) for on, one, url in lines]
    return {"title": title, "lines": lines[::-1], "points": points, "names": [_("平常"), _("预警")], "rule": rule, "ruling": ruling,
            "warned": [(on, _("、").join(one.warns)) for on, one, _url in lines if one.warns],
            "newest": lines[-1][1] if lines else None, "newest_on": lines[-1][0] if lines else None}


def _of_cases(_request, days):
    """New cases of each day by their report, of all diseases within scope; a day opens nothing of its own."""
    by_day = dict.fromkeys(days, 0)
    for on in cases.reported_days(days[0], days[-1]):
        by_day[on] += 1
    return [by_day[on] for on in days], lambda on: ""


def _of_figure(code, request, days):
    """The indicator at the end of each day, as known then; a day opens its records."""
    one = indicators.INDICATORS[code]

    def opens(on):
        return f"{reverse(one.page)}?{urlencode({'figure': code, 'at': _moment(on).isoformat()})}"

    return [indicators.value(code, request.reach, _moment(on)) for on in days], opens


def _moment(on):
    return day_end(on) - timedelta(seconds=1)
