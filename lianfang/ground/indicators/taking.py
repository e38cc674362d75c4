"""All figures of a unit and of each unit below it at one moment, as they are frozen for a meeting."""
from .reading import one_reading
from .registry import INDICATORS, by_child


def taken(unit, at) -> dict[int, dict[str, int]]:
    """Every registered figure by unit id, as known at a moment: of each child, and of the unit itself the sum of all there."""
    codes = list(INDICATORS)
    with one_reading():
        found = by_child(codes, unit, at)
    whole = dict.fromkeys(codes, 0)
    for figures in found.values():
        for code, value in figures.items():
            whole[code] += value
    found.pop(0, None)
    return {unit.pk: whole, **found}
