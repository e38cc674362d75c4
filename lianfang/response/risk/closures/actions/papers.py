"""What is printed: written down, with who has it."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of


def print_notice(*, closure, by, at):
    """Print the notice of an order; returns its line."""
    return _told(closure, "closures.print_notice", "closure", by, at)


def print_register(*, closure, by, at):
    """Print an order's register of places; returns its line."""
    return _told(closure, "closures.print_register", "closure", by, at)


def _told(record, verb, kind, by, at):
    told = line_of(record, verb, kind=kind, by=by, at=at)
    with transaction.atomic():
        journal.write([told])
    return told
