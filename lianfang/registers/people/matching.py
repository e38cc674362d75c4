"""Who of some rows is already known: by number first; else by name and phone both; never who somebody has said it is not."""
from dataclasses import dataclass, field

from .keys import id_blind, phone_blind, plain
from .queries import known_entries, known_people, people_by_phone, refusals

UNASKED = object()


@dataclass(slots=True)
class Match:
    """The person a row is about, if known, and the register's entry, if any.

    `other_name`: the number stands under another name; `is_another`: it does, and somebody has said that this is somebody else.
    """

    person: object = None
    other_name: bool = False
    is_another: bool = False
    entry: object = None


@dataclass
class Known:
    """Everybody the rows' numbers and phones lead to, asked at once."""

    numbers: dict = field(default_factory=dict)
    phones: dict = field(default_factory=dict)
    entries: dict = field(default_factory=dict)
    entry_phones: dict = field(default_factory=dict)
    refused: dict = field(default_factory=dict)

    @classmethod
    def of(cls, keyed, has_entries, *, by_phone_too=False):
        """Ask for rows keyed as (row, blind number, blind phone)."""
        known = cls(known_people(number for _, number, _ in keyed))
        known.phones = people_by_phone(phone for _, number, phone in keyed if number not in known.numbers)
        if has_entries:
            phones = [phone for _, number, phone in keyed if not number] if by_phone_too else []
            known.entries, known.entry_phones = known_entries([number for _, number, _ in keyed], phones)
        doubtful = [known.numbers[n] for row, n, _ in keyed if n in known.numbers and not same_name(known.numbers[n], row)]
        doubtful += [known.phones[row.name, p] for row, n, p in keyed if n not in known.numbers and (row.name, p) in known.phones]
        known.refused = refusals(doubtful, [number for _, number, _ in keyed]) if doubtful else {}
        return known

    def match(self, row, number, phone) -> Match:
        """The person of one row."""
        entry = self.entries.get(number) if number else self.entry_phones.get((row.name, phone))
        person, is_another = self.numbers.get(number), False
        if person is not None:
            if same_name(person, row):
                return Match(person, entry=entry)
            instead = self.refused.get((person.pk, number, row.name), UNASKED)
            if instead is UNASKED:
                return Match(person, other_name=True, entry=entry)
            if instead is not None:
                return Match(instead, is_another=True, entry=entry)
            is_another = True
        person = self.phones.get((row.name, phone)) if phone else None
        if person is not None and (not number or not person.id_blind) and (person.pk, number, row.name) not in self.refused:
            return Match(person, is_another=is_another, entry=entry)
        return Match(is_another=is_another, entry=entry)


def same_name(known, row) -> bool:
    """Whether two names are one, dots and widths aside; a row without a name contradicts nobody."""
    return not row.name or known.name == row.name or plain(known.name) == plain(row.name)


def keyed(rows) -> list[tuple]:
    """Rows with the blind index of their number and of their phone."""
    return [(row, id_blind(row.id_number), phone_blind(row.phone)) for row in rows]
