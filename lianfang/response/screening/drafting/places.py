"""Where a row's address and origin point to: a door below the import's unit, and a code of a place in or out of the country."""
from typing import NamedTuple

from lianfang.ground.units.models import Unit
from lianfang.registers.territory import places
from lianfang.registers.territory.addresses import unit_forms
from lianfang.registers.territory.queries import AddressBook

from .. import vocabulary

CHINA = "CN"


class Doors:
    """The door of each address line; what repeats is looked up once."""

    def __init__(self, unit):
        self.book = AddressBook(unit) if unit is not None else None
        self.found: dict[str, int | None] = {"": None}

    def of(self, text) -> int | None:
        """The id of the one door the line names, or None."""
        if text not in self.found:
            self.found[text] = self.book.door(text) if self.book else None
        return self.found[text]


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
        """What the words of a row's origin come to."""
        if text not in self.found:
            self.found[text] = self._read(text)
        return self.found[text]

    def _read(self, text) -> Origin:
        if vocabulary.HERE.match(text) or text.startswith(tuple(self.names)):
            return Origin("same_county", self.code)
        if vocabulary.IN_THE_PROVINCE.match(text):
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
