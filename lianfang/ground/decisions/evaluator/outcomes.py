"""The kinds of result a table may give, and how their cells are read."""
import re
from dataclasses import dataclass
from datetime import time

from .cells import Malformed, words


@dataclass(frozen=True, slots=True)
class Outcome:
    """A type of result: how its cell is read, the codes it may hold, and what stands for nothing."""

    text: str
    read: object
    listed: tuple[str, ...] = ()
    nothing: object = None


def whole(text: str) -> int:
    """A whole number, not negative, of nine digits at most."""
    if not re.fullmatch(r"\d{1,9}", text):
        raise Malformed(text)
    return int(text)


def clock(text: str) -> str:
    """A time of day, 08:30; 24:00 is the day's end."""
    try:
        return text if text == "24:00" else f"{time.fromisoformat(text):%H:%M}"
    except ValueError:
        raise Malformed(text) from None


def outcome_of(text: str) -> Outcome:
    """The kind of result named in row 2 after "result": one of a|b, some of a|b, whole, wholes, time, text."""
    if text.startswith("one of "):
        listed = words(text.removeprefix("one of "))
        return Outcome(text, lambda cell: among(cell, listed), listed)
    if text.startswith("some of "):
        listed = words(text.removeprefix("some of "))
        return Outcome(text, lambda cell: tuple(among(part.strip(), listed) for part in cell.split(";")), listed, ())
    if text == "wholes":
        return Outcome(text, lambda cell: tuple(whole(part.strip()) for part in cell.split(";")), (), ())
    if text in ("whole", "time", "text"):
        return Outcome(text, {"whole": whole, "time": clock, "text": str}[text])
    raise Malformed(text)


def among(text: str, listed) -> str:
    """The code, if it is one of the list."""
    if text not in listed:
        raise Malformed(text)
    return text
