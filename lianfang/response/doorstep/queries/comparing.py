"""Three lists of who lives at a door: where each comes from, and what is made of somebody as they have him."""
import re
from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import gettext as _

from lianfang.ground import decisions, sheets
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Entry, Person
from lianfang.registers.territory.queries import AddressBook

from ..matching import Row, plain
from ..models import Claim, Comparison, Mismatch

TABLE = "three_way"
SLOTS = ("first", "second", "third")
NAME, NUMBER, ADDRESS = re.compile("姓名"), re.compile("证件|身份证|公民身份"), re.compile("住址|地址|门牌|户址|房号")
DIGITS = 6  # what has fewer is no number of anybody: 无, 不详, —
HEADED_IN = 10  # rows within which a list's header stands


class Listed(NamedTuple):
    """A row of a list with where it stands, and what it stands for."""

    row: Row
    line: int


def kind_word(kind) -> str:
    """A kind of difference in the reader's language."""
    return decisions.shipped(TABLE).labels.of("kind", kind)


def registers(reach) -> list[tuple]:
    """Registers brought in for matching within a reach: (source, how many entries), the newest first."""
    found = Entry.objects.filter(unit__path__under=reach).values_list("source").annotate(n=Count("pk")).order_by("-source")
    return list(found)


def from_register(slot, unit, source) -> list[Row]:
    """The entries of a register at or below a unit."""
    found = Entry._base_manager.filter(unit__path__under=unit.path, source=source).select_related("unit")
    return [_row(slot, one) for one in found]


def from_people(slot, unit) -> list[Row]:
    """Persons on record at or below a unit, under whatever category."""
    return [_row(slot, one) for one in Person._base_manager.filter(unit__path__under=unit.path).select_related("unit")]


def _row(slot, one) -> Row:
    born = f"{one.birth_on:%Y%m%d}" if one.birth_on else ""
    return Row(slot, one.unit_id if one.unit.level == "door" else None, one.name, one.id_number.open().upper(), born)


def from_sheet(slot, unit, content) -> list[Row]:
    """The rows of a sheet with columns for name, number and address; Refused where there are none such."""
    book, found = AddressBook(unit), []
    for sheet in sheets.read(content):
        head, columns = _head(sheet.rows)
        for row in sheet.rows[head + 1:] if columns else ():
            name, number, address = (_cell(row, at) for at in columns)
            if name:
                number = number.upper()[:40] if sum(map(str.isdigit, number)) >= DIGITS else ""
                found.append(Row(slot, book.door(address) if address else None, name[:100], number))
    if not found:
        raise Refused(_("表里要有“姓名”“身份证号”“住址”三列，表头在前十行里。"))
    return found


def _head(rows):
    """Where the header stands, and which columns are name, number and address."""
    for at, row in enumerate(rows[:HEADED_IN]):
        words = [str(cell) for cell in row]
        columns = [next((n for n, word in enumerate(words) if wanted.search(word)), None) for wanted in (NAME, NUMBER, ADDRESS)]
        if columns[0] is not None and columns[2] is not None:
            return at, columns
    return 0, None


def _cell(row, at) -> str:
    if at is None or at >= len(row):
        return ""
    cell = row[at]
    return str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()


def facts_of(rows) -> tuple[dict, int | None]:
    """How three lists have one person: here, elsewhere or absent in each, seen from the door he was found at (else where he is listed)."""
    doors = {slot: [row.door for row in rows if row.source == slot] for slot in range(3)}
    at = next((doors[slot][0] for slot in (2, 0, 1) if doors[slot]), None)
    facts = {name: "absent" if not doors[slot] else "here" if at in doors[slot] else "elsewhere" for slot, name in enumerate(SLOTS)}
    return facts | {"names": "same" if len({plain(row.name) for row in rows}) == 1 else "differ"}, at


def comparisons():
    """Those made, the newest first."""
    return Comparison.objects.select_related("unit", "by").order_by("-pk")


def mismatches(comparison):
    """What did not agree, by place."""
    return Mismatch.objects.filter(comparison=comparison).select_related("unit", "settled_by").order_by("unit__path", "pk")


def claims_of(mismatch):
    """What each list says, in their order."""
    return Claim.objects.filter(mismatch=mismatch).select_related("unit").order_by("source", "pk")


def doors_named(ids) -> dict:
    """Units of claims by id."""
    return Unit.objects.in_bulk([pk for pk in ids if pk])
