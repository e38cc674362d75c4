"""Where a row's address points to: a door below the import's unit."""
from lianfang.registers.territory.queries import AddressBook


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
