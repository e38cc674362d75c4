"""The groups that must be tested, as the table has them on a day at a place."""
from dataclasses import dataclass

from django.utils.translation import get_language

from lianfang.ground import decisions
from lianfang.ground.decisions.current import TOP

GROUPS = "test_groups"
TEAM = "investigate"


@dataclass(frozen=True, slots=True)
class Group:
    """A group on a day: hours to the first test, between tests (None: once only), of a result's validity; the disease by
    which who leaves the post is decided on (None: he is not), and where that stands."""

    code: str
    zh: str
    en: str
    first: int
    every: int | None
    valid: int
    sampling: str
    shown: str
    left_as: str | None
    document: str
    clause: str
    verify: tuple[str, ...]

    def __str__(self):
        return self.en if (get_language() or "").startswith("en") else self.zh


def group(code, on, unit=TOP) -> Group | None:
    """What the table says of a group on a day at a place (a path); None where nobody of it must be tested then."""
    ruling = decisions.decide(GROUPS, {"group": code}, unit=unit, on=on)
    if ruling.hit is None:
        return None
    return Group(code, **ruling.result, document=ruling.hit.document, clause=ruling.hit.clause, verify=ruling.hit.verify)


def groups(on, unit=TOP) -> list[Group]:
    """All groups of a day at a place, in the order of the table."""
    rows = [row for row in decisions.table(GROUPS).rows if row.holds_on(on)]
    codes = dict.fromkeys(code for row in rows for code in sorted(row.conditions["group"].words))
    return [found for code in codes if (found := group(code, on, unit))]


def shown_groups(on, rights, unit=TOP) -> list[Group]:
    """The groups of which whoever has these rights is told who is in them."""
    return [one for one in groups(on, unit) if one.shown == "all" or TEAM in rights]
