"""How large the invented county is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Villages in all, grids a village, blocks a community's grid, doors a lane; people found, bound and still running; the register."""

    name: str
    village_count: int
    grids: int
    blocks: int
    lane: int
    found: int
    bound: int
    running: int
    register: int
    days: int = 40

    def villages(self, town: int) -> int:
        """Villages of a town, so that all towns together have `village_count`."""
        each, more = divmod(self.village_count, 22)
        return each + (town < more)


SMALL = Size("small", village_count=44, grids=2, blocks=2, lane=24, found=520, bound=330, running=118, register=600)
COUNTY = Size("county", village_count=233, grids=9, blocks=4, lane=88, found=40_000, bound=9_264, running=1_589, register=600_000)
SIZES = {"small": SMALL, "county": COUNTY}
