"""Counting what the wall shows, once for all screens of a unit; what is too small to be shown is left out before anything is kept."""
from collections import Counter
from datetime import timedelta

from django.db.models import Count, Max

from lianfang.ground import indicators
from lianfang.ground.accounts.scope import everything, widened
from lianfang.ground.days import day_of, day_start
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.indicators.suppress import left_out, splits, suppressed
from lianfang.ground.indicators.tallies import late_below, waiting_below
from lianfang.ground.units.fields import Reach
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import FLOWS, ahead
from lianfang.response.isolation import queries as isolation

from ..models import FORM, Counted
from ..queries.shape import shape_of
from ..rules import alarm, least, placed

DAYS = 14
LEVELS = {"grid": 0, "village": 0, "township": 1, "county": 2}  # and how high each is marked on the map
COMING = 6  # meetings and rehearsals that are kept; the wall shows the next


@everything()
def count(*, unit, at) -> Counted:
    """The figures of a unit and of each unit below it at a moment, in place of those before."""
    on = day_of(at)
    units = list(Unit.objects.filter(parent=unit, until_on=None).order_by("path"))
    with indicators.one_reading():
        whole, cells = _figures(unit, units, at, on)
        figures = {
            "form": FORM, "units": [[one.pk, one.name] for one in units], "whole": whole, "cells": cells, "since": _since(unit, at, on),
            "late": _late(unit, at), "alarms": _alarms(unit, at, on), "curves": _curves(unit, at, on, whole),
            "coming": [_kept(one) for one in ahead.coming(unit, at)[:COMING]], "shape": shape_of(unit)["digest"],
            "opens": {f"{half}_done": isolation.check_hours(on, half)[0].timestamp() for half in ("am", "pm")},
        }
    made = Counted(unit=unit, at=at, figures=figures)
    Counted.objects.bulk_create([made], update_conflicts=True, unique_fields=["unit"], update_fields=["at", "figures"])
    return made


def _figures(unit, units, at, on):
    """Of the whole each figure on the wall, of each unit below those on the map; nothing in a cell that is too small."""
    wanted = placed(on)
    codes = [code for code in dict.fromkeys([one.code for one in wanted] + [one.against for one in wanted]) if code in INDICATORS]
    counted = indicators.by_child(codes, unit, at)
    whole = {code: sum(figures[code] for figures in counted.values()) for code in codes}
    cells = {}
    for one in wanted:
        if one.is_on_map and one.code in INDICATORS:
            found = {each.pk: counted[each.pk][one.code] if each.pk in counted else 0 for each in units}
            cells[one.code] = _safe(found, units, on) if one.is_of_people else found
    people = [code for code in codes if _is_of_people(code, wanted)]
    few = left_out({code: whole[code] for code in people}, splits(people), lambda _code: least(unit.level, on))
    return {code: None if code in few else n for code, n in whole.items()}, cells


def _is_of_people(code, wanted) -> bool:
    """Whether a figure counts persons; a base counts what stands on it."""
    return any(one.is_of_people for one in wanted if code in (one.code, one.against))


def _shown(n, is_of_people, level, on):
    """A count; nothing where fewer people are behind it than the level asks for."""
    return None if is_of_people and 0 < n < least(level, on) else n


def _safe(found, units, on) -> dict:
    """A figure by unit without small cells, and without those from which a small one could be found by the sum, which the wall shows too:
    where all others are nought, they are left out with it."""
    fewest = max((least(one.level, on) for one in units), default=1)
    shown = suppressed(Counter({(pk, ""): n for pk, n in found.items()}), fewest)
    if None in shown.values() and not any(shown.values()):
        return dict.fromkeys(found)
    return {pk: shown[pk, ""] for pk in found}


def _since(unit, at, on):
    """Days since the last case was reported, and how many there were; None where there never was one."""
    found = indicators.records("cases", widened(Reach(unit.path)), at).aggregate(last=Max("reported_at"), n=Count("pk"))
    return {"days": (on - day_of(found["last"])).days, "cases": found["n"]} if found["last"] else None


def _late(unit, at):
    """Overdue turns by level, how long the oldest has waited, and of each unit below how many, and how high the highest."""
    levels = {level: [0, None] for level in LEVELS}
    below: dict[str, list] = {}
    for late in late_below(unit, at):
        level = levels[late.level]
        level[0] += late.count
        level[1] = min(filter(None, (level[1], late.oldest.timestamp())))
        if late.child:
            here = below.setdefault(str(late.child), [0, 0])
            here[0] += late.count
            here[1] = max(here[1], LEVELS[late.level])
    return {"levels": levels, "below": below}


def _alarms(unit, at, on):
    """Open alarms by flow and unit below: how many (nothing where too few people are behind them), since when the oldest."""
    wanted = {(flow.code, state): rule for flow in FLOWS.values() for state in flow.unfinished
              if (rule := alarm(flow.code, state, on))["shows"] == "yes"}
    merged: dict[tuple, list] = {}
    for some in waiting_below(unit, at, {flow for flow, _state in wanted}):
        rule = wanted.get((some.flow, some.state))
        if rule:
            one = merged.setdefault((some.flow, some.child or 0), [0, None, rule["people"] == "yes"])
            one[0] += some.count
            one[1] = min(filter(None, (one[1], some.since.timestamp())))
    levels = dict(Unit.objects.filter(pk__in=[child for _flow, child in merged]).values_list("pk", "level"))
    found = [{"flow": flow, "unit": child, "since": oldest, "n": _shown(n, is_of_people, levels.get(child, unit.level), on)}
             for (flow, child), (n, oldest, is_of_people) in merged.items()]
    return sorted(found, key=lambda one: one["since"])


def _curves(unit, at, on, whole):
    """The last fortnight of the whole: cases by day of report; managed at each day's end, counted back; who came and went."""
    first = on - timedelta(days=DAYS - 1)
    days = [first + timedelta(days=n) for n in range(DAYS)]
    reach, fewest = widened(Reach(unit.path)), least(unit.level, on)
    told = Counter(day_of(one) for one in indicators.records("cases", reach, at).filter(reported_at__gte=day_start(first)).values_list(
        "reported_at", flat=True))
    changes = isolation.came_and_went(reach, day_start(first), at)
    series = {"cases": [told[day] for day in days], "managed": _counted_back(days, changes, whole.get("managed"), fewest),
              "new": [changes.get(day, (0, 0, 0))[0] for day in days], "ended": [changes.get(day, (0, 0, 0))[1] for day in days]}
    safe = {code: [None if n is None or 0 < n < fewest else n for n in some] for code, some in series.items()}
    return {"days": [day.isoformat() for day in days], **safe}


def _counted_back(days, changes, left, fewest):
    """How many stood at the end of each day, back from how many stand now; nothing of a day from which what came or went until the next
    that is told would follow, where that is left out as too small."""
    found, hidden = [], []
    for day in reversed(days):
        is_covered = not hidden or (len(hidden) > 1 and sum(hidden) >= fewest)
        found.append(left if is_covered else None)
        hidden = [] if is_covered and left and left >= fewest else hidden
        new, ended, moved = changes.get(day, (0, 0, 0))
        hidden += [n for n in (new, ended) if 0 < n < fewest]
        left = None if left is None else left + ended - new - moved
    return found[::-1]


def _kept(one):
    """Something to come as it lies in the row: moments in seconds."""
    moments = {name: found.timestamp() if (found := getattr(one, name)) else None for name in ("at", "over_at", "cut_off_at")}
    return {"kind": one.kind, "title": one.title, "note": one.note, **moments}
