"""Rows of several lists put together, rule by rule; a rule that would join two different numbers joins nothing."""
import unicodedata
from collections import defaultdict
from typing import NamedTuple

NEAR = 2  # signs in which a mistyped number may differ


class Row(NamedTuple):
    """A row of a list: which list (0, 1, 2), at which door, and who."""

    source: int
    door: int | None
    name: str
    number: str = ""
    birth: str = ""  # YYYYMMDD; of an 18-digit number it is in there


class Groups:
    """Rows joined so far (union by size), each group knowing the number it goes by."""

    def __init__(self, rows):
        self.parent = list(range(len(rows)))
        self.size = [1] * len(rows)
        self.number = [row.number for row in rows]

    def of(self, at) -> int:
        """The group of a row."""
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def join(self, a, b) -> None:
        """Two rows are one person, unless their groups go by numbers too different for a slip of the finger."""
        a, b = self.of(a), self.of(b)
        if a == b or not near(self.number[a], self.number[b]):
            return
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.number[a] = self.number[a] or self.number[b]


def matched(rows: list[Row]) -> list[list[int]]:
    """The rows by person, as positions; each row is in exactly one group."""
    groups = Groups(rows)
    names = [plain(row.name) for row in rows]
    births = [row.number[6:14] if len(row.number) == 18 else row.birth for row in rows]
    _join(groups, rows, lambda at, row: row.number)
    _join(groups, rows, lambda at, row: row.door and names[at] and (names[at], row.door))
    _join(groups, rows, lambda at, row: births[at] and names[at] and (names[at], births[at]), alone=True)
    _join(groups, rows, lambda at, row: len(row.number) == 18 and (names[at], row.number[:6], row.number[14:]))
    _join(groups, rows, lambda at, row: row.door and births[at] and (row.door, births[at]), alike=names)
    found = defaultdict(list)
    for at in range(len(rows)):
        found[groups.of(at)].append(at)
    return list(found.values())


def _join(groups, rows, key, alone=False, alike=None):
    """Join what shares a key. `alone`: a row without a number only where the key names one person of each list; `alike`: names must
    differ in one sign at most."""
    blocks = defaultdict(list)
    for at, row in enumerate(rows):
        if found := key(at, row):
            blocks[found].append(at)
    for block in blocks.values():
        if len(block) > 1:
            _join_block(groups, rows, block, alone, alike)


def _join_block(groups, rows, block, alone, alike):
    if len(block) > 60:  # a key so many share says nothing of anybody
        return
    for n, a in enumerate(block):
        for b in block[n + 1:]:
            if alike and not _is_alike(alike[a], alike[b]):
                continue
            if alone and not (rows[a].number and rows[b].number) and len({groups.of(c) for c in block}) > 2 and _twice(rows, block):
                continue
            groups.join(a, b)


def _twice(rows, block) -> bool:
    """Whether one list has more than one row in a block: two people of one name, born on one day."""
    sources = [rows[at].source for at in block]
    return len(sources) > len(set(sources))


def _is_alike(a, b) -> bool:
    """Whether two names differ in one sign at most."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= 1


def near(a: str, b: str) -> bool:
    """Whether two numbers may be one: the same, one missing, or a slip of the finger apart (two signs, or two neighbours turned)."""
    if not a or not b or a == b:
        return True
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) <= NEAR
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1:] == short for at in range(len(long)))


def plain(name: str) -> str:
    """A name as it is compared: one width, no dots and blanks."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", name).casefold() if sign.isalnum())
