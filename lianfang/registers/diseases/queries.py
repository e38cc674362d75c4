"""What is known of a disease on a day, and which diseases there are."""
from dataclasses import dataclass

from django.utils.translation import get_language

from lianfang.ground import decisions
from lianfang.ground.decisions.current import TOP
from lianfang.ground.decisions.words import speech

TABLE = "disease"


@dataclass(frozen=True, slots=True)
class Profile:
    """A disease on a day: what its row of the table says, and where that stands; days are whole, None where nothing is said."""

    code: str
    known: dict
    document: str
    clause: str
    verify: tuple[str, ...]
    row: int

    def __getattr__(self, name):
        try:
            return self.known[name]
        except KeyError:
            raise AttributeError(name) from None

    def __str__(self):
        return self.known["en" if (get_language() or "").startswith("en") else "zh"]

    @property
    def legal_class(self) -> str:
        """The class of the law, by its code."""
        return self.known["class"]

    def words(self, name) -> str:
        """One of the table's results as one reads it."""
        return speech.value(decisions.shipped(TABLE).labels, name, self.known[name])

    def span(self, first, last) -> str:
        """Two numbers of days as one reads them: 1–14; one where the other is not known, or they are the same."""
        known = list(dict.fromkeys(str(self.known[name]) for name in (first, last) if self.known[name] is not None))
        return "–".join(known) or "—"


def profile(disease, on, unit=TOP) -> Profile | None:
    """What is known of a disease on a day at a place; None where no row of the table names it."""
    ruling = decisions.decide(TABLE, {"disease": disease}, unit=unit, on=on)
    if ruling.manual_review or ruling.hit is None:
        return None
    return Profile(disease, ruling.result, ruling.hit.document, ruling.hit.clause, ruling.hit.verify, ruling.row)


def disease_word(disease, on) -> str:
    """A disease in the reader's language; its code where no row names it that day."""
    found = profile(disease, on)
    return str(found) if found else disease


def profiles(on, unit=TOP) -> list[Profile]:
    """All diseases that a row names on a day, in the order of the table."""
    rows = [row for row in decisions.table(TABLE).rows if row.holds_on(on)]
    codes = dict.fromkeys(code for row in rows for code in sorted(row.conditions["disease"].words))
    return [found for code in codes if (found := profile(code, on, unit))]
