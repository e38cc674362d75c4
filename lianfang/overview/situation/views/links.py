"""The four links of a unit on one page: what is open and overdue in each, and the figures that tell of it; each opens its records."""
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from lianfang.ground import indicators
from lianfang.ground.accounts.access import may
from lianfang.ground.days import now
from lianfang.ground.indicators import link
from lianfang.ground.workflow import FLOWS

from .. import queries
from ..boards.columns import tone
from .asked import unit_of


@may("look")
@require_GET
def links(request, pk=None):
    """Prevent, control, treat, research, as the county's table says."""
    unit, at = unit_of(request, pk), now()
    shown = []
    for one in queries.links(unit, at):
        turns = f"{reverse('home:turns')}?unit={unit.pk}&link={one.code}"
        figures = [{"label": str(indicators.INDICATORS[code]), "value": value, "url": link(code, unit, at), "tone": tone(code)}
                   for code, value in one.figures]
        shown.append({"link": one, "word": queries.link_word(one.code), "turns": turns, "late": f"{turns}&late=1", "figures": figures,
                      "flows": [str(FLOWS[code]) for code in one.flows]})
    return render(request, "situation/links.html", {"unit": unit, "at": at, "links": shown,
                                                    "table": reverse("decisions:table", args=["links"])})
