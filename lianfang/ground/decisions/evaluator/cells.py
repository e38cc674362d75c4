"""What is written in a cell: numbers, days, lists of codes; and a condition with what it lets through."""
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

BAD = object()  # what a kind answers to a value that is not of it
ANY = "-"
WORD = re.compile(r"[a-z][a-z0-9_]*")


class Malformed(ValueError):
    """A cell or a type that cannot be read; the text says which."""


def number(text: str) -> float:
    """A finite number written with digits."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise Malformed(text)
    return float(text)


def day(text: str) -> date:
    """A day written 2020-02-26."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise Malformed(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Malformed(text) from None


def words(text: str) -> tuple[str, ...]:
    """A closed list of codes, a|b|c."""
    found = tuple(part.strip() for part in text.split("|"))
    if len(set(found)) != len(found) or not all(WORD.fullmatch(part) for part in found):
        raise Malformed(text)
    return found


@dataclass(frozen=True, slots=True)
class Span:
    """Values from low to high; None is no bound, an open end does not belong to it."""

    low: Any = None
    high: Any = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value) -> bool:
        """Whether the value lies within."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        return above and (self.high is None or value < self.high or (value == self.high and not self.high_open))

    def test(self):
        """The same as a quick function."""
        low, high = self.low, self.high
        if high is None and low is not None:
            return (lambda value: value > low) if self.low_open else (lambda value: value >= low)
        if low is None and high is not None:
            return (lambda value: value < high) if self.high_open else (lambda value: value <= high)
        return self.holds

    def covers(self, other: "Span") -> bool:
        """Whether all of the other lies within."""
        low = self.low is None or (other.low is not None and (other.low, other.low_open) >= (self.low, self.low_open))
        high = self.high is None or (other.high is not None and (other.high, not other.high_open) <= (self.high, not self.high_open))
        return low and high

    def meets(self, other: "Span") -> bool:
        """Whether a value may lie within both."""
        return not (self.ends_before(other) or other.ends_before(self))

    def ends_before(self, other: "Span") -> bool:
        """Whether all of this lies below the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


@dataclass(frozen=True, slots=True)
class Cell:
    """A condition: the text as written, the test (None when anything will do), and what it lets through."""

    text: str
    hit: object
    words: frozenset
    spans: tuple[Span, ...] = ()
    roots: tuple[str, ...] = ()

    def covers(self, other: "Cell") -> bool:
        """Whether whatever hits the other hits this one too; False where that is not plain to see."""
        if self.hit is None or self.text == other.text:
            return True
        spans = all(any(own.covers(span) for own in self.spans) for span in other.spans)
        roots = all(root.startswith(self.roots) for root in other.roots) if self.roots else not other.roots
        return other.hit is not None and self.words >= other.words and spans and roots

    def meets(self, other: "Cell") -> bool:
        """Whether one value may hit both; True where that is not plain to see."""
        if self.hit is None or other.hit is None or self.words & other.words:
            return True
        if self.roots and other.roots:
            return any(a.startswith(b) or b.startswith(a) for a in self.roots for b in other.roots)
        return any(a.meets(b) for a in self.spans for b in other.spans)
