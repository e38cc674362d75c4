"""Opening and printing a card: each is written down, and the person can see it."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.registers.people.actions import read_words


def read_card(*, case, reason, by, at):
    """Write down who opens what lies sealed on a case, and why; it stays open to him for the reason's minutes."""
    read_words(record=case, verb="cases.read_card", flow="case", reason=reason, by=by, at=at)


def print_card(*, case, by, at):
    """Tell that the card was printed, which bears the full name; returns the line, whose number stands in the paper's foot."""
    with transaction.atomic():
        [told] = journal.write([line_of(case, "cases.print_card", kind="case", by=by, at=at, data={"reason": "paper"})])
    return told
