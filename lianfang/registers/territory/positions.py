"""Where places lie, in WGS-84 degrees (EPSG:4326) as satellites give them: read from lines and sheets, and how far apart two are.

Coordinates copied from Chinese phone maps are shifted by some hundred metres (GCJ-02, BD-09) and cannot be told from true ones: the
page says so, and each keeps its source.
"""
import re
from dataclasses import dataclass
from itertools import combinations
from math import asin, cos, radians, sin, sqrt

from django.utils.translation import gettext as _

from lianfang.ground import sheets

from .addresses import plain
from .addresses.vocabulary import POSITION_HEADERS

EARTH = 6_371_008.8  # metres: the mean radius (IUGG)
SOUTH, NORTH, WEST, EAST = 3.0, 54.0, 73.0, 136.0  # the country's bounds: what lies outside is a slip of the pen
LINE = re.compile(r"(?P<place>.+?)[\s,，;；]+(?P<latitude>-?\d[\d.]*)[\s,，;；]+(?P<longitude>-?\d[\d.]*)\s*")
HEADER_WITHIN, MOST = 10, 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that says where a place lies, as it was written."""

    row: int
    place: str
    latitude: str
    longitude: str

    def __str__(self):
        return ", ".join(filter(None, (self.place, self.latitude, self.longitude)))

    def degrees(self) -> tuple[float, float]:
        """Latitude and longitude; ValueError says what is wrong in one sentence, with the field and the mend."""
        north, east = _number(self.latitude, _("纬度")), _number(self.longitude, _("经度"))
        if SOUTH <= east <= NORTH and WEST <= north <= EAST:
            raise ValueError(_("“纬度”和“经度”填反了，请对调。"))
        if not SOUTH <= north <= NORTH:
            says = _("“纬度”要在 {least} 到 {most} 之间，现在是“{said}”。")
            raise ValueError(says.format(least=SOUTH, most=NORTH, said=self.latitude[:20]))
        if not WEST <= east <= EAST:
            says = _("“经度”要在 {least} 到 {most} 之间，现在是“{said}”。")
            raise ValueError(says.format(least=WEST, most=EAST, said=self.longitude[:20]))
        return north, east


def _number(said, field) -> float:
    try:
        return float(said)
    except ValueError:
        raise ValueError(_("“{field}”要填十进制的度数，例如 43.8912，现在是“{said}”。").format(field=field, said=said[:20])) from None


def metres(here, there) -> float:
    """Between two positions (anything with latitude and longitude) along the great circle, by the haversine formula."""
    a, b = radians(here.latitude), radians(there.latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(there.longitude - here.longitude) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def entries_of(text="", content=b"", name="") -> list[Entry]:
    """Pasted lines (place, latitude, longitude), then the rows of the sheet; at most 20 000. Raises SheetError of what is no sheet."""
    found = [_line(row, line.strip()) for row, line in enumerate(text.splitlines(), 1) if line.strip()]
    for sheet in sheets.read(content, name=name) if content else ():
        found += _rows(sheet.rows)
    return found[:MOST]


def _line(row, said) -> Entry:
    read = LINE.fullmatch(said)
    return Entry(row, **read.groupdict()) if read else Entry(row, said, "", "")


def _rows(rows) -> list[Entry]:
    at, columns = -1, {"place": 0, "latitude": 1, "longitude": 2}
    for n, cells in enumerate(rows[:HEADER_WITHIN]):
        texts = [str(cell).strip().casefold() for cell in cells]
        named = {key: texts.index(word) for key, words in POSITION_HEADERS.items() for word in reversed(words) if word in texts}
        if len(named) == len(POSITION_HEADERS):
            at, columns = n, named
            break
    said = [(row, {key: str(cells[column]).strip() if column < len(cells) else "" for key, column in columns.items()})
            for row, cells in enumerate(rows[at + 1:], at + 2)]
    return [Entry(row, **cells) for row, cells in said if any(cells.values())]


def keys_of(chain) -> list[str]:
    """How people call a place whose names from the town down are these: its own name, with any of those it lies in before it."""
    *above, own = chain
    return [plain("".join([*some, own])) for many in range(len(above) + 1) for some in combinations(above, many)]
