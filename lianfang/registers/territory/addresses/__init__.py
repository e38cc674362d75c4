"""Reads an address line into its parts, exactly or not at all; what counts as the same address is the same key."""
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from . import vocabulary as words

LONGEST = 120
Key = tuple[str, str, str, str]


class Address(NamedTuple):
    """The parts of an address: a compound with building, stair and door, or a lane (village, group) with its door; bare numbers."""

    compound: str = ""
    lane: str = ""
    building: str = ""
    stair: str = ""
    floor: int | None = None
    door: str = ""

    @property
    def place(self) -> str:
        """Where the building or the lane's door lies, as written."""
        return self.compound or self.lane

    @property
    def named(self) -> bool:
        """Whether the building goes by a name and no number: 教师公寓."""
        return bool(self.building) and not self.building.isascii()

    @property
    def key(self) -> Key:
        """Equal for two lines that name the same door."""
        return key(self, self.place + self.building if self.named else self.place)


def parse(text: str) -> Address | None:
    """The parts of one line; None where it cannot be said for certain which part is which."""
    line = plain(text)
    if not line or len(line) > LONGEST:
        return None
    for pattern, read in READERS:
        if found := pattern.fullmatch(line):
            return read(found.groupdict())
    return None


def key(address: Address, place: str) -> Key:
    """The key of an address whose place is read as that one."""
    return place_key(place), "" if address.named else address.building, address.stair, address.door


def plain(text: str) -> str:
    """One spelling for full-width signs, dashes, blanks, punctuation and capitals."""
    return unicodedata.normalize("NFKC", str(text)).translate(words.DASHES).upper().strip("-")


def number(text: str | None) -> str:
    """三, 03 and 3 are one number; letters stay: A, 3B."""
    if not text:
        return ""
    if text[0] in words.HAN_NUMBER:
        return _han(text)
    return text.lstrip("0") or "0"


@lru_cache(4096)
def _han(text) -> str:
    """二十三 is 23, 一百零五 is 105, 四〇一 is 401."""
    if not set(text) & set("十百"):
        return "".join(str(words.DIGITS[c]) for c in text).lstrip("0") or "0"
    total, digit = 0, 0
    for sign in text:
        if sign in words.DIGITS:
            digit = words.DIGITS[sign]
        else:
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
    return str(total + digit)


@lru_cache(65536)
def place_key(place: str) -> str:
    """第三组, 三组 and 3组 are one place."""
    return words.COUNTED.sub(lambda found: number(found[1]) + found[2], plain(place)) if place else ""


@lru_cache(65536)
def building_key(name: str) -> tuple[str, str]:
    """A building's name as place and number: 3号楼 is ("", "3"), 向阳街12号楼 ("向阳街", "12"), 教师公寓 ("教师公寓", "")."""
    line = plain(name)
    found = words.BUILDING_NAME.fullmatch(line)
    return (found["head"] or "", number(found["building"] or found["plain"])) if found else (line, "")


@lru_cache(4096)
def stair_key(name: str) -> str:
    """A stair's name as its number: 二单元 is "2"."""
    line = plain(name)
    found = words.STAIR_NAME.fullmatch(line)
    return number(found["stair"] or found["plain"]) if found else line


@lru_cache(65536)
def door_key(name: str) -> str:
    """A door's name as its number: 401室 is "401", 7号附1号 "7-1"."""
    line = plain(name)
    if found := words.DOOR_ONLY.fullmatch(line):
        return number(found["door"] or found["door_han"])
    found = words.LANE.fullmatch(words.NOWHERE + line)
    return _lane(found.groupdict()).door if found else line


@lru_cache(4096)
def unit_forms(name: str) -> frozenset[str]:
    """What people call a village, a town or a county: 东关社区居委会 is also 东关社区, 土疙瘩村民委员会 also 土疙瘩村."""
    line = plain(name)
    found = words.COMMITTEE.fullmatch(line)
    if not found:
        return frozenset({line})
    stem = found["stem"]
    return frozenset({line, stem if stem.endswith(words.COMMUNITY) else stem + words.COMMUNITY[not found["town"]]})


def _door(parts, floor) -> str:
    """The door's number; "4层1号" is written 401 on the door."""
    door = number(parts.get("door") or parts.get("door_han"))
    return f"{floor}{int(door):02}" if floor and door.isdecimal() and int(door) < 100 else door


def _floor(parts, door) -> int | None:
    """The floor as said, else as the door's number tells it: 401 and 1203 begin with it."""
    said = number(parts.get("floor"))
    if said.isdecimal():
        return int(said)
    digits = door.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits[:-2]) if 3 <= len(digits) <= 4 else None


def _block(parts) -> Address | None:
    """A building's door; "4楼401" without a stair may be building 4 or floor 4, and is left alone."""
    floor = number(parts.get("floor"))
    door, stair = _door(parts, floor), parts.get("stair") or parts.get("stair_dash")
    if parts.get("bare") and not stair and door.startswith(number(parts["building"])):
        return None
    return Address(compound=parts.get("head") or "", building=number(parts.get("building")), stair=number(stair),
                   floor=_floor(parts, door), door=door)


def _lane(parts) -> Address:
    annex = parts["annex"] or parts["attached"]
    return Address(lane=parts["head"], door=number(parts["door"]) + (f"-{number(annex)}" if annex else ""))


def _named(parts) -> Address:
    return _block({**parts, "head": ""})._replace(building=parts["head"])


def _bare(parts) -> Address | None:
    """A number behind a name that says of itself what it is."""
    head, door = parts["head"], number(parts["door"])
    if head.endswith(words.BUILDING_ENDS):
        return Address(building=head, floor=_floor(parts, door), door=door)
    return Address(lane=head, door=door) if head.endswith(words.LANE_ENDS) and not parts["end"] else None


READERS = (
    (words.DOOR_ONLY, _block), (words.STAIR_ONLY, _block), (words.BLOCK, _block), (words.THREE, _block), (words.MIXED, _block),
    (words.TWO, _block), (words.NAMED, _named), (words.LANE, _lane), (words.BARE, _bare),
)
