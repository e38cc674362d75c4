"""The land: 22 towns, villages, grids, compounds and lanes with their doors; population and area."""
from dataclasses import dataclass, field
from itertools import chain
from random import Random

from lianfang.ground.units.actions import add_units, set_figure
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory.shapes import block, lane

COUNTY, CODE, AREA, PEOPLE = "青禾县", "229901", 6820.0, 600_000
TOWNS = ("禾阳街道 柳泉街道 望塔街道 梨花沟镇 三岔口镇 北屯镇 沙岗镇 青石桥镇 大有镇 芦花镇 东河沿镇 "
         "红榆镇 石磨镇 金穗镇 鹿鸣乡 乌兰草甸蒙古族乡 白鹭湾镇 长堤镇 西营子镇 太平川乡 云杉乡 清溪乡").split()
FIRST = ["丰禾", "望河", "向荣", "朝阳", "新兴", "和平", "红旗", "前进", "长青", "永安", "太平", "安民", "兴隆", "东升", "西岭", "北甸"]
LANES = ("东街", "西街", "南街", "北街", "中街", "前街", "后街", "东巷", "西巷")  # no digits: 东街2 12号 could be read as 212号
LIVED_IN = ("lived_in", "rented")


@dataclass
class Grid:
    """A grid with the addresses of its homes."""

    unit: Unit
    addresses: list[str] = field(default_factory=list)


@dataclass
class Land:
    """What was made: the county, towns, villages, and each town's grids."""

    county: Unit
    towns: list[Unit]
    villages: list[Unit]
    grids: dict[int, list[Grid]]


def make(size, *, by, at, tell) -> Land:
    """Make the tree down to the doors, town by town."""
    on = at.date()
    [county] = add_units(drafts=[{"parent": None, "level": "county", "name": COUNTY, "code": CODE, "from_on": on}], by=by, at=at)
    towns = add_units(drafts=[{"parent": county, "level": "township", "name": name, "code": f"{CODE}{_town_code(n, name)}", "from_on": on}
                              for n, name in enumerate(TOWNS)], by=by, at=at)
    villages, grids = [], {}
    for n, town in enumerate(towns):
        some = _villages(town, size.villages(n), by, at)
        villages += some
        grids[town.pk] = [g for m, village in enumerate(some) for g in _grids(town, village, size, n == m == 0, by, at)]
        tell(n + 1, len(towns))
    _figures(county, towns, by, at)
    return Land(county, towns, villages, grids)


def _town_code(n, name):
    return f"{n + 1:03d}" if "街道" in name else f"{100 + n:03d}" if name.endswith("镇") else f"{200 + n:03d}"


def _villages(town, count, by, at):
    kind, first = ("社区", "0") if "街道" in town.name else ("村", "2")
    names = [FIRST[i] if i < len(FIRST) else f"{FIRST[i % len(FIRST)]}{'二三四'[i // len(FIRST) - 1]}" for i in range(count)]
    drafts = [{"parent": town, "level": "village", "name": f"{name}{kind}", "code": f"{town.code}{first}{n + 1:02d}", "from_on": at.date()}
              for n, name in enumerate(names)]
    return add_units(drafts=drafts, by=by, at=at)


def _grids(town, village, size, is_show, by, at):
    """A village's grids with all that stands in them, put up at once."""
    short = village.name.removesuffix("社区").removesuffix("村")
    units = _add(village, "grid", [f"{short}第{n + 1}网格" for n in range(size.grids)], by, at)
    settle = _blocks if village.name.endswith("社区") else _lanes
    settled = settle(units, size, is_show, by, at)
    for n, shapes in enumerate(settled):
        _live(shapes, Random(f"{village.code}-{n}"))
    territory.build(shapes=list(chain.from_iterable(settled)), by=by, at=at, from_on=at.date())
    return [Grid(unit, _addresses(town.name + village.name, shapes)) for unit, shapes in zip(units, settled, strict=True)]


def _add(parents, level, names, by, at):
    """Units of a level, under one parent or under one each."""
    parents = parents if isinstance(parents, list) else [parents] * len(names)
    drafts = [{"parent": parent, "level": level, "name": name, "from_on": at.date()} for parent, name in zip(parents, names, strict=True)]
    return add_units(drafts=drafts, by=by, at=at)


def _blocks(grids, size, is_show, by, at):
    """For each grid of a community the blocks of its compound; the first of all has the building of the pictures and a tower."""
    yards = ["向阳小区" if is_show and n == 0 else f"{FIRST[(n * 5 + 3) % len(FIRST)]}小区" for n in range(len(grids))]
    found = []
    for n, compound in enumerate(_add(grids, "compound", yards, by, at)):
        shown = is_show and n == 0
        count = 4 if shown else size.blocks
        found.append([_block(number, 33 if shown and number == 4 else 7, compound) for number in range(1, count + 1)])
    return found


def _block(number, floors, compound):
    shape = block(f"{number}号楼", floors=floors, stairs=3, doors=2, ground="shops")
    shape.parent = compound
    return shape


def _lanes(grids, size, is_show, by, at):
    """For each grid of a village its lane."""
    found = [lane(LANES[n % len(LANES)], first=1, last=size.lane) for n in range(len(grids))]
    for grid, shape in zip(grids, found, strict=True):
        shape.parent = grid
    return [[shape] for shape in found]


def _live(shapes, chance):
    """Somebody lives behind most doors; some are rented, some empty, some nobody has looked at yet."""
    for cell in chain.from_iterable(shape.cells for shape in shapes):
        if cell.use == "home":
            cell.occupancy = chance.choices(["lived_in", "rented", "empty", "unknown"], [80, 10, 7, 3])[0]
            cell.head_count = chance.randint(1, 5) if cell.occupancy in LIVED_IN else None


def _addresses(place, shapes):
    """The doors somebody lives behind, as their people write them: with the town, since many towns have a 太平村."""
    return [_address(place, shape, cell) for shape in shapes for cell in shape.cells if cell.occupancy in LIVED_IN]


def _address(place, shape, cell):
    inside = f"{cell.stair}单元{cell.number}" if cell.stair else (cell.number if shape.kind == "block" else f"{cell.number}号")
    yard = shape.parent.name if shape.parent.level == "compound" else ""
    return f"{place}{yard}{shape.name}{inside}"


def _figures(county, towns, by, at):
    share = [(len(TOWNS) - n) * 2 + 20 for n in range(len(towns))]
    told = {"from_on": at.date(), "source": "青禾县统计年鉴（演练）", "by": by, "at": at}
    for unit, part in [(county, 1.0), *((t, s / sum(share)) for t, s in zip(towns, share, strict=True))]:
        set_figure(unit=unit, kind="population", value=round(PEOPLE * part), **told)
        set_figure(unit=unit, kind="area", value=round(AREA * part, 1), **told)
