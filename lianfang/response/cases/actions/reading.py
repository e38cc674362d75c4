"""Opening and printing a card, drafting the report: each is written down, and the person can see it."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.journal.numbers import told_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import read_words

from ..queries import inquiry_of
from .inquiry import done


def read_card(*, case, reason, by, at):
    """Write down who opens what lies sealed on a case, and why; it stays open to him for the reason's minutes."""
    read_words(record=case, verb="cases.read_card", flow="case", reason=reason, by=by, at=at)


def print_card(*, case, by, at):
    """Tell that the card was printed, which bears the full name; returns the line, whose number stands in the paper's foot."""
    with transaction.atomic():
        [told] = journal.write([line_of(case, "cases.print_card", kind="case", by=by, at=at, data={"reason": "paper"})])
    return told


@everything()
def write_report(*, case, people, by, at):
    """Draft the report of the investigation, which bears the full name and names these contacts (by id): told, and counted as whose it is.

    Refused before the basic part.
    """
    if inquiry_of(case).basic_at is None:
        raise Refused(_("请先完成个案调查表的基本部分，再出报告。"))
    with transaction.atomic():
        told = line_of(case, "cases.write_report", kind="case", by=by, at=at, data={"reason": "paper", **told_of(people)})
        journal.write([told])
        journal.touch(told, people)
        done(case, "written", by, at)
    return told
