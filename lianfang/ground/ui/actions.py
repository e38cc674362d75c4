"""What is written down when a list leaves the house."""
from django.db import transaction

from ..journal import actions as journal
from ..journal import line
from ..journal.numbers import told_of


def begin_export(*, name, unit, by, at):
    """The line, not yet written, of a list (by the name of its address) that an account takes away from a unit: its number goes into the
    foot of the list."""
    return line("ui.export", kind="list", record=None, by=by.id, at=at, unit=unit, data={"list": name})


def export(*, begun, rows, people=()):
    """Tell it: how many rows, and who stood in them; never what was asked of the list."""
    people = set(people)
    with transaction.atomic():
        begun.data |= {"rows": rows, **told_of(people)}
        journal.write([begun])
        journal.touch(begun, people)
    return begun
