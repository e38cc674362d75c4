"""What is written down when a list leaves the house: the line that tells it, its number for the foot of every page, and who stood in it."""
from uuid import UUID

from django.db import transaction

from ..days import now
from ..journal import actions as journal
from ..journal import line
from ..journal.numbers import foot, told_of

WHOM = ("subject_id", "person_id", "subject")  # how rows name the person they are about


def begin_export(*, name, unit, by, at):
    """The line, not yet written, of a list (by the name of its address) that an account takes away from a unit: its number goes into the
    foot of the list."""
    return line("ui.export", kind="list", record=None, by=by.id, at=at, unit=unit, data={"list": name})


def export(*, begun, rows, people):
    """Tell it: how many rows, and who stood in them; never what was asked of the list."""
    people = set(people)
    with transaction.atomic():
        begun.data |= {"rows": rows, **told_of(people)}
        journal.write([begun])
        journal.touch(begun, people)
    return begun


def hand_out(*, kind, record, unit, form, by, at):
    """Tell that a paper of a record that is about nobody was handed out; returns the line, whose number stands in the paper's foot."""
    with transaction.atomic():
        [told] = journal.write([line("ui.hand_out", kind=kind, record=record, by=by.id, at=at, unit=unit, data={"form": form})])
    return told


def office_of(request, right) -> str:
    """From where the account of a request does what a right allows: a citizen's paper names the office, its number leads to who."""
    return next((a.unit.name for a in request.assignments if right in a.rights), "")


class Taken:
    """What the account of a request takes away now; nothing is written before `tell`."""

    def __init__(self, request):
        held = [a.unit_id for a in request.assignments if "look" in a.rights]
        self.line = begin_export(name=request.resolver_match.view_name, unit=held[0] if held else None, by=request.user, at=now())
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
        export(begun=self.line, rows=self.rows if rows is None else rows, people=self.people)


def whom(row):
    """The people a row is about."""
    return [found for found in (getattr(row, name, None) for name in WHOM) if isinstance(found, UUID)][:1]
