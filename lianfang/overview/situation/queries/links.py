"""The four links of the work, prevent, control, treat, research (S1-05): which turns and figures the county's table puts into each."""
from dataclasses import dataclass

from django.db.models import Count, Q

from lianfang.ground import decisions, indicators
from lianfang.ground.accounts.scope import widened, within
from lianfang.ground.days import day_of
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.units.fields import Reach
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.models import Turn

LINKS = ("prevent", "control", "treat", "research", "untold")


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its flows, how many of their turns are open and how many of these overdue, and its figures as pairs (code, value)."""

    code: str
    flows: tuple
    open: int
    late: int
    figures: tuple


def link_word(code) -> str:
    """防, 控, 治, 研 in the reader's language."""
    return decisions.shipped("links").labels.of("link", code)


def link_words() -> list[tuple]:
    """All of them, to choose from."""
    return [(code, link_word(code)) for code in LINKS]


def _linked(kind, codes, on) -> dict[str, list[str]]:
    found = {link: [] for link in LINKS}
    for code in codes:
        found[decisions.decide("links", {"kind": kind, "code": code}, on=on).result["link"]].append(code)
    return found


def flows_of(link, on) -> list[str]:
    """Codes of the flows that the table of a day puts into a link."""
    return _linked("turn", FLOWS, on)[link]


def links(unit, at) -> list[Link]:
    """Each link within a unit as known at a moment; figures that no row names belong to none and are not shown."""
    on, reach = day_of(at), widened(Reach(unit.path))
    turns = within(Turn.objects.open(at), reach).values_list("flow").order_by()
    counted = {flow: (n, late) for flow, n, late in turns.annotate(n=Count("pk"), late=Count("pk", filter=Q(due__lt=at)))}
    flows, figures = _linked("turn", FLOWS, on), _linked("figure", INDICATORS, on)
    named = [code for link in LINKS[:-1] for code in figures[link]]
    with indicators.one_reading():
        values = indicators.values(named, reach, at)
    return [Link(link, tuple(flows[link]), sum(counted.get(flow, (0, 0))[0] for flow in flows[link]),
                 sum(counted.get(flow, (0, 0))[1] for flow in flows[link]),
                 tuple((code, values[code]) for code in figures[link] if code in values)) for link in LINKS]
