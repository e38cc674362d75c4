"""What the table says of a class on a day: how many days after its loop closed, what is done then, and what at the end of the emergency."""
from dataclasses import dataclass
from datetime import datetime, timedelta

from .. import decisions
from ..days import day_of

TABLE = "retention"
DELETE, ANONYMISE, KEEP = "delete", "anonymise", "keep"


@dataclass(frozen=True, slots=True)
class Rule:
    """A class's row in force."""

    code: str
    days: int | None
    then: str
    at_end: str
    document: str
    clause: str

    def before(self, at: datetime) -> datetime | None:
        """What was closed before this moment is due; None where the class is not swept."""
        return None if self.days is None or self.then == KEEP else at - timedelta(days=self.days)


def rule(code, at) -> Rule:
    """The row of a class; one that no row answers is kept until somebody has said, and the end deletes it."""
    ruling = decisions.decide(TABLE, {"class": code}, on=day_of(at))
    said = ruling.result
    return Rule(code, said["days"], said["then"] or KEEP, said["at_end"] or DELETE, ruling.document, ruling.clause)
