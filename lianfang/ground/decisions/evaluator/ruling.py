"""What a table answered: the row, its result, and why; or why a person must look."""
from datetime import date

from ...rows import Written

MANUAL = "manual_review"


class Ruling:
    """One answer of a table. `facts` are as compared (derived ones included), or as given when they could not be."""

    __slots__ = ("table", "hit", "result", "facts", "doubts", "_stored")

    def __init__(self, table, hit, result, facts, doubts):
        self.table, self.hit, self.result, self.facts, self.doubts = table, hit, result, facts, doubts
        self._stored = None

    def __repr__(self):
        return f"<Ruling {self.table} {self.version} row {self.row}: {self.result} {self.doubts or ''}>"

    @property
    def version(self) -> str | None:
        """The first day of a shipped row, or the mark of the county's own version."""
        return self.hit and self.hit.version

    @property
    def row(self) -> int | None:
        """The row's number as a spreadsheet shows it."""
        return self.hit and self.hit.number

    @property
    def document(self) -> str:
        """The document the row stands on."""
        return self.hit.document if self.hit else ""

    @property
    def clause(self) -> str:
        """Its clause, in its own words."""
        return self.hit.clause if self.hit else ""

    @property
    def because(self) -> str:
        """Document and clause."""
        return f"{self.document} {self.clause}".strip()

    @property
    def manual_review(self) -> bool:
        """Whether a person must decide: in doubt, or because the row says so."""
        return self.hit is None or MANUAL in self.result.values()

    @property
    def missing(self) -> list[str]:
        """Facts that were not given."""
        return [name for name, reason in self.doubts if reason == "missing"]

    @property
    def malformed(self) -> list[str]:
        """Facts given in a form that is none of theirs, days after the day of decision included."""
        return [name for name, reason in self.doubts if reason in ("malformed", "after_on")]

    def as_stored(self) -> tuple[dict, dict]:
        """Facts and result as JSON keeps them, worked out once."""
        if self._stored is None:
            result = {name: list(value) if isinstance(value, tuple) else value for name, value in self.result.items()}
            self._stored = Written({name: plain(value) for name, value in self.facts.items()}), Written(result)
        return self._stored


def plain(value):
    """A value JSON can keep: days as text, what it cannot as its description."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value - value != 0:
        return str(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else repr(value)[:200]
