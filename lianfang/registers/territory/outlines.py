"""Outlines from GeoJSON (RFC 7946): each feature one unit of ours, held to the standard, thinned to what a screen can show.

Borders copied from Chinese web maps are shifted by some hundred metres (GCJ-02) and cannot be told from true ones: the page says so.
"""
import json
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from .addresses.vocabulary import BORDER_CODES, BORDER_NAMES
from .positions import EAST, NORTH, SOUTH, WEST

WGS84 = ("CRS84", "4326", "4490")  # CGCS2000 differs from it by centimetres
FINE = 1 / 1500  # of the widest outline: a screen shows no less
MOST, STEPS = 2_000, 24
LOOKS = 8_000_000  # at points, of a whole file: half a million of a true border need them, of a zigzag four thousand


class OutlineFault(ValueError):
    """What is wrong with a file or a feature, in one sentence with its field and the mend."""


@dataclass
class Border:
    """A feature as it was read: its number in the file, what it calls itself, its polygons."""

    row: int
    name: str
    code: str
    polygons: list = field(default_factory=list)
    fault: str = ""

    @property
    def called(self) -> str:
        """Its name, else its code."""
        return self.name or self.code


def borders_of(content: bytes) -> list[Border]:
    """The features of a file. Raises OutlineFault for what is no GeoJSON of degrees; a feature at fault says so itself."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise OutlineFault(_("这个文件不是 GeoJSON：请从地理信息软件导出“GeoJSON（WGS-84，UTF-8）”。")) from None
    if not isinstance(told, dict) or told.get("type") not in ("FeatureCollection", "Feature"):
        raise OutlineFault(_("“type”要是 FeatureCollection，现在是“{said}”。").format(
            said=str(told.get("type", "") if isinstance(told, dict) else type(told).__name__)[:40]))
    crs = json.dumps(told.get("crs") or "", ensure_ascii=False)
    if told.get("crs") and not any(one in crs for one in WGS84):
        raise OutlineFault(_("“crs”要是 WGS-84（EPSG:4326），现在是“{said}”，请换成经纬度再导出。").format(said=crs[:60]))
    features = told.get("features") if told["type"] == "FeatureCollection" else [told]
    if not isinstance(features, list) or not features:
        raise OutlineFault(_("“features”里没有图形。"))
    if len(features) > MOST:
        raise OutlineFault(_("“features”里有 {n} 个图形，一次最多 {most} 个。").format(n=len(features), most=MOST))
    return [_border(row, one) for row, one in enumerate(features, 1)]


def _border(row, told) -> Border:
    says = told.get("properties") if isinstance(told, dict) else None
    says = says if isinstance(says, dict) else {}
    found = Border(row, _said(says, BORDER_NAMES), _said(says, BORDER_CODES))
    try:
        if not found.called:
            raise OutlineFault(_("“properties”里没有 name 或 code，不知道是哪个单位。"))
        found.polygons = _polygons(told.get("geometry"))
    except OutlineFault as wrong:
        found.fault = str(wrong)
    return found


def _said(says, keys) -> str:
    return next((str(says[key]).strip() for key in keys if says.get(key) not in (None, "")), "")


def _polygons(geometry) -> list:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise OutlineFault(_("“geometry.type”要是 Polygon 或 MultiPolygon，现在是“{said}”。").format(said=str(kind)[:40]))
    told = geometry.get("coordinates")
    several = [told] if kind == "Polygon" else told
    if not isinstance(several, list) or not several:
        raise OutlineFault(_("“geometry.coordinates”是空的。"))
    return [[_ring(ring) for ring in polygon] if isinstance(polygon, list) and polygon else _empty() for polygon in several]


def _empty():
    raise OutlineFault(_("“geometry.coordinates”是空的。"))


def _ring(told) -> list:
    if not isinstance(told, list) or len(told) < 4:
        raise OutlineFault(_("“geometry.coordinates”里有一圈不到 4 个点，围不成一块地。"))
    ring = [_point(one) for one in told]
    if ring[0] != ring[-1]:
        raise OutlineFault(_("“geometry.coordinates”里有一圈没有闭合：最后一点要和第一点一样。"))
    return ring


def _point(told) -> list[float]:
    is_pair = isinstance(told, list) and len(told) >= 2 and all(isinstance(one, int | float) and one is not True for one in told[:2])
    if not is_pair:
        raise OutlineFault(_("“geometry.coordinates”里有一点不是[经度, 纬度]：“{said}”。").format(said=str(told)[:40]))
    east, north = told[:2]
    if SOUTH <= east <= NORTH and WEST <= north <= EAST:
        raise OutlineFault(_("“geometry.coordinates”里经度和纬度填反了：先经度，后纬度。"))
    if not (WEST <= east <= EAST and SOUTH <= north <= NORTH):
        raise OutlineFault(_("“geometry.coordinates”里有一点不在国内：“{said}”，要用经纬度的度数。").format(said=f"{east}, {north}"[:40]))
    return [float(east), float(north)]


def thinned(borders) -> None:
    """Points that no screen would show are left out, by one measure for all, so that neighbours keep their common line; a border on which
    that would take too long is at fault."""
    points = [point for one in borders for polygon in one.polygons for ring in polygon for point in ring]
    if not points:
        return
    wide = max(max(point[axis] for point in points) - min(point[axis] for point in points) for axis in (0, 1))
    looks = [LOOKS]
    for one in borders:
        try:
            one.polygons = [[_line(ring, wide * FINE, looks) for ring in polygon] for polygon in one.polygons]
        except OutlineFault as wrong:
            one.fault = str(wrong)


def _line(ring, fine, looks) -> list:
    """Ramer, Douglas and Peucker: a point stays where leaving it out would move the line by more; a ring keeps at least a triangle.

    `looks`: how many are left for the file; OutlineFault where they do not suffice.
    """
    far = max(range(len(ring)), key=lambda n: _square(ring[0], ring[n]))
    keep, open_spans = {0, far, len(ring) - 1}, [(0, far), (far, len(ring) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        looks[0] -= last - first
        if looks[0] < 0:
            raise OutlineFault(_("“geometry.coordinates”的点太多太碎：请在地理信息软件里简化边界（容差 20 米左右），或者分几个文件交。"))
        worst = max(range(first + 1, last), key=lambda n: _off(ring[n], ring[first], ring[last]), default=None)
        if worst is not None and _off(ring[worst], ring[first], ring[last]) > fine:
            keep.add(worst)
            open_spans += [(first, worst), (worst, last)]
    found = [[round(part, 6) for part in ring[n]] for n in sorted(keep)]
    return found if len(found) >= 4 else ring


def _square(here, there) -> float:
    return (here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2


def _off(point, begin, end) -> float:
    """How far a point lies from a stretch."""
    long = _square(begin, end)
    if long == 0:
        return _square(point, begin) ** .5
    part = max(0.0, min(1.0, sum((point[n] - begin[n]) * (end[n] - begin[n]) for n in (0, 1)) / long))
    return _square(point, [begin[n] + part * (end[n] - begin[n]) for n in (0, 1)]) ** .5


def label_at(polygons) -> tuple[float, float]:
    """Where a name stands: of a grid over the largest polygon the inner point farthest from any border."""
    rings = max(polygons, key=lambda polygon: abs(_area(polygon[0])))
    xs, ys = zip(*rings[0], strict=True)
    steps = [((n + .5) / STEPS) for n in range(STEPS)]
    inner = [(x, y) for x in (min(xs) + (max(xs) - min(xs)) * step for step in steps)
             for y in (min(ys) + (max(ys) - min(ys)) * step for step in steps) if _holds(rings, x, y)]
    lines = [pair for ring in rings for pair in pairwise(ring)]
    return max(inner, key=lambda point: min(_off(point, *line) for line in lines), default=tuple(rings[0][0]))


def _area(ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def _holds(rings, x, y) -> bool:
    """Whether a point lies inside: as many lines as are odd are crossed on its way out."""
    return sum((a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
               for ring in rings for a, b in pairwise(ring)) % 2 == 1
