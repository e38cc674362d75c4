"""What is written down when a list leaves the house."""
from django.db import transaction

from ..journal import actions as journal
from ..journal import line


def export(*, name, rows, unit, by, at):
    """Tell that an account took away a list (by the name of its address) of a unit, and how many rows; never what was asked of it."""
    with transaction.atomic():
        journal.write([line("ui.export", kind="list", record=None, by=by.id, at=at, unit=unit, data={"list": name, "rows": rows})])
