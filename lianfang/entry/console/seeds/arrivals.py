"""Who arrives on which day: rosters as a town would send them, drawn by chance that is the same every time."""
import csv
import io
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from lianfang.ground.days import moment

from .names import Numbers, name

ARRIVING, RELEASING = "11:00", "17:00"
LASTING = timedelta(days=14)  # from arrival to release, as the rule of spring 2020 has it

BINDING = ["深圳", "湖北武汉", "上海", "北京市朝阳区", "浙江杭州", "湖北黄冈", "韩国首尔", "俄罗斯", "广东广州", "山东青岛"]
WEIGHT = [20, 7, 14, 14, 12, 4, 4, 2, 14, 9]
PASSING = ["长春", "吉林四平", "松原", "白城", "通化"]
SHOWN = 13  # so many of those who run still live in the grid of the pictures, so that its worker has a day's work
HEAD = ["姓名", "身份证号", "手机号", "家庭住址", "从哪里来", "到达日期", "健康码", "体温", "有无症状", "备注"]


@dataclass
class Plan:
    """How many are found and how many of them bound, on each day from the first."""

    found: list[int]
    bound: list[int]


def plan(size, days, until) -> Plan:
    """Who still runs arrived on days whose release has not come yet, falling day by day; the days before bring the rest.

    So the county has `bound` orders, `running` of them open, at whatever hour the demo is made.
    """
    came = [moment(on, ARRIVING) <= until for on in days]
    open_still = [here and moment(on + LASTING, RELEASING) > until for here, on in zip(came, days, strict=True)]
    over = [here and not still for here, still in zip(came, open_still, strict=True)]
    slope = [(len(days) - n) * still for n, still in enumerate(open_still)]
    bound = [a + b for a, b in zip(_spread(size.bound - size.running, over), _spread(size.running, slope), strict=True)]
    return Plan([b + f for b, f in zip(bound, _spread(size.found - size.bound, came), strict=True)], bound)


def _spread(total, weights):
    """Whole numbers in proportion to weights that add up to the total."""
    found, given, weight = [], 0, 0
    for one in weights:
        weight += one
        upto = round(total * weight / sum(weights))
        found.append(upto - given)
        given = upto
    return found


class Rosters:
    """The rosters of each day; nobody arrives twice."""

    def __init__(self, land, running):
        self.chance = Random("arrivals")
        self.numbers = Numbers(self.chance)
        self.homes = [(grid, n) for grids in land.grids.values() for grid in grids for n in range(len(grid.addresses))]
        self.chance.shuffle(self.homes)
        shown = land.grids[land.towns[0].pk][0]
        self.shown = [home for home in self.homes if home[0] is shown]
        self.next, self.every = 0, max(running // SHOWN, 1)

    def day(self, on, found, bound) -> bytes:
        """A day's roster as CSV: some from binding places, the rest from within the province with a green code."""
        out = io.StringIO()
        sheet = csv.writer(out)
        sheet.writerow(HEAD)
        for n in range(found):
            sheet.writerow(self._row(on, n < bound))
        return out.getvalue().encode()

    def _row(self, on, is_bound):
        self.next += 1
        some = self.shown if self.next % self.every == 0 else self.homes
        grid, home = some[self.next // self.every % len(some)] if some is self.shown else some[self.next % len(some)]
        origin = self.chance.choices(BINDING, WEIGHT)[0] if is_bound else self.chance.choice(PASSING)
        warm = round(self.chance.uniform(36.1, 36.9), 1)
        address = grid.addresses[home] if self.chance.random() > 0.01 else "村东头"
        return [name(self.chance), self.numbers.identity(), self.numbers.phone(), address, origin, on.isoformat(), "绿码", warm, "无", ""]


def register(land, count):
    """The civil register, town by town, as CSV."""
    chance = Random("register")
    numbers = Numbers(chance)
    numbers.sequence = 10_000_000
    each = count // len(land.towns)
    for n, town in enumerate(land.towns):
        doors = [a for grid in land.grids[town.pk] for a in grid.addresses]
        out = io.StringIO()
        sheet = csv.writer(out)
        sheet.writerow(["姓名", "身份证号", "手机号", "住址"])
        some = each + (count - each * len(land.towns) if n == 0 else 0)
        for row in range(some):
            sheet.writerow([name(chance), numbers.identity(), numbers.phone() if row % 3 == 0 else "", doors[row % len(doors)]])
        yield town, out.getvalue().encode()


def days_before(today, count):
    """The days of the emergency, oldest first, today last."""
    return [today - timedelta(days=count - 1 - n) for n in range(count)]
