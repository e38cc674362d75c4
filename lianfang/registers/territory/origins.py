"""Where somebody comes from, seen from a county: the same county, the same province, another one, abroad; and the code of the place."""
from typing import NamedTuple

from lianfang.ground.units.models import Unit

from . import places
from .addresses import unit_forms
from .places.vocabulary import CHINA, HERE, IN_THE_PROVINCE


class Origin(NamedTuple):
    """Same county, same province, other province, abroad or unknown; and the code of the place, "" when unknown."""

    kind: str = "unknown"
    place: str = ""


UNKNOWN = Origin()
BEYOND_THE_BORDER = ("71", "81", "82")  # Taiwan, Hong Kong, Macao: across the border, as arrivals are counted


class Origins:
    """The place each origin names, seen from a county; what repeats is looked up once."""

    def __init__(self, unit):
        county = Unit.objects.get(pk=unit.ancestor_ids[0]) if unit is not None else None
        self.code = county.code[:6] if county else ""
        self.names = unit_forms(county.name) if county else frozenset()
        self.found: dict[str, Origin] = {"": UNKNOWN}

    def of(self, text) -> Origin:
        """What the words of an origin come to."""
        if text not in self.found:
            self.found[text] = self._read(text)
        return self.found[text]

    def _read(self, text) -> Origin:
        if HERE.match(text) or text.startswith(tuple(self.names)):
            return Origin("same_county", self.code)
        if IN_THE_PROVINCE.match(text):
            return Origin("same_province", self.code[:2] + "0000" if self.code else "")
        place = places.find(text)
        return Origin(self._kind(place), place.code) if place else UNKNOWN

    def _kind(self, place) -> str:
        if place.country != CHINA or place.province_code.startswith(BEYOND_THE_BORDER):
            return "abroad"
        if not self.code or not place.province_code:
            return "unknown"
        if place.county_code == self.code:
            return "same_county"
        return "same_province" if place.province_code[:2] == self.code[:2] else "other_province"
