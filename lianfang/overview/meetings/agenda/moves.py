"""Figures that moved more than usual since the same cut-off of earlier days, whole county and each unit below (Leys et al. 2013)."""
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import day_of
from lianfang.ground.indicators import INDICATORS, cut_off, link
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.agenda import Item, both

from ..models import Facts, Reading
from ..rules import row

NORMAL = 1.4826  # makes the median of absolute deviations an estimate of the standard deviation (Leys et al. 2013, p. 765)
PLACES = 3


@dataclass(frozen=True, slots=True)
class Move:
    """A figure of a unit, and between which values it usually lies; `size` how many times further out than it may be."""

    code: str
    unit: int
    value: int
    low: int
    high: int
    size: float


def moves(facts) -> list[Move]:
    """What in these facts lies further from the middle of the earlier ones than the table's row lets it."""
    on, found = day_of(facts.cut_off_at), []
    now, past = _readings(facts, on)
    for code in INDICATORS:
        rule = row("agenda_moves", on, figure=code)
        if rule["watched"] == "yes":
            for unit, figures in now.items():
                before = [value for value in (each.get(code) for each in past[unit][:rule["window"]]) if value is not None]
                if code in figures and len(before) >= rule["fewest"] and (move := _move(code, unit, figures[code], before, rule)):
                    found.append(move)
    return found


def _move(code, unit, value, before, rule) -> Move | None:
    middle = median(before)
    spread = NORMAL * median(abs(one - middle) for one in before)
    bound = max(rule["times"] * spread, rule["least"])
    if abs(value - middle) < bound:
        return None
    return Move(code, unit, value, max(round(middle - bound), 0), round(middle + bound), abs(value - middle) / max(bound, 1))


def _readings(facts, on):
    """The figures of each unit now, and those of the same cut-off before, the latest first."""
    edition = facts.edition or (cut_off(facts.cut_off_at) or ("",))[0]
    window = max(row("agenda_moves", on, figure=code)["window"] or 0 for code in INDICATORS)
    earlier = Facts.objects.filter(unit=facts.unit_id, edition=edition, cut_off_at__lt=facts.cut_off_at).order_by("-cut_off_at")[:window]
    order = {pk: place for place, pk in enumerate(earlier.values_list("pk", flat=True))}
    past = defaultdict(list)
    for reading in sorted(Reading.objects.filter(facts__in=list(order)), key=lambda one: order[one.facts_id]):
        past[reading.unit_id].append(reading.figures)
    return {one.unit_id: one.figures for one in facts.readings.all()}, past


def moved_items(unit, _since, at) -> list[Item]:
    """A source: one item a figure, the places that moved in its note."""
    facts = Facts.objects.filter(unit=unit, cut_off_at=at).select_related("unit").first()
    by_code = defaultdict(list)
    for move in moves(facts) if facts else ():
        by_code[move.code].append(move)
    names = dict(Unit.objects.filter(pk__in={one.unit for some in by_code.values() for one in some}).values_list("pk", "name"))
    return [_item(code, some, unit, at, names) for code, some in by_code.items()]


def _item(code, some, unit, at, names) -> Item:
    whole = next((one for one in some if one.unit == unit.pk), None)
    below = sorted((one for one in some if one.unit != unit.pk), key=lambda one: -one.size)
    label = INDICATORS[code].label
    if whole:
        title = both(_("{figure} {n}（平常 {low}～{high}）"), figure=label, n=whole.value, low=whole.low, high=whole.high)
    else:
        title = both(_("{figure}：{n} 个下级单位变动大"), figure=label, n=len(below))
    said = [both(_("{place} {n}（平常 {low}～{high}）"), place=names[one.unit], n=one.value, low=one.low, high=one.high)
            for one in below[:PLACES]]
    meaning = INDICATORS[code].definition
    note = {tongue: "；".join(filter(None, (meaning[tongue], "、".join(one[tongue] for one in said)))) for tongue in title}
    return Item(f"moved:{code}", title, note, link(code, unit, at), code, unit.pk, whole.value if whole else None,
                max(one.size for one in some))
