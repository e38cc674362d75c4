"""Values made safe for paper: printable text only, every kind of value turned into one a template can print."""
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from .marks import Mark

UNPRINTABLE = {"Cc", "Cf", "Cs"}
VARIANTS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def plain(text: str) -> str:
    """The text in one line, without control signs, half pairs, variant selectors and marks that turn the writing direction."""
    spaced = unicodedata.normalize("NFC", "".join(" " if sign in "\t\n\r\v\f" else sign for sign in text))
    return "".join(filter(_is_printable, spaced))


def printable(value: Any, mark: Callable[[Mark], Any], text: Callable[[str], str] = plain) -> Any:
    """The value with every text made plain and every QR mark made by `mark`, through lists and mappings."""
    match value:
        case str():
            return text(value)
        case Mark():
            return mark(value)
        case Mapping():
            return {name: printable(inner, mark, text) for name, inner in value.items()}
        case list() | tuple():
            return [printable(inner, mark, text) for inner in value]
        case None | bool() | int():
            return value
    raise TypeError(f"a paper prints words, whole numbers and marks, not {type(value).__name__}")


def _is_printable(sign: str) -> bool:
    point = ord(sign)
    return unicodedata.category(sign) not in UNPRINTABLE and point not in VARIANTS and point & 0xFFFE != 0xFFFE
