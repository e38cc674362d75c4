"""Taking something away: the line that will tell of it, its number for the foot of every page, and the people who stood in it."""
from uuid import UUID

from ..days import now
from ..journal.numbers import foot
from . import actions

WHOM = ("subject_id", "person_id", "subject")  # how rows name the person they are about


class Taken:
    """What the account of a request takes away now; nothing is written before `tell`."""

    def __init__(self, request):
        held = [a.unit_id for a in request.assignments if "look" in a.rights]
        self.line = actions.begin_export(name=request.resolver_match.view_name, unit=held[0] if held else None, by=request.user, at=now())
        self.foot = foot(self.line, request.user.name)
        self.rows, self.people = 0, set()

    def counted(self, rows):
        """The same rows, counted on their way, and who they are about."""
        for row in rows:
            self.rows += 1
            self.people.update(whom(row))
            yield row

    def tell(self, rows=None):
        """Write it down."""
        actions.export(begun=self.line, rows=self.rows if rows is None else rows, people=self.people)


def whom(row):
    """The people a row is about."""
    return [found for found in (getattr(row, name, None) for name in WHOM) if isinstance(found, UUID)][:1]
