"""Attack rates: of those who belong to a household, class or place how many fell ill; where nobody knows of how many, that is said."""
from dataclasses import dataclass

LISTED, REGISTERED, UNKNOWN = "list", "register", ""


@dataclass(frozen=True, slots=True)
class Rate:
    """Of one group: its cases, how many belong to it and who says so."""

    kind: str
    name: str
    seen: list
    size: int | None
    ground: str

    @property
    def cases(self) -> int:
        """How many fell ill."""
        return len(self.seen)

    @property
    def rate(self) -> float | None:
        """The share that fell ill; nothing where the size is not known, or less than its cases."""
        return self.cases / self.size if self.size and self.size >= self.cases else None

    @property
    def secondary(self) -> float | None:
        """Of a household: of those beside its first case, how many fell ill after him."""
        return (self.cases - 1) / (self.size - 1) if self.kind == "household" and self.rate is not None and self.size > 1 else None


def attack_rates(circles, doors) -> list[Rate]:
    """`circles`: (kind, name) → cases and size by the list; `doors`: name → cases and how many are on record at that door."""
    found = [Rate(kind, name, seen, size, LISTED if size else UNKNOWN) for (kind, name), (seen, size) in circles.items()]
    found += [Rate("household", name, seen, size, REGISTERED) for name, (seen, size) in doors.items()]
    return sorted(found, key=lambda one: (one.kind, -one.cases, one.name))


def overall(rates, kind) -> dict:
    """Of all groups of a kind whose size is known: cases, people and the share; of how many groups it is not known."""
    known = [one for one in rates if one.kind == kind and one.rate is not None]
    cases, people = sum(one.cases for one in known), sum(one.size for one in known)
    households = [one for one in known if one.secondary is not None]
    later, beside = sum(one.cases - 1 for one in households), sum(one.size - 1 for one in households)
    return {"kind": kind, "groups": len(known), "cases": cases, "people": people, "rate": cases / people if people else None,
            "unknown": sum(one.kind == kind and one.rate is None for one in rates), "secondary": later / beside if beside else None}
