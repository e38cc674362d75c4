"""The land: 22 towns, villages, grids, compounds and lanes with their doors; population and area."""
from dataclasses import dataclass, field
from random import Random

from lianfang.ground.units.actions import add_units, set_figure
from lianfang.ground.units.models import Unit
from lianfang.registers.territory import actions as territory
from lianfang.registers.territory.models import Door
from lianfang.registers.territory.shapes import block, lane

COUNTY, CODE, AREA, PEOPLE = "青禾县", "229901", 6820.0, 600_000
TOWNS = ("禾阳街道 柳泉街道 望塔街道 梨花沟镇 三岔口镇 北屯镇 沙岗镇 青石桥镇 大有镇 芦花镇 东河沿镇 "
         "红榆镇 石磨镇 金穗镇 鹿鸣乡 乌兰草甸蒙古族乡 白鹭湾镇 长堤镇 西营子镇 太平川乡 云杉乡 清溪乡").split()
FIRST = ["丰禾", "望河", "向荣", "朝阳", "新兴", "和平", "红旗", "前进", "长青", "永安", "太平", "安民", "兴隆", "东升", "西岭", "北甸"]


@dataclass
class Grid:
    """A grid with the addresses of its homes."""

    unit: Unit
    addresses: list[str] = field(default_factory=list)
    doors: list[Unit] = field(default_factory=list)


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
        grids[town.pk] = [g for m, village in enumerate(some) for g in _grids(village, size, n == m == 0, by, at)]
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


def _grids(village, size, is_show, by, at):
    short = village.name.removesuffix("社区").removesuffix("村")
    drafts = [{"parent": village, "level": "grid", "name": f"{short}第{n + 1}网格", "from_on": at.date()} for n in range(size.grids)]
    units = add_units(drafts=drafts, by=by, at=at)
    return [_settle(village, unit, n, size, is_show and n == 0, by, at) for n, unit in enumerate(units)]


def _settle(village, unit, n, size, is_show, by, at):
    """Buildings in a community's grid, lanes in a village's; the first grid of all has the building of the pictures and a tower."""
    chance, shapes = Random(f"{village.code}-{n}"), []
    if village.name.endswith("社区"):
        yard = "向阳小区" if is_show else f"{FIRST[(n * 5 + 3) % len(FIRST)]}小区"
        [compound] = add_units(drafts=[{"parent": unit, "level": "compound", "name": yard, "from_on": at.date()}], by=by, at=at)
        for number in range(1, (4 if is_show else size.blocks) + 1):
            shape = block(f"{number}号楼", floors=33 if is_show and number == 4 else 7, stairs=3, doors=2, ground="shops")
            shape.parent = compound
            shapes.append(shape)
    else:
        shape = lane(f"{'东西南北中'[n % 5]}街{n // 5 + 1 if n >= 5 else ''}", first=1, last=size.lane)
        shape.parent = unit
        shapes.append(shape)
    doors = territory.build(shapes=shapes, by=by, at=at, from_on=at.date()).doors
    _live(doors, chance)
    homes = [d for d in doors if d.use == "home" and d.occupancy in ("lived_in", "rented")]
    return Grid(unit, [_address(village, d) for d in homes], [d.unit for d in homes])


def _live(doors, chance):
    """Somebody lives behind most doors; some are rented, some empty, some nobody has looked at yet."""
    for door in doors:
        if door.use == "home":
            door.occupancy = chance.choices(["lived_in", "rented", "empty", "unknown"], [80, 10, 7, 3])[0]
            door.head_count = chance.randint(1, 5) if door.occupancy in ("lived_in", "rented") else None
    Door.objects.bulk_update(doors, ["occupancy", "head_count"], batch_size=500)


def _address(village, door):
    building = door.building.unit
    inside = f"{door.stair}单元{door.number}" if door.stair else (door.number if door.building.kind == "block" else f"{door.number}号")
    yard = building.parent.name if building.parent.level == "compound" else ""
    return f"{village.name}{yard}{building.name}{inside}"


def _figures(county, towns, by, at):
    share = [(len(TOWNS) - n) * 2 + 20 for n in range(len(towns))]
    told = {"from_on": at.date(), "source": "青禾县统计年鉴（演练）", "by": by, "at": at}
    for unit, part in [(county, 1.0), *((t, s / sum(share)) for t, s in zip(towns, share, strict=True))]:
        set_figure(unit=unit, kind="population", value=round(PEOPLE * part), **told)
        set_figure(unit=unit, kind="area", value=round(AREA * part, 1), **told)
