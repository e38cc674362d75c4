"""Who was where when: the stays of the cases side by side, and the exposures their lists tell of."""
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may
from lianfang.ground.days import day_end, day_start
from lianfang.response.cases import queries as cases
from lianfang.response.tracing import queries as tracing

from ..gantt import Bar, gantt, hours, marked
from .asked import asked

ROWS = 40


@may("investigate")
@require_GET
def stays(request):
    """Some cases at a time, the earliest onset first."""
    found = asked(request)
    told = _bars(found.outbreak)
    some = Paginator([one for one in found.outbreak.seen if one.id in told], ROWS).get_page(request.GET.get("page"))
    rows, bars = [], []
    for n, one in enumerate(some.object_list):
        rows.append((one.label, reverse("cases:case", args=[one.id]), one.onset_on))
        for bar in told[one.id]:
            bar.row = n
            bars.append(bar)
    shared = marked(bars)
    listed = sorted(((rows[bar.row][0], bar) for bar in bars), key=lambda pair: pair[1].from_at)
    title = _("行程对照")
    context = {"drawing": gantt(rows, bars, title) if bars else "", "shared": shared, "page": some, "listed": listed,
               "without": len(found.outbreak.seen) - len(told), "together": sum(bar.meets for bar in bars)}
    return render(request, "chains/stays.html", {**found.context("stays"), **context})


def _bars(outbreak) -> dict:
    """The bars of each case by its id; cases of which nothing is told are not among them."""
    people = {one.person_id: one for one in outbreak.seen}
    found: dict = {}
    for stay in tracing.stays_told(people):
        words = f"{stay.place} {hours(stay.from_at, stay.until_at)}"
        found.setdefault(people[stay.person_id].id, []).append(Bar(0, stay.place, stay.from_at, stay.until_at, words, stay.spot_id))
    for one in cases.exposed([case.id for case in outbreak.seen]):
        words = f"{one.name} {one.from_on}–{one.until_on}"
        found.setdefault(one.case_id, []).append(Bar(0, one.name, day_start(one.from_on), day_end(one.until_on), words))
    return found
