"""Reads identity numbers by length, date and check digit only: division codes are abolished all the time (GB 11643)."""

import datetime
import re
from functools import lru_cache
from operator import mul
from typing import Any, NamedTuple

from .cells import is_nothing, plain, written_out
from .vocabulary import KIND_WORDS

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
ASCII_ZEROES = 48 * sum(WEIGHTS)
EXACT_FLOATS = 1e15  # Excel keeps fifteen digits
EARLIEST_BIRTH = datetime.date(1850, 1, 1)
ROUNDED_END = "000"  # what is left of the last three digits where Excel wrote a rounded number out again

OTHER_NUMBER = re.compile(r"[A-Z0-9]{5,20}")
FREE_NUMBER = re.compile(r"\S{4,30}")


class Identity(NamedTuple):
    """A number with its kind, and what an ID tells of its bearer; or the code of its fault with a word on which."""

    kind: str = ""
    number: str = ""
    birth_on: datetime.date | None = None
    sex: str = ""
    fault: str = ""
    detail: str = ""


NOBODY = Identity()


def kind_of(text: str) -> str:
    """The kind of document that a header or a cell speaks of; "" when it names none."""
    if not text:
        return ""
    return next((kind for pattern, kind in KIND_WORDS if pattern.search(text)), "other")


def read(value: Any, kind: str = "", *, on: datetime.date, may_be: str = "") -> Identity:
    """One cell's number. `kind` is what the row says it is; `may_be` the other kind that the column's header allows."""
    if isinstance(value, float | int) and abs(value) >= EXACT_FLOATS:
        return Identity(fault="id_precision_lost")
    if is_nothing(value):
        return NOBODY
    text = written_out(value)
    if text is None:
        return Identity(fault="id_precision_lost")
    number = plain(text).upper()
    if not number:
        return NOBODY
    found = id_card(number, on)
    if found.fault and kind not in ("", "id_card"):
        return _other(number, kind)
    if found.fault == "id_length" and may_be and not number.isdigit():
        return _other(number, may_be)
    return found


def id_card(number: str, on: datetime.date) -> Identity:
    """A number of 18 or 15 digits, already cleaned; the older form is written out as the newer."""
    length = len(number)
    if length == 15 and number.isdigit():
        longer = number[:6] + "19" + number[6:]
        number = longer + check_digit(longer)
    elif length not in (15, 18):
        return Identity(fault="id_length", detail=str(length))
    body = number[:17]
    if not (len(number) == 18 and body.isascii() and body.isdigit()):
        return Identity(fault="id_checksum", detail="letters")
    if check_digit(body) != number[17]:
        return Identity(fault="id_precision_lost" if number.endswith(ROUNDED_END) else "id_checksum", detail="check")
    birth_on = _day(number[6:14])
    if birth_on is None or not EARLIEST_BIRTH <= birth_on <= on:
        return Identity(fault="id_checksum", detail="birth")
    return Identity("id_card", number, birth_on, "m" if int(number[16]) % 2 else "f")


def check_digit(body: str) -> str:
    """The last character for seventeen digits, by ISO 7064 MOD 11-2."""
    return CHECK_DIGITS[(sum(map(mul, WEIGHTS, body.encode())) - ASCII_ZEROES) % 11]


def _other(number: str, kind: str) -> Identity:
    pattern = FREE_NUMBER if kind == "other" else OTHER_NUMBER
    return Identity(kind, number) if pattern.fullmatch(number) else Identity(fault="id_length", detail=str(len(number)))


@lru_cache(maxsize=50_000)
def _day(digits: str) -> datetime.date | None:
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
