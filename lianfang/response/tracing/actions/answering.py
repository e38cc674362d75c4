"""What the other county answers about a contact it was asked to take over: its receipt, the outcome, that it heard of the withdrawal."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance
from lianfang.registers.outside.actions import keep_answer

from ..models import Contact
from ..queries.following import letters_sent

OUTCOMES = ("found", "positive")


@everything()
def chase(*, contact, by, at) -> Contact:
    """The other county is reminded that it owes its receipt; it has the same time again, then it is somebody's turn once more."""
    advance([contact], "chase", flow="contact", by=by, at=at)
    return contact


@everything()
def receive(*, contact, said, by, at) -> Contact:
    """The other county has answered (outside.Said) that it has him: who took him over, on which phone, under which number."""
    return _answered(contact, "receive", "receipt", said, by, at, ends=True)


@everything()
def note_outcome(*, contact, outcome, said, by, at) -> Contact:
    """What came of it there (OUTCOMES): he was found and is managed, or has become positive."""
    if outcome not in OUTCOMES:
        raise Refused(_("请选外地给的结果。"))
    return _answered(contact, "note_outcome", outcome, said, by, at, ends=True)


@everything()
def note_missing(*, contact, said, by, at) -> Contact:
    """The other county did not find him: he is looked for again from here."""
    return _answered(contact, "note_missing", "missing", said, by, at, ends=False)


@everything()
def tell_recall(*, contact, said, by, at) -> Contact:
    """The other county was told that he is no contact: whom there, when, how."""
    return _answered(contact, "tell_recall", "recalled", said, by, at)


def _answered(contact, step, kind, said, by, at, ends=None):
    sent = letters_sent(contact)
    if ends is not None:
        contact.ended_at = at if ends else None
    with transaction.atomic():
        [told] = advance([contact], step, flow="contact", by=by, at=at, also=("ended_at",), content=lambda _one: {"kind": kind})
        keep_answer(record=contact, kind=kind, said=said, by=by, at=at, because=told.id, since=sent[0] if sent else None)
    return contact


def print_letter(*, contact, by, at):
    """Print the letter to the other county; written down, since a full name stands on it. Returns its line."""
    return _printed(contact, "tracing.print_letter", by, at)


def print_recall(*, contact, by, at):
    """Print that the letter about him is withdrawn; written down likewise."""
    return _printed(contact, "tracing.print_recall", by, at)


def _printed(contact, verb, by, at):
    told = line_of(contact, verb, kind="contact", by=by, at=at)
    with transaction.atomic():
        journal.write([told])
    return told
