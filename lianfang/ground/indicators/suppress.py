"""Small cells left out of a table, and enough beside them that no sum gives them back."""
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .registry import INDICATORS

PRIME = 2**61 - 1  # sums are solved in whole numbers up to a prime: no fractions, and nothing is lost of what is 1, 0 or -1


def suppressed(cells: Counter, least: int) -> dict:
    """The same cells, nothing where somebody could be told: fewer than `least`, or needed to hide such a one in its column or row, whose
    sums anybody may know."""
    lines: dict[tuple, list] = defaultdict(list)
    for place in cells:
        for side in (0, 1):
            lines[side, place[side]].append(place)
    out = left_out(cells, [(None, tuple(places)) for places in lines.values()], lambda _place: least)
    return {place: None if place in out else number for place, number in cells.items()}


def left_out(cells: Mapping, sums: Iterable[tuple[Any, tuple]], least: Callable[[Any], int]) -> set:
    """The cells that are not told: each that holds fewer than `least(cell)`, and as many beside it as keep all sums from telling of it.

    `sums` are pairs of a whole and parts of it, all cells; the whole is None where it is told anyway. What the parts leave of a whole is
    told nowhere, and guarded like a part. What is left out of a told whole is two cells or more that hold `least` together; and what
    several sums would tell only together is looked at at last. All that is left out must look alike: which are small would tell the rest.
    """
    out = {cell for cell, number in cells.items() if 0 < number < least(cell)}
    lines = [(whole, parts, max(0, cells[whole] - sum(cells[part] for part in parts)) if whole is not None else 0) for whole, parts in sums]
    while (more := _bare(cells, lines, out, least)) is not None:
        out.add(more)
    return out


def _bare(cells, lines, out, least):
    """A cell that must be left out for others' sake; None when all are safe, or nothing is left to hide behind."""
    safe = []
    for whole, parts, rest in lines:
        if _is_covered(cells, whole, parts, rest, out, least):
            safe.append((whole, parts, rest))
        elif (more := _next(cells, whole, parts, out)) is not None:
            return more
    exact = [(whole, parts) for whole, parts, rest in safe if not rest]
    for cell in _solved(exact, out):
        for whole, parts in _linked(cell, exact, out):
            if (more := _next(cells, whole, parts, out)) is not None:
                return more
    return None


def _linked(cell, lines, out) -> list:
    """The sums that a cell is in, then those that share with these a cell that is left out, and so on."""
    near, found, left = {cell}, [], list(lines)
    while next_ := [(whole, parts) for whole, parts in left if not near.isdisjoint((whole, *parts))]:
        found += next_
        left = [one for one in left if one not in next_]
        near |= {each for whole, parts in next_ for each in (whole, *parts) if each in out}
    return found


def _is_covered(cells, whole, parts, rest, out, least) -> bool:
    """Whether what a sum tells, its whole less the parts that are told, gives nothing back."""
    hidden = [cells[part] for part in parts if part in out]
    if whole in out:
        return bool(hidden or rest)
    few = max(least(part) for part in parts)
    if not hidden and (not rest or rest >= few):
        return True
    numbers = [*hidden, rest] if rest else hidden
    return len(numbers) > 1 and sum(numbers) >= few


def _next(cells, whole, parts, out):
    """The smallest part that is still told; the whole where none is."""
    told = sorted((cells[part], part) for part in parts if part not in out and cells[part])
    if told:
        return told[0][1]
    return whole if whole is not None and whole not in out and cells[whole] else None


def _solved(lines, out) -> list:
    """The cells left out that several sums together give back: each is alone in a line once the lines are taken from one another."""
    solved: dict = {}
    for whole, parts in lines:
        line = {part: 1 for part in parts if part in out} | ({whole: PRIME - 1} if whole in out else {})
        for cell, other in solved.items():
            if cell in line:
                line = _less(line, other, line[cell])
        if not line:
            continue
        cell, by = next((cell, pow(number, -1, PRIME)) for cell, number in line.items())
        line = {each: number * by % PRIME for each, number in line.items()}
        solved = {each: _less(other, line, other[cell]) if cell in other else other for each, other in solved.items()}
        solved[cell] = line
    return [cell for cell, line in solved.items() if len(line) == 1]


def _less(line, other, times) -> dict:
    """A line less so many times another, without what that makes nothing."""
    found = {cell: (line.get(cell, 0) - times * other.get(cell, 0)) % PRIME for cell in line.keys() | other.keys()}
    return {cell: number for cell, number in found.items() if number}


def family(codes) -> set[str]:
    """These figures, and all that are a part of one of them, a whole of one, or a part of such a whole."""
    found, last = set(codes), set()
    while found != last:
        last = set(found)
        for code, one in INDICATORS.items():
            kin = {code, *(part for split in one.parts for part in split)}
            found |= kin if kin & found else set()
    return found


def splits(codes) -> list[tuple[str, tuple[str, ...]]]:
    """Each of these figures that others of them are parts of, with those; once for every way in which it is told apart."""
    known = [INDICATORS[code] for code in codes if code in INDICATORS]
    found = [(one.code, tuple(part for part in split if part in codes)) for one in known for split in one.parts]
    return [(whole, parts) for whole, parts in found if parts]


def is_safe(shown, least) -> bool:
    """Whether every cell shown is empty or holds enough people."""
    return all(not number or number >= least for number in shown if number is not None)
