"""Which level a place has, at what it stands on, and what it had before."""
from django.db.models import Q

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.queries import ours, unit_named

from ..models import STRICT, Level, Ring, RingTask

RISKS = {0: "low", 1: "low", 2: "medium", 3: "high"}  # zones in the words of the table of arrivals, by strictness


def in_force():
    """Levels in force within the reader's reach."""
    return Level.objects.filter(state="in_force").select_related("unit")


@everything()
def level_at(unit, at=None) -> Level | None:
    """The strictest level that holds at a unit, its own or of what it lies in, now or at a past moment; of equal ones the narrowest."""
    held = Q(state="in_force") if at is None else Q(confirmed_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))
    ids = [int(part) for part in unit.path.strip("/").split("/")]
    found = Level.objects.filter(held, unit__in=ids).select_related("unit", "confirmed_by")
    return max(found, key=lambda one: (STRICT[one.level], len(one.unit.path)), default=None)


def risk_word_at(code) -> str | None:
    """low, medium or high of one of our own places by its official code, as the table of arrivals asks; None where no level holds there."""
    unit = unit_named(code) if code else None
    found = level_at(unit) if unit else None
    return RISKS[STRICT[found.level]] if found else None


@everything()
def readable(pk, reach) -> tuple[Level | None, list[Level]]:
    """A level of a reader's own places, or a confirmed one of what these lie in, with those its place had; None for any other."""
    one = Level.objects.filter(pk=pk).select_related("unit", "proposed_by", "confirmed_by", "ended_by").first()
    if one is None or reach.covers(one.unit.path):
        return one, list(history(one.unit)) if one else []
    if one.confirmed_at is None or not any(path.startswith(one.unit.path) for path in reach):
        return None, []
    return one, [each for each in history(one.unit) if each.confirmed_at]


@everything()
def risk_words_at(codes) -> dict[str, str]:
    """The same of many at once, of those where a level holds: of a roster most come from elsewhere, and are not asked one by one."""
    wanted = {code for code in codes if code}
    if not wanted or not Level.objects.filter(state="in_force").exists():
        return {}
    found = {code: risk_word_at(code) for code in ours(wanted)}
    return {code: word for code, word in found.items() if word}


def history(unit):
    """All levels a unit has had or been proposed, newest first."""
    return Level.objects.filter(unit=unit).select_related("unit", "proposed_by", "confirmed_by", "ended_by").order_by(
        "-proposed_at")


def proposed() -> list[Level]:
    """Levels that wait to be confirmed."""
    return list(Level.objects.filter(state="proposed").order_by("proposed_at"))


def rings_proposed() -> list[Ring]:
    """Rings that wait to be confirmed."""
    return list(Ring.objects.filter(state="proposed").order_by("proposed_at"))


def tasks_of(ring) -> list[RingTask]:
    """The measures of a ring's places, from the inside out."""
    return list(RingTask.objects.filter(drawn=ring).select_related("unit").order_by("ring", "pk"))
