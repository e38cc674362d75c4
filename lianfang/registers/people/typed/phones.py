"""Reads phone numbers: a mobile is eleven digits starting with 1; there is no list of prefixes, operators add new ones."""

import re
from typing import Any, NamedTuple

from .cells import is_nothing, plain, written_out
from .vocabulary import SEVERAL as BETWEEN

SEVERAL = re.compile(BETWEEN)
COUNTRY = re.compile(r"(?:\+|00)?86(?=1\d{10}$)")
NOT_DIGITS = re.compile(r"[()（）.+]")


class Phone(NamedTuple):
    """A number, or the code of its fault with how many digits there were."""

    number: str = ""
    fault: str = ""
    detail: str = ""


NO_PHONE = Phone()


def read(value: Any) -> Phone:
    """One cell's number; of several in a cell the first mobile."""
    if type(value) is str and len(value) == 11 and value[0] == "1" and value.isascii() and value.isdigit():
        return Phone(value)
    if is_nothing(value):
        return NO_PHONE
    text = written_out(value)
    if text is None:
        return Phone(fault="phone_precision_lost")
    numbers = [number for part in SEVERAL.split(text) if (number := _digits(part))]
    if not numbers:
        return NO_PHONE
    mobile = next((number for number in numbers if is_mobile(number)), None)
    return Phone(mobile) if mobile else Phone(fault="phone_length", detail=str(len(numbers[0])))


def is_mobile(number: str) -> bool:
    """Whether this is eleven digits starting with 1."""
    return len(number) == 11 and number[0] == "1" and number.isascii() and number.isdigit()


def _digits(part: str) -> str:
    number = COUNTRY.sub("", plain(part).removeprefix("+"))
    number = COUNTRY.sub("", NOT_DIGITS.sub("", number))
    if len(number) == 22 and is_mobile(number[:11]) and is_mobile(number[11:]):  # two numbers with a blank between
        return number[:11]
    return number
