"""What may be wrong with a table, or with what it is asked."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where: a code and the words it needs."""

    code: str
    row: int | None = None
    column: str = ""
    says: str = ""


class Faulty(ValueError):
    """A table that cannot be used; `faults` says why."""

    def __init__(self, name, faults):
        super().__init__(f"{name}: " + "; ".join(f"{f.code} {f.row or ''} {f.column} {f.says}".strip() for f in faults[:5]))
        self.faults = faults


class UnknownFacts(ValueError):
    """Names no column asks for."""

    def __init__(self, table, names):
        super().__init__(f"{table.name}: {', '.join(sorted(names))}")
        self.names, self.known = sorted(names), sorted(table.facts)
