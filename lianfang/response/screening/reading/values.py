"""Reads the plainer fields: sex, age, code colour, temperature, symptoms, and what several columns say together."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lianfang.registers.people.typed import cells

from .headers import squeezed
from .vocabulary import conditions, headings

COOLEST, HOTTEST = 34.0, 43.0
HAN_OR_LETTER = re.compile("[^\\d.]")

Cells = Sequence[Any]


class Once(dict[Any, Any]):
    """Remembers what each value came to; columns repeat themselves."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        super().__init__()
        self.work = work

    def __missing__(self, value: Any) -> Any:
        found = self[value] = self.work(value)
        return found


def sex(value: Any) -> str:
    """m, f, or "" when the cell says neither."""
    return conditions.SEXES.get(cells.text(value).lower(), "")


def colour(value: Any) -> str:
    """The colour of a health code: green yellow red none, or "" when not stated."""
    words = cells.text(value)
    return next((code for word, code in conditions.COLOURS if word in words), "")


def age(value: Any) -> int | None:
    """Full years as stated."""
    found = re.match(r"\d{1,3}(?!\d)", cells.text(value))
    return int(found[0]) if found and int(found[0]) < 130 else None


def joined(places: Sequence[int], headers: Sequence[str], endings: Mapping[str, str]) -> Callable[[Cells], str]:
    """What several columns say together (town, village, building, door), without saying a part twice."""
    if not places:
        return lambda _row: ""
    if len(places) == 1 and not _ending(headers, places[0], endings):
        return lambda row, at=places[0]: cells.stated(row[at])  # type: ignore[misc]
    parts = [(at, _ending(headers, at, endings)) for at in places]

    def together(row: Cells) -> str:
        whole = ""
        for at, ending in parts:
            part = cells.stated(row[at])
            if part and part[-1].isdigit():
                part += ending
            if not HAN_OR_LETTER.search(part) or part not in whole:
                whole = part if len(whole) > 1 and part.startswith(whole) else whole + part
        return whole

    return together


def _ending(headers: Sequence[str], at: int, endings: Mapping[str, str]) -> str:
    header = headers[at].rpartition(headings.SPLIT)[2] if at < len(headers) else ""
    return endings.get(squeezed(header), "")


def _header(headers: Sequence[str], at: int) -> str:
    return squeezed(headers[at]) if at < len(headers) else ""


def temperature_of(places: Sequence[int]) -> Callable[[Cells], tuple[float | None, str]]:
    """The highest temperature of a row, and the words of one that cannot be."""

    def read(row: Cells) -> tuple[float | None, str]:
        highest = None
        for at in places:
            value = row[at]
            if value == "" or value is None:
                continue
            found = known[value]
            if found is None:
                return None, cells.text(value)[:20]
            highest = max(highest or 0.0, found) or None
        return highest, ""

    known = Once(_temperature)
    return read


def _temperature(value: Any) -> float | None:
    """Degrees; 0 where none is stated, None where none can be meant."""
    words = unicodedata.normalize("NFKC", cells.text(value)).replace("。", ".")
    if conditions.NO_FEVER.fullmatch(words):
        return 0.0
    words = conditions.HALF_DEGREE.sub(r"\1.\2", words)
    if not conditions.TEMPERATURES.fullmatch(words):
        return None
    degrees = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", words)]
    return max(degrees) if all(COOLEST <= degree <= HOTTEST for degree in degrees) else None


def symptoms_of(places: Sequence[int], headers: Sequence[str]) -> Callable[[Cells], str | None]:
    """The symptoms of a row: None when nothing is stated, "" when there are none; a plain yes means what its header asks."""
    named = [
        (at, conditions.NAMES_SYMPTOM.sub("", conditions.NAMES_SYMPTOM.sub("", _header(headers, at))) or _header(headers, at))
        for at in places
    ]
    known = Once(_symptom)

    def read(row: Cells) -> str | None:
        said = [(name, known[row[at]]) for at, name in named]
        found = [name if words is True else words for name, words in said if words]
        if found:
            return "、".join(found)
        return "" if any(words == "" for _name, words in said) else None

    return read


def _symptom(value: Any) -> str | bool | None:
    words = cells.text(value)
    if not words or words in conditions.NOT_ASKED:
        return None
    if words in conditions.PRESENT:
        return True
    return "" if conditions.NO_SYMPTOMS.fullmatch(words) else words
