"""A building's doors as cells of the elevation drawing: a shape not yet saved, or a building that stands."""
from collections import defaultdict

from lianfang.ground.ui.elevation import Cell

STATUS = {"lived_in": "normal", "rented": "rented", "empty": "empty", "unknown": "to_check"}


def cells_of_shape(shape) -> list[Cell]:
    """The doors the wizard would make."""
    across, found = defaultdict(int), []
    for cell in shape.cells:
        across[cell.stair, cell.floor] += 1
        found.append(Cell(cell.stair, cell.floor, across[cell.stair, cell.floor], cell.number, "shop" if cell.use == "shop" else "normal",
                          word=" ", shop=cell.use == "shop"))
    return found


def cells_of_doors(placed, url=lambda door: "", selected=None) -> list[Cell]:
    """The doors of a building by what is known of them."""
    return [Cell(d.stair, d.floor, position, (d.note or d.number) if d.use == "shop" else d.number,
                 "shop" if d.use == "shop" else STATUS[d.occupancy], people=d.head_count, url=url(d), selected=d.unit_id == selected,
                 shop=d.use == "shop", shut=d.use == "shop" and d.occupancy == "empty") for d, position in placed]
