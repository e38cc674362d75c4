"""Finds the place that somebody's words mean; what is unknown or could be two places is None, for a person to look at."""

import csv
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from .vocabulary import ALSO, BEFORE, BETWEEN, CHINA, DISTRICT, KIND, SMALLER

LEVELS = ("country", "province", "prefecture", "county")
MUNICIPALITIES = ("11", "12", "31", "50")  # their districts are as well known by a bare name as a prefecture elsewhere
LONGEST_TEXT = 60
STRAY = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u2060()[]"))


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166 alpha-2) and, in China, the codes as deep as the words went; `matched` are the words understood."""

    country: str
    province_code: str = ""
    prefecture_code: str = ""
    county_code: str = ""
    matched: str = ""

    @property
    def code(self) -> str:
        """The deepest code known; of a foreign place the country's."""
        return self.county_code or self.prefecture_code or self.province_code or self.country

    @property
    def level(self) -> str:
        """country, province, prefecture or county."""
        depth = (self.county_code, 3), (self.prefecture_code, 2), (self.province_code, 1)
        return LEVELS[next((at for code, at in depth if code), 0)]

    def is_within(self, code: str) -> bool:
        """Whether this place is, or lies in, the place of a code."""
        return bool(code) and code in (self.country, self.province_code, self.prefecture_code, self.county_code)


class Entry(NamedTuple):
    """One line of the table; `chain` are the codes from the country down to itself."""

    code: str
    level: str
    name: str
    chain: tuple[str, ...]


class Table(NamedTuple):
    """All places by code and, for every way to say them, the entries meant."""

    by_code: dict[str, Entry]
    by_name: dict[str, list[Entry]]
    longest: int


@lru_cache(maxsize=100_000)
def find(text: str) -> Place | None:
    """The place a text means: longest names first, wider ones narrowing what follows; None when unknown or not one place."""
    words = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).translate(STRAY).strip()
    found = [place for part in BETWEEN.split(words) for place in _all(part)]
    if not found:
        return None
    deepest, matched = max(found, key=lambda place: len(place[0].chain))
    if any(entry.code not in deepest.chain for entry, _matched in found):
        return None
    return _place(deepest, matched)


def name_of(code: str) -> str:
    """The full name of a code, wider places first; "" for an unknown code."""
    table = _table()
    entry = table.by_code.get(code)
    if entry is None:
        return ""
    return "".join(table.by_code[above].name for above in entry.chain[1:]) or entry.name


@lru_cache(maxsize=1)
def _table() -> Table:
    by_code: dict[str, Entry] = {}
    by_name: dict[str, list[Entry]] = {}
    lines = resources.files(__package__).joinpath("places.csv").read_text(encoding="utf-8").splitlines()
    for code, level, name, also in csv.reader(lines[1:]):
        entry = by_code[code] = Entry(code, level, name, _chain(code, level, by_code))
        for word in filter(None, [name, *also.split("|")]):
            by_name.setdefault(word, []).append(entry)
    return Table(by_code, by_name, max(map(len, by_name)))


def _chain(code: str, level: str, known: Container[str]) -> tuple[str, ...]:
    if level == "country":
        return (code,)
    above = [wider for wider in (code[:2] + "0000", code[:4] + "00") if wider != code and wider in known]
    return (CHINA, *above, code)


def _all(part: str) -> Iterator[tuple[Entry, str]]:
    """The places of a text without breaks: the one it starts with, and any that follows a word like 经 or 到."""
    first = _first(part) or _first(BEFORE.sub("", part))  # first as it is: 自贡 and 从江 are places
    if first:
        yield first
        rest = part.rpartition(first[1])[2]
        for word in ALSO.finditer(rest):
            if place := _first(rest[word.end() :]):
                yield place


def _first(part: str) -> tuple[Entry, str] | None:
    """The place at the start of a text, each name narrowing the next, with the words it took."""
    found: Entry | None = None
    at = 0
    while at < len(part) and (step := _next(part, at, found)):
        found, at = step
    return (found, part[:at]) if found else None


def _next(part: str, at: int, within: Entry | None) -> tuple[Entry, int] | None:
    table = _table()
    for length in range(min(table.longest, len(part) - at), 1, -1):
        word = part[at : at + length]
        meant = [entry for entry in table.by_name.get(word, ()) if within is None or within.code in entry.chain[:-1]]
        if not meant:
            continue
        end = at + length
        exact = [entry for entry in meant if entry.name == word and entry.level != "country"]
        if exact:
            meant = exact
        elif SMALLER.match(part, end):
            continue
        elif kind := KIND.match(part, end):
            end = kind.end()
        entry = _one_of(meant)
        return (entry, end) if entry else None
    return None


def _one_of(meant: list[Entry]) -> Entry | None:
    """The one entry that a name means, or the place that holds all of those it could mean."""
    if len(meant) == 1:
        return meant[0]
    widest = min(meant, key=lambda entry: LEVELS.index(entry.level))
    rivals = [entry for entry in meant if widest.code not in entry.chain]
    if not rivals or widest.level == "province":
        return widest
    if widest.level == "prefecture" and all(map(_is_lesser, rivals)):
        return widest
    common = [code for code in meant[0].chain[1:] if all(code in entry.chain for entry in meant)]
    return _table().by_code[common[-1]] if common else None


def _is_lesser(rival: Entry) -> bool:
    """Whether nobody would mean this by a bare name that a prefecture has too: a district of another prefecture's city."""
    return rival.name.endswith(DISTRICT) and not rival.code.startswith(MUNICIPALITIES)


def _place(entry: Entry, matched: str) -> Place:
    codes = {_table().by_code[code].level: code for code in entry.chain}
    return Place(entry.chain[0], codes.get("province", ""), codes.get("prefecture", ""), codes.get("county", ""), matched)
