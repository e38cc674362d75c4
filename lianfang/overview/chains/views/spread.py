"""How fast it spreads: serial intervals of certain pairs, and how many others one case infects, day by day."""
from datetime import timedelta

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground import decisions
from lianfang.ground.accounts.access import may
from lianfang.response.cases import queries as cases

from ..forest import forest
from ..intervals import serial_intervals
from ..queries.outbreak import by_day
from .asked import asked

LONGEST = 800  # days
ENOUGH = 10  # pairs of one's own before they are offered as the interval


@may("investigate")
@require_GET
def intervals(request):
    """Mean, deviation and each count of days between the onsets of certain pairs."""
    found = asked(request)
    nodes = forest(found.outbreak.seen)
    told = serial_intervals(nodes)
    counts: dict = {}
    for day in told.days:
        counts[day] = counts.get(day, 0) + 1
    most = max(counts.values(), default=1)
    settings, words = cases.settings_of(found.outbreak.disease) if found.outbreak.disease else {}, cases.WORDS["setting"]
    met: dict = {}
    for _day, source, case in told.pairs:
        word = str(words[settings.get((source.id, case.id), "")])
        met[word] = met.get(word, 0) + 1
    context = {"told": told, "counts": [(day, n, round(100 * n / most)) for day, n in sorted(counts.items())],
               "met": sorted(met.items(), key=lambda one: -one[1]), "published": _published(found.outbreak),
               "sure": sum(node.is_sure for node in nodes)}
    return render(request, "chains/intervals.html", {**found.context("intervals"), **context})


def _published(outbreak):
    """Mean and deviation by the table of a day, with its source; nothing where no row answers."""
    if not outbreak.disease:
        return None
    ruling = decisions.decide("serial_interval", {"disease": outbreak.disease}, on=outbreak.on)
    if ruling.manual_review:
        return None
    return {"mean": ruling.result["mean"] / 100, "deviation": ruling.result["deviation"] / 100, "document": ruling.document,
            "clause": ruling.clause}


@may("investigate")
@require_GET
def reproduction(request):
    """The band over days by Cori's method, with the interval it rests on: the published one, or that of one's own pairs."""
    from ..reproduction import FEW, SCALE, SHAPE, WINDOW  # what it brings is loaded when somebody asks

    found = asked(request)
    own = serial_intervals(forest(found.outbreak.seen))
    ways = {"published": _published(found.outbreak), "own": _own(own)}
    way = request.GET.get("interval", "")
    way = way if ways.get(way) else next((name for name, given in ways.items() if given), "")
    days, unknown = by_day(found.outbreak.seen, "onset")
    is_cut = len(days) > LONGEST
    days = dict(list(days.items())[-LONGEST:])
    told = _estimated(days, ways[way]) if way and days else []
    first = next(iter(days), None)
    points = [(first + timedelta(days=one.last), one.low, one.mean, one.high, one.is_few) for one in told]
    context = {"points": points, "title": _("一个病例平均传给几个人（每天看前 7 天）"), "heads": [_("到哪天"), _("低"), _("平均"), _("高")],
               "ways": [(name, given, name == way) for name, given in ways.items() if given], "given": ways.get(way),
               "newest": told[-1] if told else None, "newest_on": points[-1][0] if points else None, "unknown": unknown,
               "imported": sum(one.is_imported for ones in days.values() for one in ones),
               "window": WINDOW, "shape": SHAPE, "scale": SCALE, "few": FEW,
               "pairs": len(own.pairs), "enough": ENOUGH, "is_cut": is_cut, "longest": LONGEST}
    return render(request, "chains/reproduction.html", {**found.context("reproduction"), **context})


def _own(told):
    """The interval of one's own certain pairs, where there are enough of them and they vary."""
    if len(told.pairs) < ENOUGH or not told.deviation or told.mean <= 1:
        return None
    return {"mean": told.mean, "deviation": told.deviation, "document": "", "clause": ""}


def _estimated(days, given):
    """The first day's cases count as imported: nobody here had infected them."""
    from ..reproduction import reproduction as estimates
    from ..reproduction import serial_weights

    local = [sum(not one.is_imported for one in ones) for ones in days.values()]
    imported = [len(ones) - n for ones, n in zip(days.values(), local, strict=True)]
    imported[0], local[0] = imported[0] + local[0], 0
    return estimates(local, imported, serial_weights(given["mean"], given["deviation"], len(local)))
