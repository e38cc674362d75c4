"""Reads a sheet of rooms: each row as a room, each fault as a sentence that names its row, its column and the mend."""
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from lianfang.ground import sheets
from lianfang.ground.ids import typed_number
from lianfang.ground.workflow import Refused

from . import vocabulary

HEADER_WITHIN = 10
FLOORED = re.compile(r"\D*(\d{1,2})\d{2}\D*")
SPLIT = re.compile(r"[、，,;；/\s]+")
MOST_BEDS, MOST_FLOORS = 12, 99


@dataclass(slots=True)
class Lodging:
    """A room as somebody tells of it; `floor` 0: read from its number, else the first."""

    number: str
    building: str = ""
    floor: int = 0
    beds: int = 1
    zone: str = "contaminated"
    is_family: bool = False
    is_accessible: bool = False
    is_carer: bool = False
    has_bathroom: bool = True

    def floor_told(self) -> int:
        """Its floor: as told, or as its number says (302 is on the third)."""
        found = FLOORED.fullmatch(self.number)
        return self.floor or (int(found[1]) if found else 1)


def read(content, name) -> tuple[list[Lodging], list[tuple[int, str]]]:
    """Rooms and faults, (row, sentence) each. Raises SheetError for what is no sheet, Refused where no column says which room it is."""
    found = next((sheet for sheet in sheets.read(content, name=name) if not sheet.is_hidden and sheet.rows), None)
    at, columns = _header(found.rows if found else [])
    if "number" not in columns:
        raise Refused(_("没有“房号”这一列。表头要有：楼栋、房号、楼层、床位、适用、独立卫生间、分区。"))
    rooms, faults, seen = [], [], set()
    for row, cells in enumerate(found.rows[at + 1:], at + 2):
        if not any(str(cell).strip() for cell in cells):
            continue
        try:
            room = _room({name: _text(cells[column]) if column < len(cells) else "" for name, column in columns.items()})
        except ValueError as wrong:
            faults.append((row, str(wrong)))
            continue
        if (room.building, room.number) in seen:
            faults.append((row, _("房号 {number} 和上面的一行重复，请删掉一行。").format(number=room.number)))
            continue
        seen.add((room.building, room.number))
        rooms.append(room)
    return rooms, faults


def _header(rows) -> tuple[int, dict[str, int]]:
    best: tuple[int, dict[str, int]] = (0, {})
    for at, cells in enumerate(rows[:HEADER_WITHIN]):
        texts = [_text(cell).casefold() for cell in cells]
        found = {name: texts.index(word) for name, words in vocabulary.HEADINGS.items() for word in reversed(words) if word in texts}
        if len(found) > len(best[1]):
            best = at, found
    return best


def _text(cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _room(said) -> Lodging:
    number = said["number"]
    if not number or len(number) > 12:
        raise ValueError(_("“房号”没有填，或者超过 12 个字。"))
    if len(said.get("building", "")) > 60:
        raise ValueError(_("“楼栋”超过 60 个字，请写短一些。"))
    fits = {_among(word, vocabulary.FITS, _("适用"), _("家庭、无障碍、陪护")) for word in SPLIT.split(said.get("fits", ""))}
    bathroom = said.get("bathroom", "").casefold()
    if bathroom not in vocabulary.YES | vocabulary.NO:
        raise ValueError(_("“独立卫生间”只能填是或否，现在是“{said}”。").format(said=bathroom))
    return Lodging(number, said.get("building", ""), _whole(said.get("floor", ""), _("楼层"), MOST_FLOORS, 0),
                   _whole(said.get("beds", ""), _("床位"), MOST_BEDS, 1),
                   _among(said.get("zone", ""), vocabulary.ZONES, _("分区"), _("污染区、半污染区、清洁区")),
                   *(fit in fits for fit in ("family", "accessible", "carer")), has_bathroom=bathroom in vocabulary.YES)


def _whole(text, column, most, empty) -> int:
    if not text:
        return empty
    if not 1 <= (typed_number(text) or 0) <= most:
        raise ValueError(_("“{column}”要填 1 到 {most} 的整数，现在是“{said}”。").format(column=column, most=most, said=text[:20]))
    return int(text)


def _among(word, known, column, wanted) -> str:
    if word.casefold() not in known:
        raise ValueError(_("“{column}”认不出“{said}”，请填：{wanted}。").format(column=column, said=word[:20], wanted=wanted))
    return known[word.casefold()]
