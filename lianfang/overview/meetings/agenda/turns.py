"""Items told by turns: alarms, what waits to be approved, risks due, by the county's table; and what is overdue, level by level."""
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from itertools import chain

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from lianfang.ground.accounts.scope import widened
from lianfang.ground.days import day_of, end_words
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.indicators.tallies import late_below, open_then, waiting_below
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.agenda import TONGUES, Item, both

from ..rules import row

LEVELS = {"county": _("县级"), "township": _("乡级"), "village": _("村级"), "grid": _("网格")}
PLACES, NOWHERE = 3, "none"


def turn_items(unit, _since, at) -> list[tuple[str, Item]]:
    """A source of several sections: the turns that the table puts there, one by one where no person is named, else counted by flow."""
    wanted = _wanted(day_of(at))
    return [(section, item) for found in (_shown(unit, wanted["each"], at), _told(unit, wanted["count"], at)) for section, item in found]


def _wanted(on) -> dict[str, dict]:
    """The rows of the table by what they show, and by flow and state."""
    found: dict[str, dict] = {"each": {}, "count": {}}
    for flow in FLOWS.values():
        for state in flow.unfinished:
            rule = row("agenda_turns", on, flow=flow.code, state=state)
            if rule["section"] != NOWHERE:
                found[rule["shows"]][flow.code, state] = rule
    return found


def _until(rule, at):
    """Up to which due time a row looks; None where it takes all that are open."""
    return None if rule["ahead"] is None else at + timedelta(minutes=rule["ahead"])


def _shown(unit, rules, at):
    """Each turn of these flows and states."""
    flows, reach = {flow for flow, _state in rules}, widened(Reach(unit.path))
    by_flow: dict[tuple, list] = defaultdict(list)
    for turn in chain(*open_then(reach, at, flow__in=flows)):
        rule = rules.get((turn.flow, turn.state))
        if rule and (_until(rule, at) is None or turn.due <= _until(rule, at)):
            by_flow[rule["section"], turn.flow].append(turn)
    return [(section, item) for (section, flow), turns in by_flow.items() for item in _each(FLOWS[flow], turns, at)]


def _told(unit, rules, at):
    """How many turns of these flows and states there are, and where."""
    counted: dict[tuple, Counter] = defaultdict(Counter)
    places: dict[tuple, Counter] = defaultdict(Counter)
    for until in {_until(rule, at) for rule in rules.values()}:
        mine = {key: rule["section"] for key, rule in rules.items() if _until(rule, at) == until}
        which = {} if until is None else {"due__lte": until}
        for some in waiting_below(unit, at, {flow for flow, _state in mine}, **which):
            if section := mine.get((some.flow, some.state)):
                counted[section, some.flow].update({"all": some.count, "late": some.late})
                places[section, some.flow][some.child] += some.count
    return [(section, _counted(FLOWS[flow], found["all"], found["late"], places[section, flow]))
            for (section, flow), found in counted.items()]


def _each(flow, turns, at) -> list[Item]:
    words = {}
    for tongue, language in TONGUES.items():
        with translation.override(language):
            titles = flow.titles([turn.record for turn in turns]) if flow.titles else {}
            words[tongue] = {turn.pk: str(titles.get(turn.record) or f"{flow}：{flow.states[turn.state]}") for turn in turns}
    return [Item(f"{flow.code}:{turn.record}", {tongue: words[tongue][turn.pk] for tongue in TONGUES}, _due(turn.due),
                 flow.page_of(turn.state, turn.record), unit=turn.unit_id, weight=(at - turn.due).total_seconds()) for turn in turns]


def _counted(flow, n, late, places) -> Item:
    title = both(_("{flow}：{n} 件没有办结"), flow=flow.label, n=n)
    return Item(f"flow:{flow.code}", title, _places(places, late), _list(flow.code), count=n, weight=n)


def _list(flow) -> str:
    return f"{reverse('home:turns')}?flow={flow}"


def _due(due) -> dict:
    return both(_("应于 {at} 前办"), at=end_words(due)[5:])


def _places(counts, late=0) -> dict:
    """The places with most of them, and how many are late."""
    names = dict(Unit.objects.filter(pk__in=filter(None, counts)).values_list("pk", "name"))
    most = sorted(((n, names[child]) for child, n in counts.items() if child in names), reverse=True)[:PLACES]
    said = "、".join(f"{name} {n}" for n, name in most)
    return both(_("{places}；其中逾期 {late} 件"), places=said, late=late) if late and said else {"zh": said, "en": said}


def overdue_items(unit, _since, at) -> list[Item]:
    """A source: what is overdue at each level, where most of it lies, since when the oldest."""
    by_level: dict[str, Counter] = defaultdict(Counter)
    oldest: dict[str, datetime] = {}
    for late in late_below(unit, at):
        by_level[late.level][late.child] += late.count
        oldest[late.level] = min(late.oldest, oldest.get(late.level, late.oldest))
    return [_late(level, by_level[level], oldest[level], unit, at, len(LEVELS) - place)
            for place, level in enumerate(LEVELS) if level in by_level]


def _late(level, counts, since, unit, at, weight) -> Item:
    title = both(_("{level}逾期待办 {n} 件，最早的应在 {since} 前办"), level=LEVELS[level], n=sum(counts.values()),
                 since=end_words(since)[5:])
    figure = f"overdue_{level}"
    return Item(f"overdue:{level}", title, _places(counts), link(figure, unit, at) if figure in INDICATORS else "",
                figure if figure in INDICATORS else "", count=sum(counts.values()), weight=weight)
