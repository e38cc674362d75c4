"""Cleans what people type into cells: full-width letters, stray blanks, hyphens, the many ways to say "nothing"."""

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Any

from .vocabulary import COMMON_HAN, HAN, NO, NOTHING, YES

ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"
BLANKS = " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
HYPHENS = "-_\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\uff3f"
QUOTES = "'\"`‘’“”＇＂′"
WIDE = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0B, 0xFF0E]}

LONGEST_NAME = 100  # what the register holds; a longer cell is no name, and must not stop the rows after it
LIKE_X = "×ХхΧχ"  # what people type for the X at the end of an ID

_TO_PLAIN: dict[int, int | str | None] = {
    **WIDE,
    **dict.fromkeys(map(ord, LIKE_X), "X"),
    **dict.fromkeys(map(ord, ZERO_WIDTH + BLANKS + HYPHENS + QUOTES)),
}
_TO_TEXT: dict[int, int | str | None] = {
    **{code: narrow for code, narrow in WIDE.items() if code not in (0xFF0B, 0xFF0E)},
    **dict.fromkeys(map(ord, ZERO_WIDTH)),
    **dict.fromkeys(map(ord, BLANKS), " "),
}
_ODD = re.compile(f"[{ZERO_WIDTH}{BLANKS}\uff10-\uff5a]")
_SCIENTIFIC = re.compile(r"\+?\d(?:\.(\d+))?[Ee]\+?(\d{1,2})")
_JUST_HAN = re.compile(f"[{COMMON_HAN}]+")
_INNER_BLANK = re.compile(f"(?<=[{HAN}·]) +| +(?=[{HAN}·])")
_DOTS = re.compile("[·•‧∙⋅・･●ᐧ﹒∘◦]")
_LOW_DOT = re.compile(f"(?<=[{HAN}])[.．。](?=[{HAN}])")
_TOO_MANY_DOTS = re.compile(" *·[ ·]*")


def plain(text: str) -> str:
    """For numbers: half-width, without blanks, hyphens and quotation marks."""
    return text if text.isascii() and text.isalnum() else text.translate(_TO_PLAIN)


def text(value: Any) -> str:
    """For words: half-width digits and letters, single blanks, none at the ends; numbers and days as one would write them."""
    if type(value) is str:
        return " ".join(value.translate(_TO_TEXT).split()) if _ODD.search(value) else value
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def stated(value: Any) -> str:
    """The same, and "" for a word that says there is nothing."""
    words = text(value)
    return "" if words.upper() in NOTHING else words


def is_nothing(value: Any) -> bool:
    """Whether a cell is empty, blank, or says that there is nothing."""
    if type(value) is str:
        return not value or value.isspace() or (len(value) < 9 and not stated(value))
    return value is None


def written_out(value: Any) -> str | None:
    """A number's digits as text, also from a number cell or scientific notation; None when digits were lost on the way."""
    if type(value) is not str:
        return text(value)
    short = _SCIENTIFIC.fullmatch(value.strip().strip(QUOTES))
    if not short:
        return value
    decimals, power = short.groups()
    return format(Decimal(short.group().lower()), "f") if len(decimals or "") >= int(power) else None


def name(value: Any) -> str:
    """A person's name: NFC, no blanks between Chinese characters, · (U+00B7) between the parts of a Mongolian or foreign name."""
    if type(value) is str and _JUST_HAN.fullmatch(value):
        return "" if value in NOTHING else value[:LONGEST_NAME]
    words = unicodedata.normalize("NFC", stated(value))
    words = _LOW_DOT.sub("·", _DOTS.sub("·", words))
    words = _INNER_BLANK.sub("", " ".join(words.split()))
    return _TOO_MANY_DOTS.sub("·", words)[:LONGEST_NAME].strip("·'’‘ ")
