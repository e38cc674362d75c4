"""Items told by turns: alarms, what waits to be approved, risks due, by the county's table; and what is overdue, level by level."""
from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Count, F, Min
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import day_of, end_words
from lianfang.ground.indicators import INDICATORS, link
from lianfang.ground.units.fields import Child
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS
from lianfang.ground.workflow.agenda import TONGUES, Item, both
from lianfang.ground.workflow.models import Turn

from ..rules import row

LEVELS = {"county": _("县级"), "township": _("乡级"), "village": _("村级"), "grid": _("网格")}
PLACES, NOWHERE = 3, "none"


def turn_items(unit, _since, at) -> list[tuple[str, Item]]:
    """A source of several sections: the turns that the table puts there, one by one where no person is named, else counted by flow; read
    in one go."""
    on, rules, found = day_of(at), {}, defaultdict(list)
    for flow in FLOWS.values():
        for state in flow.unfinished:
            rule = row("agenda_turns", on, flow=flow.code, state=state)
            if rule["section"] != NOWHERE:
                rules[flow.code, state] = rule
    turns = Turn.objects.open(at).filter(unit__path__under=unit.path, flow__in={flow for flow, _state in rules})
    for turn in turns.annotate(child=Child(F("unit__path"), unit.path)).order_by("due", "pk"):
        rule = rules.get((turn.flow, turn.state))
        if rule and (rule["ahead"] is None or turn.due <= at + timedelta(minutes=rule["ahead"])):
            found[rule["section"], turn.flow, rule["shows"]].append(turn)
    tell = {"each": _each, "count": _counted}
    return [(section, item) for (section, flow, shows), some in found.items() for item in tell[shows](FLOWS[flow], some, at)]


def _each(flow, turns, at) -> list[Item]:
    words = {}
    for tongue, language in TONGUES.items():
        with translation.override(language):
            titles = flow.titles([turn.record for turn in turns]) if flow.titles else {}
            words[tongue] = {turn.pk: str(titles.get(turn.record) or f"{flow}：{flow.states[turn.state]}") for turn in turns}
    return [Item(f"{flow.code}:{turn.record}", {tongue: words[tongue][turn.pk] for tongue in TONGUES}, _due(turn.due),
                 flow.page_of(turn.state, turn.record), unit=turn.unit_id, weight=(at - turn.due).total_seconds()) for turn in turns]


def _counted(flow, turns, at) -> list[Item]:
    late = sum(turn.due < at for turn in turns)
    title = both(_("{flow}：{n} 件没有办结"), flow=flow.label, n=len(turns))
    return [Item(f"flow:{flow.code}", title, _places(Counter(turn.child for turn in turns), late), _list(flow.code),
                 count=len(turns), weight=len(turns))]


def _list(flow) -> str:
    return f"{reverse('home:turns')}?flow={flow}"


def _due(due) -> dict:
    return both(_("应于 {at} 前办"), at=end_words(due)[5:])


def _places(counts, late=0) -> dict:
    """The places with most of them, and how many are late."""
    names = dict(Unit.objects.filter(pk__in=[int(child) for child in counts if child]).values_list("pk", "name"))
    most = sorted(((n, names[int(child)]) for child, n in counts.items() if child and int(child) in names), reverse=True)[:PLACES]
    said = "、".join(f"{name} {n}" for n, name in most)
    return both(_("{places}；其中逾期 {late} 件"), places=said, late=late) if late and said else {"zh": said, "en": said}


def overdue_items(unit, _since, at) -> list[Item]:
    """A source: what is overdue at each level, where most of it lies, since when the oldest."""
    rows = Turn.objects.overdue(at).filter(unit__path__under=unit.path).annotate(child=Child(F("unit__path"), unit.path))
    by_level = defaultdict(Counter)
    oldest = {}
    for found in rows.values("level", "child").annotate(n=Count("pk"), since=Min("due")).order_by():
        by_level[found["level"]][found["child"]] += found["n"]
        oldest[found["level"]] = min(found["since"], oldest.get(found["level"], found["since"]))
    return [_late(level, by_level[level], oldest[level], unit, at, len(LEVELS) - place)
            for place, level in enumerate(LEVELS) if by_level.get(level)]


def _late(level, counts, since, unit, at, weight) -> Item:
    title = both(_("{level}逾期待办 {n} 件，最早的应在 {since} 前办"), level=LEVELS[level], n=sum(counts.values()),
                 since=end_words(since)[5:])
    figure = f"overdue_{level}"
    return Item(f"overdue:{level}", title, _places(counts), link(figure, unit, at) if figure in INDICATORS else "",
                figure if figure in INDICATORS else "", count=sum(counts.values()), weight=weight)
