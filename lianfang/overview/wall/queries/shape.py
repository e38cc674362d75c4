"""What the map is drawn of: the county's own outlines, else a tile a unit: laid out from where its villages lie, else in their order."""
import hashlib
import json
from collections import defaultdict
from itertools import combinations
from math import ceil, cos, radians, sqrt

from lianfang.ground.units.models import Unit
from lianfang.registers.territory import queries as territory

WIDER = 1.35  # a tile is wider than high: so many more rows than a square would have
ENOUGH = 0.6  # the share of units of which one must know where they lie, else the order of the tree says more


def shape_of(unit) -> dict:
    """Outlines, or tiles with their column and row; `digest` is another as soon as anything is drawn otherwise."""
    units = list(Unit.objects.filter(parent=unit, until_on=None).order_by("path"))
    outlines = territory.outlines_of(units)
    found = _drawn(units, outlines) if outlines else tiled(units)
    found["digest"] = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:12]
    return found


def tiled(units) -> dict:
    """A tile a unit: each takes the cell of a grid so that all together lie as near as they can to where they are."""
    if not units:
        return {"kind": "tiles", "columns": 1, "rows": 1, "tiles": {}, "is_laid_out": False}
    columns = max(1, ceil(sqrt(len(units) * WIDER)))
    rows = ceil(len(units) / columns)
    places = centres(units)
    is_laid_out = len(places) >= max(3, ENOUGH * len(units))
    cells = _laid_out(units, places, columns, rows) if is_laid_out else {one.pk: divmod(n, columns) for n, one in enumerate(units)}
    return {"kind": "tiles", "columns": columns, "rows": rows, "is_laid_out": is_laid_out,
            "tiles": {str(pk): [int(column), int(row)] for pk, (row, column) in cells.items()}}


def centres(units) -> dict[int, tuple[float, float]]:
    """The middle of the villages of each unit whose place is known: latitude and longitude."""
    found = defaultdict(list)
    for path, latitude, longitude in territory.places_below(units):
        owner = next((one.pk for one in units if path.startswith(one.path)), None)
        if owner:
            found[owner].append((latitude, longitude))
    return {pk: tuple(sum(part) / len(some) for part in zip(*some, strict=True)) for pk, some in found.items()}


def _laid_out(units, places, columns, rows) -> dict:
    """Cells by unit: row by row from the north, each row from the west; then any two are changed, or one moved to an empty cell, as long
    as that brings all nearer to where they are. One of which nobody knows where it lies is content anywhere."""
    known = list(places.values())
    south, north = min(one[0] for one in known), max(one[0] for one in known)
    west, east = min(one[1] for one in known), max(one[1] for one in known)

    def off(pk, cell):
        if pk not in places:
            return 0.0
        latitude, longitude = places[pk]
        return (((north - latitude) / max(north - south, 1e-9) * (rows - 1) - cell[0]) ** 2
                + ((longitude - west) / max(east - west, 1e-9) * (columns - 1) - cell[1]) ** 2)

    order = sorted((one.pk for one in units), key=lambda pk: -places.get(pk, (south, west))[0])
    sitting: list = []
    for first in range(0, len(order), columns):
        sitting += sorted(order[first:first + columns], key=lambda pk: places.get(pk, (south, east))[1])
    sitting += [None] * (columns * rows - len(sitting))
    cells = [divmod(n, columns) for n in range(columns * rows)]
    is_better = True
    while is_better:
        is_better = False
        for a, b in combinations(range(len(cells)), 2):
            now = off(sitting[a], cells[a]) + off(sitting[b], cells[b])
            if off(sitting[b], cells[a]) + off(sitting[a], cells[b]) < now - 1e-9:
                sitting[a], sitting[b] = sitting[b], sitting[a]
                is_better = True
    return {pk: cell for pk, cell in zip(sitting, cells, strict=True) if pk is not None}


SIDE = 1000  # of the drawing


def _drawn(units, outlines) -> dict:
    """Paths in a drawing of 1000 in its longer side; a unit without an outline is named below it."""
    points = [point for one in outlines.values() for polygon in one.polygons for ring in polygon for point in ring]
    (west, south), (east, north) = (tuple(pick(point[axis] for point in points) for axis in (0, 1)) for pick in (min, max))
    flat = cos(radians((south + north) / 2))
    scale = SIDE / max((east - west) * flat, north - south, 1e-9)

    def at(point):
        return f"{(point[0] - west) * flat * scale:.1f} {(north - point[1]) * scale:.1f}"

    drawn = {}
    for pk, one in outlines.items():
        path = "".join(f"M{'L'.join(at(point) for point in ring[:-1])}Z" for polygon in one.polygons for ring in polygon)
        drawn[str(pk)] = {"path": path, "label": [float(part) for part in at((one.label_longitude, one.label_latitude)).split()]}
    return {"kind": "outlines", "wide": round((east - west) * flat * scale, 1), "high": round((north - south) * scale, 1), "paths": drawn,
            "missing": [one.name for one in units if one.pk not in outlines]}
