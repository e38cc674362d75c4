"""The kinds of fact a table may ask for: what is accepted as a value, and what a cell says about it."""
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from .cells import ANY, BAD, WORD, Cell, Malformed, Span, day, number, words

PLACE = re.compile(r"\d{2,12}|[A-Z]{2}")
EDGE = re.compile(r"(>=|<=|>|<)\s*(.+)")


class Kind:
    """A type of fact: `accept` gives the value as it will be compared, or BAD; `cell` reads a condition."""

    def __init__(self, text: str, listed: tuple[str, ...] = ()):
        self.text, self.words = text, frozenset(listed)
        self.listed = listed

    def cell(self, text: str) -> Cell:
        """The condition written in a cell."""
        if text == ANY:
            return Cell(text, None, self.words)
        body = text.removeprefix("!")
        listed, spans, roots = set(), [], []
        for part in map(str.strip, body.split("|")):
            self._part(part, listed, spans, roots)
        if body != text:
            return self._negated(text, frozenset(listed), spans, roots)
        return Cell(text, self._test(frozenset(listed), tuple(spans), tuple(roots)), frozenset(listed), tuple(spans), tuple(roots))

    def _part(self, part, listed, spans, roots):
        if part not in self.words:
            raise Malformed(part)
        listed.add(part)

    def _negated(self, text, listed, spans, roots):
        if spans or roots or not listed:
            raise Malformed(text)
        return Cell(text, lambda value: value not in listed, self.words - listed, self.rest())

    def rest(self) -> tuple[Span, ...]:
        """What there is besides words."""
        return ()

    def _test(self, listed, spans, roots):
        if not spans and not roots:
            return listed.__contains__
        if roots:
            return lambda value: value in listed or (value not in self.words and value.startswith(roots))
        if len(spans) > 1 or listed:
            return lambda value: value in listed if value.__class__ is str else any(span.holds(value) for span in spans)
        within = spans[0].test()
        return (lambda value: value.__class__ is not str and within(value)) if self.words else within

    def read(self, text: str):
        """A fact as written in an example or a form; a text that is none is left as it is, to be refused."""
        return text

    def from_json(self, value):
        """A fact as JSON keeps it; JSON has numbers and booleans of its own, so only days are read from text."""
        return value

    def accept(self, value):
        """The value as it will be compared, or BAD."""
        return value if value.__class__ is str and value in self.words else BAD


class YesNo(Kind):
    """True or False; compared as the words yes and no."""

    def accept(self, value):
        """Booleans and the two words."""
        if value.__class__ is bool:
            return "yes" if value else "no"
        return super().accept(value)


class Measured(Kind):
    """Numbers or days, in an order: cells may be edges and spans."""

    value: Callable[[str], Any] = staticmethod(number)

    def rest(self):
        """All of it."""
        return (Span(),)

    def _part(self, part, listed, spans, roots):
        if part in self.words:
            listed.add(part)
        elif m := EDGE.fullmatch(part):
            edge = self.value(m[2])
            spans.append(Span(low=edge, low_open=m[1] == ">") if m[1][0] == ">" else Span(high=edge, high_open=m[1] == "<"))
        elif ".." in part:
            low, high = map(self.value, part.split("..", 1))
            if low > high:
                raise Malformed(part)
            spans.append(Span(low, high))
        else:
            edge = self.value(part)
            spans.append(Span(edge, edge))


class Number(Measured):
    """Finite numbers; text that looks like one is none."""

    def accept(self, value):
        """Ints and floats, booleans not."""
        if value.__class__ is float or value.__class__ is int:
            return value if value - value == 0 else BAD
        return value if value.__class__ is str and value in self.words else BAD

    def read(self, text):
        """Digits become a number."""
        return number(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


class Day(Measured):
    """Calendar days; a moment is none."""

    value = staticmethod(day)

    def accept(self, value):
        """Dates, datetimes not."""
        if value.__class__ is date:
            return value
        return value if value.__class__ is str and value in self.words else BAD

    def read(self, text):
        """A day written 2020-02-26."""
        try:
            return day(text)
        except Malformed:
            return text

    def from_json(self, value):
        """Days lie there as text."""
        return self.read(value) if value.__class__ is str else value


class DaysSince(Number):
    """Derived: whole calendar days from the first known of some days to the day of decision; the word unknown when none is known."""

    def __init__(self, text, sources):
        super().__init__(text, ("unknown",))
        self.sources = sources


class Code(Kind):
    """Codes of an open list, which grows with the rows: a county adds a row for one that nobody knew."""

    def _part(self, part, listed, spans, roots):
        if not WORD.fullmatch(part):
            raise Malformed(part)
        listed.add(part)

    def _negated(self, text, listed, spans, roots):
        raise Malformed(text)

    def accept(self, value):
        """Small letters, digits and underscores."""
        return value if value.__class__ is str and WORD.fullmatch(value) else BAD


class Place(Kind):
    """Official codes of places at home (digits) or countries (two capitals); a cell means the place and all below it."""

    def rest(self):
        """Nothing in an order."""
        return ()

    def _part(self, part, listed, spans, roots):
        if part in self.words:
            listed.add(part)
        elif PLACE.fullmatch(part):
            roots.append(stem(part))
        else:
            raise Malformed(part)

    def _negated(self, text, listed, spans, roots):
        raise Malformed(text)

    def accept(self, value):
        """Codes as text."""
        return value if value.__class__ is str and (value in self.words or PLACE.fullmatch(value)) else BAD


def stem(code: str) -> str:
    """A code without the zeros that stand for "all of it": 420000 → 42, 420100 → 4201, 371722103000 → 371722103."""
    while len(code) in (9, 12) and code.endswith("000"):
        code = code[:-3]
    while len(code) in (4, 6) and code.endswith("00"):
        code = code[:-2]
    return code


PLAIN = {"number": Number, "day": Day, "place": Place, "code": Code}


def kind_of(text: str) -> Kind:
    """The kind of fact named in row 2: number, day, place, code, yes/no (each "or" a closed list), one of a|b, days since x|y."""
    base, _, alternatives = text.partition(" or ")
    others = words(alternatives) if alternatives else ()
    if base.startswith("one of ") and not others:
        return Kind(text, words(base.removeprefix("one of ")))
    if base.startswith("days since ") and not others:
        return DaysSince(text, words(base.removeprefix("days since ")))
    if base == "yes/no":
        return YesNo(text, ("yes", "no", *others))
    if base in PLAIN:
        return PLAIN[base](text, others)
    raise Malformed(text)
