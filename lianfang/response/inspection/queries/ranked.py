"""Scores of a round ranked by the table's tie rule; who was last again and again."""
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import Avg, Count, Q

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_end
from lianfang.ground.units.models import RANK, Unit

from ..models import Problem, Round, Sheet, Standing
from ..rules import ranking

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with its score (hundredths), how many sheets and problems it has, and its place; equal ones share it."""

    unit_id: int
    path: str
    score: int
    sheets: int
    problems: int
    place: int = 0
    is_tied: bool = False
    is_first: bool = False
    is_last: bool = False


@everything()
def ranked(round) -> dict[str, list[Ranked]]:
    """By level the units of a round in their order: villages by the mean of their sheets, townships as the table says; half a year by the
    means of its published months. A unit without a score stands on no place."""
    rule = ranking(round.period, round.last_on, round.unit.path)
    own = _months(round) if round.period == "half_year" else _sheets(round)
    found = {round.level: own}
    if round.level == "village":
        found["township"] = _townships(own, rule["mean"])
    return {level: _placed(rows, rule) for level, rows in found.items()}


def _sheets(round) -> list[Ranked]:
    """Two questions, however many sheets there are."""
    scored = Sheet.objects.filter(round=round, score__isnull=False, done_at__isnull=False).order_by()
    means = scored.values_list("unit", "unit__path").annotate(mean=Avg("score"), n=Count("pk"))
    amiss = Problem.objects.filter(sheet__round=round).exclude(state="withdrawn").order_by()
    problems = dict(amiss.values_list("sheet__unit").annotate(n=Count("pk")))
    return [Ranked(pk, path, int(float(mean) + HALF), n, problems.get(pk, 0)) for pk, path, mean, n in means]


def months_of(half):
    """The rounds that half a year is the mean of."""
    return Round.objects.filter(unit=half.unit_id, kind=half.kind, level=half.level, period="month", state="published",
                                last_on__gte=half.from_on, last_on__lte=half.last_on)


def _months(round) -> list[Ranked]:
    """The mean of the months of one kind that were published within."""
    found = defaultdict(list)
    for one in Standing.objects.filter(round__in=months_of(round), level=round.level).select_related("unit"):
        found[one.unit].append(one)
    return [Ranked(unit.pk, unit.path, int(sum(one.score for one in ones) / len(ones) + HALF), sum(one.sheets for one in ones),
                   sum(one.problems for one in ones)) for unit, ones in found.items()]


def _townships(villages, mean) -> list[Ranked]:
    towns = Unit.objects.filter(level="township", pk__in={int(part) for one in villages for part in one.path.strip("/").split("/")})
    found = {town.path: (town, []) for town in towns}
    for one in villages:
        town = next((path for path in _prefixes(one.path) if path in found), None)
        if town:
            found[town][1].append(one)
    return [Ranked(town.pk, path, _mean(ones, mean), sum(one.sheets for one in ones), sum(one.problems for one in ones))
            for path, (town, ones) in found.items() if ones]


def _prefixes(path):
    parts = path.strip("/").split("/")
    return ("/" + "/".join(parts[:n]) + "/" for n in range(len(parts), 0, -1))


def _mean(ones, mean) -> int:
    weights = [one.sheets if mean == "sheets" else 1 for one in ones]
    return int(sum(one.score * weight for one, weight in zip(ones, weights, strict=True)) / sum(weights) + HALF)


def _placed(rows, rule) -> list[Ranked]:
    """Places by score, then by the table's ties; whoever is equal in all of them shares a place, and the next ones are left out."""
    def key(one):
        ties = {"problems": one.problems, "sheets": -one.sheets}
        return (-one.score, *(ties[tie] for tie in rule["ties"] or ()))

    found, place = [], 1
    for _key, group in groupby(sorted(rows, key=lambda one: (*key(one), one.path)), key):
        same = list(group)
        found += [replace(one, place=place, is_tied=len(same) > 1) for one in same]
        place += len(same)
    count = min(rule["last"] or 0, len(found) // 2)
    last = found[-count].place if count else 1
    return [replace(one, is_first=one.place <= (rule["first"] or 0) and not 1 < last <= one.place, is_last=1 < last <= one.place)
            for one in found]


def standings(round, level=""):
    """Where units stand in a round, the first on top, within the scope."""
    return Standing.objects.filter(round=round, level=level or round.level).select_related("unit__parent").order_by("place", "unit__path")


@everything()
def published(round, level="") -> list[Standing]:
    """A published ranking is for everybody: the whole of it, whoever asks; of any other nothing."""
    return list(standings(round, level)) if round.state == "published" else []


def last_lists(kind, period, level, on) -> list[tuple]:
    """Units that were among the last of the latest published rounds of a kind, with how often in a row and whether that is as often as the
    table counts: (unit, times, is_repeat), the most often first; within the scope."""
    told = Q(last_on__lte=on) | Q(published_at__lt=day_end(on))  # one that was closed and published before its last day is told of too
    rounds = list(Round.objects.filter(told, kind=kind, period=period, state="published").select_related("unit").order_by("-last_on")[:12])
    if not rounds:
        return []
    last = defaultdict(set)
    for one in Standing.objects.filter(round__in=rounds, level=level, is_last=True).select_related("unit__parent"):
        last[one.unit].add(one.round_id)
    repeat = ranking(period, on, rounds[0].unit.path)["repeat"] or 1
    found = []
    for unit, ones in last.items():
        times = next((n for n, one in enumerate(rounds) if one.pk not in ones), len(rounds))
        if times:
            found.append((unit, times, times >= repeat and times > 1))
    return sorted(found, key=lambda row: (-row[1], RANK[row[0].level], row[0].path))
