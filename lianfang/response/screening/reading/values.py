"""Reads the plainer fields: sex, age, code colour, temperature, symptoms, and what several columns say together."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import cells
from .headers import SPLIT, squeezed

SEXES = {"男": "m", "女": "f", "男性": "m", "女性": "f", "m": "m", "f": "f", "male": "m", "female": "f", "1": "m", "2": "f"}
COLOURS = (("红", "red"), ("黄", "yellow"), ("橙", "yellow"), ("绿", "green"), ("无", "none"), ("没有", "none"))
COOLEST, HOTTEST = 34.0, 43.0
NO_FEVER = re.compile("(体温)?(正常|无|否|未发热|不发热|无发热|没有)|[/\\-—]*")
HALF_DEGREE = re.compile(r"(\d) *(?:度|°C) *(\d)(?![\d.])", re.IGNORECASE)  # 36度5
DEGREES = r"\d+(?:\.\d+)? *(?:°C|度|C)?"
TEMPERATURES = re.compile(rf"{DEGREES}(?:[/、,;~ -]+{DEGREES})*[/、,; -]*", re.IGNORECASE)
NO_SYMPTOMS = re.compile("(?:无|没有|未见|未出现|未发现|否|正常|良好|健康|一切正常|身体健康)[^，,；;。但有0-9]*")
PRESENT = frozenset(["是", "有", "√", "✓", "阳性"])
NAMES_SYMPTOM = re.compile("^(是否|有无|现有|有没有)|(等)?(症状|情况|状况)$")
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
    return SEXES.get(cells.text(value).lower(), "")


def colour(value: Any) -> str:
    """The colour of a health code: green yellow red none, or "" when not stated."""
    words = cells.text(value)
    return next((code for word, code in COLOURS if word in words), "")


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
    header = headers[at].rpartition(SPLIT)[2] if at < len(headers) else ""
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
    if NO_FEVER.fullmatch(words):
        return 0.0
    words = HALF_DEGREE.sub(r"\1.\2", words)
    if not TEMPERATURES.fullmatch(words):
        return None
    degrees = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", words)]
    return max(degrees) if all(COOLEST <= degree <= HOTTEST for degree in degrees) else None


def symptoms_of(places: Sequence[int], headers: Sequence[str]) -> Callable[[Cells], str | None]:
    """The symptoms of a row: None when nothing is stated, "" when there are none; a plain yes means what its header asks."""
    named = [(at, NAMES_SYMPTOM.sub("", NAMES_SYMPTOM.sub("", _header(headers, at))) or _header(headers, at)) for at in places]
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
    if not words or words in ("/", "-", "—", "不详", "未知"):
        return None
    if words in PRESENT:
        return True
    return "" if NO_SYMPTOMS.fullmatch(words) else words
