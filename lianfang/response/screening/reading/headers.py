"""Finds the header of a sheet and says which column is which field."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lianfang.registers.people.typed import cells

from .rows import column_letter
from .vocabulary import headings

HEADER_WITHIN = 10  # rows that are not blank
LONGEST_HEADER = 40
_NOTES = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]")
_MARKS = re.compile(r"[\s\W_]+")
_TITLE = re.compile(r"[:：]|\d{4}")
_DIGITS = re.compile(r"\d{6}")
KEYS = {"name", "id_number", "phone"}


class Word(NamedTuple):
    """What a header means: a field, how well it fits (lower is better), whether it is a piece of a larger field."""

    field: str
    rank: int
    is_part: bool = False


class Header(NamedTuple):
    """A header found: its last line (from 1), its first line, the texts, the columns of each field."""

    row: int
    first_row: int
    texts: list[str]
    columns: dict[str, tuple[int, ...]]
    score: float


def squeezed(text: str) -> str:
    """A header without blanks, punctuation and remarks in brackets."""
    text = unicodedata.normalize("NFKC", text).lower()
    return _MARKS.sub("", _NOTES.sub("", text)) or _MARKS.sub("", text)


def fingerprint(headers: Iterable[str]) -> str:
    """Sixteen hex digits that tell one layout from another, so that a confirmed mapping is found again."""
    words = [word for header in headers if (word := squeezed(header)) not in headings.ADDED]
    return hashlib.sha256("\x1f".join(words).rstrip("\x1f").encode()).hexdigest()[:16]


def meaning(header: str, group: str = "") -> Word | None:
    """What a header means, below a wider one if there are two lines."""
    if not group and headings.SPLIT in header:
        group, _colon, header = header.rpartition(headings.SPLIT)
    word, whole = squeezed(header), squeezed(group + header)
    if not word or headings.NOT_THE_PERSON.search(whole):
        return None
    by_word, by_whole = _exact(word), _exact(whole) or _by_pattern(whole)
    if not group or by_whole is None:
        return by_word or by_whole or _by_pattern(word)
    if by_word is None or by_word.field == "address":  # 户籍 above 地址, 来源地 above 市
        return Word(by_whole.field, by_whole.rank, is_part=by_whole.field in headings.JOINED)
    return by_word


def _exact(word: str) -> Word | None:
    if word in headings.WORDS:
        return Word(*headings.WORDS[word])
    if word in headings.ADDRESS_PARTS:
        return Word("address", 300, is_part=True)
    return None


def _by_pattern(word: str) -> Word | None:
    if word in headings.LAST_CHOICE:
        return Word(headings.LAST_CHOICE[word], 200)
    found = next((name for name, pattern in headings.PATTERNS if pattern.search(word)), None)
    return Word(found, 100) if found else None


def find(rows: Sequence[Sequence[Any]], *, one_column_will_do: bool = False) -> Header | None:
    """The header that explains most columns, on one line or two, within the first ten rows that are not blank."""
    best: Header | None = None
    filled = [at for at, row in enumerate(rows[:200]) if any(not cells.is_nothing(cell) for cell in row)][:HEADER_WITHIN]
    for at in filled:
        for header in _readings(rows, at):
            enough = len(header.columns) >= 2 or (one_column_will_do and header.columns)
            if enough and KEYS & header.columns.keys() and (best is None or header.score > best.score):
                best = header
    return best


def _readings(rows: Sequence[Sequence[Any]], at: int) -> Iterable[Header]:
    lower = _texts(rows[at])
    if lower:
        yield _header(at, at, lower, [""] * len(lower))
    upper = _texts(rows[at - 1]) if at else None
    if upper and lower and _belong_together(upper, lower):
        yield _header(at, at - 1, *_two_lines(upper, lower))


def _texts(row: Sequence[Any]) -> list[str] | None:
    """The cells as header texts; None for a row that holds numbers or long texts, as data do and headers never."""
    if any(cell is not None and not isinstance(cell, str) for cell in row):
        return None
    texts = [cells.text(cell) for cell in row]
    return texts if all(len(squeezed(text)) <= LONGEST_HEADER for text in texts) else None


def _belong_together(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether two lines are one header, and not a title above a header or a header above data."""
    if sum(map(bool, upper)) < 2 or any(_TITLE.search(text) for text in upper) or any(_DIGITS.search(text) for text in lower):
        return False
    pairs = list(zip(upper, lower, strict=False))
    if any(below and _is_key(above) for above, below in pairs):
        return False
    return any(below and not above for above, below in pairs) and any(_is_key(text) for text in [*upper, *lower])


def _is_key(text: str) -> bool:
    word = meaning(text)
    return word is not None and word.field in KEYS and word.rank < 100


def _two_lines(upper: Sequence[str], lower: Sequence[str]) -> tuple[list[str], list[str]]:
    """A wide header is stored in the first of the columns it spans; a tall one in the upper line."""
    texts, groups, group = [], [], ""
    for at in range(max(len(upper), len(lower))):
        above = upper[at] if at < len(upper) else ""
        below = lower[at] if at < len(lower) else ""
        group = above or (group if below else "")
        texts.append(below or above)
        groups.append(group if below else "")
    return texts, groups


def _header(at: int, first: int, texts: list[str], groups: list[str]) -> Header:
    words = [meaning(text, group) for text, group in zip(texts, groups, strict=True)]
    whole = [f"{group}{headings.SPLIT}{text}" if group else text for text, group in zip(texts, groups, strict=True)]
    columns = _columns(words)
    score = sum(1.0 if (word := words[places[0]]) and word.rank < 100 else 0.9 for places in columns.values())
    return Header(at + 1, first + 1, whole, columns, score + (0.01 if any(groups) else 0))


def _columns(words: Sequence[Word | None]) -> dict[str, tuple[int, ...]]:
    """The best column of each field; with it the pieces, where a field may be made of several."""
    columns: dict[str, tuple[int, ...]] = {}
    for name in headings.FIELDS:
        fitting = [(at, word) for at, word in enumerate(words) if word and word.field == name]
        if not fitting:
            continue
        whole = min((entry for entry in fitting if not entry[1].is_part), key=lambda entry: entry[1].rank, default=None)
        if name in ("symptoms", "temperature"):
            columns[name] = tuple(at for at, _word in fitting)
        elif name in headings.JOINED:
            columns[name] = tuple(at for at, word in fitting if word.is_part or (at, word) == whole)
        else:
            columns[name] = ((whole or fitting[0])[0],)
    return columns


def chosen(headers: Sequence[str], width: int, mapping: Mapping[str, Any]) -> tuple[dict[str, tuple[int, ...]], list[str]]:
    """The columns that a person named by header or letter (None: no column), and the names that this sheet has not."""
    by_text = {squeezed(header): at for at, header in reversed(list(enumerate(headers))) if header}
    by_letter = {column_letter(at): at for at in range(width)}
    columns: dict[str, tuple[int, ...]] = {}
    unknown = []
    for name, words in mapping.items():
        places = []
        for word in [words] if isinstance(words, str) else words or []:
            at = by_text.get(squeezed(word), by_letter.get(word.strip().upper()))
            if at is None:
                unknown.append(word)
            else:
                places.append(at)
        columns[name] = tuple(places)
    return columns, unknown
