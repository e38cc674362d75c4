"""Opening and printing the file of a case: each is written down, and whoever stands in it can see that."""
from django.db import transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.journal.numbers import told_of
from lianfang.registers.people.actions import read_words


def read_file(*, case, reason, by, at):
    """Write down who opens a case's file, and why; it stays open to him for the reason's minutes."""
    read_words(record=case, verb="incident.read_file", flow="case", reason=reason, by=by, at=at)


@everything()
def print_file(*, case, people, by, at):
    """Tell that the file was printed, which names the case and these contacts (by id); returns the line for the paper's foot."""
    with transaction.atomic():
        told = line_of(case, "incident.print_file", kind="case", by=by, at=at, data={"reason": "paper", **told_of(people)})
        journal.write([told])
        journal.touch(told, people)
    return told
