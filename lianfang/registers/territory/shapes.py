"""The shape of a building as the wizard draws it: floors × stairs × doors, and how doors are numbered."""
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .addresses.vocabulary import SERIES

NUMBERINGS = {"by_stair": "101, 102 | 101, 102", "through": "101, 102 | 103, 104"}
MOST_FLOORS, MOST_STAIRS, MOST_DOORS, MOST_LANE = 99, 30, 99, 999
GROUNDS = ("homes", "shops", "open")


class ShapeFault(ValueError):
    """A building cannot look like that; one sentence."""


@dataclass(slots=True)
class Cell:
    """One door of a building, before it is saved or from elsewhere."""

    number: str
    stair: str = ""
    floor: int = 1
    use: str = "home"
    occupancy: str = "unknown"
    head_count: int | None = None
    note: str = ""


@dataclass(slots=True)
class Shape:
    """A building to be: its name, its kind and its doors; `parent` is the unit it stands in."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    kind: str = "block"
    parent: object = None
    is_site: bool = False

    @property
    def floors(self) -> int:
        """The topmost floor."""
        return max((cell.floor for cell in self.cells), default=1)

    @property
    def stairs(self) -> list[str]:
        """The stairs in the order of their doors."""
        return list(dict.fromkeys(cell.stair for cell in self.cells))


def block(name, *, floors, stairs, doors, ground="homes", ground_doors=None, skips=(), numbering="by_stair") -> Shape:
    """So many floors, stairs, and doors a floor and stair; `skips` are numbers no floor has (4, 13, 14), `ground` what is at the street."""
    _check(floors, stairs, doors, ground_doors, numbering)
    cells = []
    for storey, floor in enumerate(floor_numbers(floors, skips)):
        on_ground = storey == 0
        if on_ground and ground == "open":
            continue
        each = (ground_doors or doors) if on_ground else doors
        use = "shop" if on_ground and ground == "shops" else "home"
        cells += [Cell(f"{floor}{n:02}", stair, floor, use) for stair, n in _numbers(stairs, each, numbering)]
    return Shape(name, cells)


def _numbers(stairs, doors, numbering):
    """Stair and number on the floor of each door from left to right; a single stair has no name."""
    for stair in range(stairs):
        for door in range(1, doors + 1):
            yield (str(stair + 1) if stairs > 1 else ""), door + (stair * doors if numbering == "through" else 0)


def floor_numbers(floors, skips=()) -> list[int]:
    """The numbers the floors carry from below, unlucky ones left out."""
    found, floor = [], 0
    while len(found) < floors:
        floor += 1
        if floor not in skips:
            found.append(floor)
    return found


def _check(floors, stairs, doors, ground_doors, numbering):
    """Counts a building can have; a floor carries two digits for its doors."""
    across = max(doors, ground_doors or 0) * (stairs if numbering == "through" else 1)
    if not (1 <= floors <= MOST_FLOORS and 1 <= stairs <= MOST_STAIRS and doors >= 1 and across <= MOST_DOORS):
        raise ShapeFault(_("楼层要在 1–{floors}、单元 1–{stairs}，每层门号不超过 {doors} 个。").format(
            floors=MOST_FLOORS, stairs=MOST_STAIRS, doors=MOST_DOORS))


def lane(name, *, first, last, step=1) -> Shape:
    """A lane or group of bungalows with doors first..last; step 2 for one side of a street."""
    if not (1 <= first <= last <= first + MOST_LANE and step in (1, 2)):
        raise ShapeFault(_("门号要从小到大，一次不超过 {most} 个。").format(most=MOST_LANE))
    return Shape(name, [Cell(str(number)) for number in range(first, last + 1, step)], kind="lane")


def names(text) -> list[str]:
    """One name, or a series: "1-6号楼" is 1号楼 to 6号楼."""
    found = SERIES.fullmatch(text.strip())
    if not found or not int(found[1]) < int(found[2]) <= int(found[1]) + 60:
        return [text.strip()]
    return [f"{n}{found[3]}" for n in range(int(found[1]), int(found[2]) + 1)]
