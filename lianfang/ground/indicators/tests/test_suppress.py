"""Small cells left out: somebody who knows the rule, and tries every table that shows the same, cannot tell one of them."""
from itertools import product
from random import Random

import pytest

from lianfang.ground.indicators import INDICATORS
from lianfang.ground.indicators.suppress import family, left_out, splits

LEAST, MOST = 5, 9
TOWNS, BASE = ("a", "b"), ("monitoring", "home", "central")
WHOLES = {"isolated": ("home", "central"), "managed": ("monitoring", "isolated")}
CODES = (*BASE, *WHOLES)
SUMS = [(("county", code), tuple((town, code) for town in TOWNS)) for code in CODES]
SUMS += [((unit, whole), tuple((unit, part) for part in parts)) for unit in ("county", *TOWNS) for whole, parts in WHOLES.items()]


def whole(of_towns) -> dict:
    """The table of two towns' measures with all its sums."""
    cells = {(town, code): n for town, row in zip(TOWNS, of_towns, strict=True) for code, n in zip(BASE, row, strict=True)}
    cells |= {("county", code): sum(cells[town, code] for town in TOWNS) for code in BASE}
    for code, parts in WHOLES.items():
        cells |= {(unit, code): sum(cells[unit, part] for part in parts) for unit in ("county", *TOWNS)}
    return cells


def might_be(cells, out) -> dict:
    """Every number each small cell could have, by all tables that show the same: what is left out holds somebody."""
    def fits(cell, n):
        return n > 0 if cell in out else n == cells[cell]

    def rows(town):
        ranges = [[n for n in range(MOST + 4) if fits((town, code), n)] for code in BASE]
        return [row for row in product(*ranges) if fits((town, "isolated"), row[1] + row[2]) and fits((town, "managed"), sum(row))]

    found = {cell: set() for cell in out if cells[cell] < LEAST}
    for pair in product(*map(rows, TOWNS)):
        at_county = [one + other for one, other in zip(*pair, strict=True)]
        if all(fits(("county", code), n) for code, n in (*zip(BASE, at_county, strict=True), ("isolated", sum(at_county[1:])),
                                                        ("managed", sum(at_county)))):
            guess = whole(pair)
            for cell, numbers in found.items():
                numbers.add(guess[cell])
    return found


@pytest.mark.parametrize("of_towns", [
    ((2, 9, 7), (9, 8, 8)), ((3, 6, 0), (9, 0, 7)), ((1, 1, 9), (9, 9, 9)), ((4, 4, 9), (6, 9, 5)), ((8, 3, 9), (9, 9, 0)),
    *(tuple(tuple(Random(seed * 10 + town).choices((0, 1, 2, 3, 4, 6, 8), k=3)) for town in (0, 1)) for seed in range(12))])
def test_nobody_can_tell_a_small_cell_by_any_of_its_sums(of_towns):
    cells = whole(of_towns)
    out = left_out(cells, SUMS, lambda _cell: LEAST)
    assert all(n >= LEAST or not n for cell, n in cells.items() if cell not in out)
    told = {cell: numbers for cell, numbers in might_be(cells, out).items() if len(numbers) < 2}
    assert not told, (told, cells, out)


def test_a_part_is_not_found_by_taking_told_parts_from_a_told_whole():
    cells = {"managed": 40, "monitoring": 3, "isolated": 37, "home": 30, "central": 7}
    sums = [("managed", ("monitoring", "isolated")), ("isolated", ("home", "central"))]
    assert left_out(cells, sums, lambda _cell: LEAST) == {"monitoring", "isolated", "central"}
    assert left_out({"due": 40, "done": 38}, [("due", ("done",))], lambda _cell: LEAST) == {"done"}, "two are left over"
    assert left_out({"due": 40, "done": 30}, [("due", ("done",))], lambda _cell: LEAST) == set()


def test_what_only_several_sums_together_give_back_is_covered_too():
    """Two blocks of hidden cells that only one small cell joins: each line hides two or more, all together tell of that one."""
    block = {(row, column): 9 for rows, columns in (("ab", "xy"), ("cd", "uv")) for row in rows for column in columns}
    cells = block | {("a", "u"): 4, ("c", "x"): 60, ("b", "v"): 70} | dict.fromkeys((("a", "x"), ("b", "y"), ("c", "u"), ("d", "v")), 3)
    lines = [(None, tuple(one for one in cells if one[side] == name)) for side, names in ((0, "abcd"), (1, "xyuv")) for name in names]
    out = left_out(cells, lines, lambda _cell: LEAST)
    assert out >= {("a", "u")} and out & {("c", "x"), ("b", "v")}


def test_figures_name_as_their_parts_what_is_counted():
    named = {part for one in INDICATORS.values() for split in one.parts for part in split}
    assert named <= INDICATORS.keys() and "central" in family({"managed"}) and "managed" in family({"home"})
    assert ("isolated", ("home", "central")) in splits(family({"home"}))
