"""What an official edition changes against the tree as it stands: added, gone, renamed, moved."""
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass

from .divisions import Row

KINDS = ("added", "gone", "renamed", "moved")
COUNTED = ("township", "village")


@dataclass(frozen=True, slots=True)
class Change:
    """One division that differs; `parent` is the code of what it lies in (gone: lay in), `unit` the id it has in the tree."""

    kind: str
    level: str
    code: str
    name: str
    old_code: str = ""
    old_name: str = ""
    parent: str = ""
    unit: int | None = None

    def shown(self) -> dict:
        """As other programs and the record of the edition read it."""
        return {key: value for key, value in asdict(self).items() if key != "unit"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit of the tree as it stands: what a change set is measured against."""

    unit: int
    level: str
    code: str
    name: str
    parent: str


def between(standing: list[Standing], rows: list[Row]) -> list[Change]:
    """The change set of one county: same code, other name: renamed; a name that goes and comes once: moved; the rest: gone or added."""
    by_code = {s.code: s for s in standing if s.code}
    wanted = {row.code for row in rows}
    renamed = [_renamed(by_code[row.code], row) for row in rows if row.code in by_code and by_code[row.code].name != row.name]
    leaving, coming = [s for s in standing if s.code not in wanted], [row for row in rows if row.code not in by_code]
    pairs = _moves(leaving, coming)
    added = [Change("added", row.level, row.code, row.name, parent=row.parent) for row in coming if row.code not in pairs]
    moved = [_renamed(pairs[row.code], row, "moved") for row in coming if row.code in pairs]
    stay = {s.unit for s in pairs.values()}
    gone = [Change("gone", s.level, s.code, s.name, s.code, s.name, s.parent, s.unit) for s in leaving if s.code and s.unit not in stay]
    return added + gone + renamed + moved


def _renamed(old, row, kind="renamed") -> Change:
    return Change(kind, row.level, row.code, row.name, old.code, old.name, row.parent, old.unit)


def _moves(leaving, coming) -> dict[str, Standing]:
    """What left one code and came under another by the same name, once on each side; so a unit entered by hand finds its code."""
    old, new = _once(leaving), _once(coming)
    return {new[key].code: old[key] for key in old.keys() & new.keys()}


def _once(things) -> dict:
    """By level and name, those that occur once."""
    found = defaultdict(list)
    for thing in things:
        found[thing.level, thing.name].append(thing)
    return {key: same[0] for key, same in found.items() if len(same) == 1}


def counts(changes) -> dict[str, dict[str, int]]:
    """How many of each kind, by level."""
    found = Counter((change.kind, change.level) for change in changes)
    return {kind: {level: found[kind, level] for level in COUNTED} for kind in KINDS}
