"""Where a row's address and origin point to: a door below the import's unit, and a code of a place in or out of the country."""
from typing import NamedTuple

from lianfang.registers.territory.queries.doors import AddressBook


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


class Origins:
    """The place each origin names, seen from a county; what repeats is looked up once."""

    def __init__(self, unit):
        self.unit = unit
        self.found: dict[str, Origin] = {"": UNKNOWN}

    def of(self, text) -> Origin:
        """What the words of a row's origin come to."""
        return self.found.get(text, UNKNOWN)
