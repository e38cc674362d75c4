"""Early warning by EARS C1, C2 and C3: is a day's count more than the days before it let one expect?

After Hutwagner, Thompson, Seeman and Treadwell (2003), J Urban Health 80(2 Suppl 1), i89–i96; a baseline of few counts that never vary is
given a least deviation, as R's surveillance package does.
"""
from dataclasses import dataclass
from math import sqrt

LOOKED_BACK = 3  # C3 sums the excess of a day and the two before it


@dataclass(frozen=True, slots=True)
class Rule:
    """How the table of a day would have it: days of the baseline, the gap before C2's, and from where on each warns."""

    baseline: int
    gap: int
    c1: float
    c2: float
    c3: float
    least: float


@dataclass(frozen=True, slots=True)
class Signal:
    """What the three say of one day of a series; None where there are too few days before it."""

    day: int
    count: float
    c1: float | None
    c2: float | None
    c3: float | None
    expected: float | None
    warns: tuple = ()


def warnings(counts, rule) -> list[Signal]:
    """Of a series of daily counts, day by day, each held against the days before it."""
    near = [_score(counts, day, rule.baseline, 0, rule.least) for day in range(len(counts))]
    far = [_score(counts, day, rule.baseline, rule.gap, rule.least) for day in range(len(counts))]
    found = []
    for day, count in enumerate(counts):
        last = far[day - LOOKED_BACK + 1:day + 1] if day >= LOOKED_BACK - 1 else [None]
        c3 = None if None in last else sum(max(0.0, score - 1) for score in last)
        scores = {"C1": (near[day], rule.c1), "C2": (far[day], rule.c2), "C3": (c3, rule.c3)}
        warns = tuple(name for name, (score, limit) in scores.items() if score is not None and score > limit)
        expected = None if near[day] is None else sum(counts[day - rule.baseline:day]) / rule.baseline
        found.append(Signal(day, count, near[day], far[day], c3, expected, warns))
    return found


def _score(counts, day, baseline, gap, least) -> float | None:
    """By how many standard deviations of the baseline a day lies above its mean."""
    begin = day - gap - baseline
    if begin < 0:
        return None
    before = counts[begin:begin + baseline]
    mean = sum(before) / baseline
    deviation = max(sqrt(sum((n - mean) ** 2 for n in before) / (baseline - 1)), least)
    if deviation == 0:
        return 0.0 if counts[day] <= mean else float("inf")
    return (counts[day] - mean) / deviation
