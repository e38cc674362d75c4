"""What becomes of contacts: handed over to another county with its receipt, watched to the last day, a case themselves, taken back."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import Contact, Index
from .category import let_go

CHUNK = 300


@everything()
def hand_over(*, contacts, to, by, at) -> list[Contact]:
    """Ask another county to take over contacts who live or are there; they are its from its receipt on."""
    if not to.strip():
        raise Refused(_("请写明转给哪个县（市、区）。"))
    for contact in contacts:
        contact.elsewhere = to.strip()
    advance(contacts, "hand_over", flow="contact", by=by, at=at, also=("elsewhere",))
    return contacts


@everything()
def chase(*, contact, by, at) -> Contact:
    """The other county is reminded that it owes its receipt; it has the same time again, then it is somebody's turn once more."""
    advance([contact], "chase", flow="contact", by=by, at=at)
    return contact


@everything()
def receive(*, contact, by, at) -> Contact:
    """The other county has answered that it has him."""
    contact.ended_at = at
    advance([contact], "receive", flow="contact", by=by, at=at, also=("ended_at",))
    return contact


@everything()
def withdraw(*, contacts, by, at, because=None) -> list[Contact]:
    """These were no contacts after all; the order each is under is decided on by its own loop."""
    for contact in contacts:
        contact.ended_at = at
    if contacts:
        with transaction.atomic():
            advance(contacts, "withdraw", flow="contact", by=by, at=at, because=because, also=("ended_at",))
            let_go(contacts, by, at, because)
    return contacts


@everything()
def complete(*, by, at) -> int:
    """End the watch of everybody whose last day is over; returns how many."""
    over = Contact.objects.filter(state="watched", watch_until_on__lte=day_of(at) - timedelta(days=1))
    found = list(over.order_by("pk"))
    for start in range(0, len(found), CHUNK):
        some = found[start:start + CHUNK]
        for contact in some:
            contact.ended_at = at
        with transaction.atomic():
            advance(some, "complete", flow="contact", by=by, at=at, also=("ended_at",))
    _end(by, at)
    return len(found)


def _end(by, at):
    """An index none of whose contacts is open any more has come to its end."""
    still = Contact.objects.filter(state__in=("watched", "elsewhere")).values("index")
    over = list(Index.objects.filter(state="following").exclude(pk__in=still))
    for index in over:
        index.closed_at = at
    if over:
        advance(over, "end_index", flow="index", by=by, at=at, also=("closed_at",))


@everything()
def turn(*, person, disease, by, at, because=None) -> list[Contact]:
    """Who was watched has become a case: his watch ends, his own contacts are looked for."""
    found = list(Contact.objects.filter(person=person, index__disease=disease, state__in=("watched", "elsewhere")).order_by("pk"))
    for contact in found:
        contact.ended_at = at
    if found:
        advance(found, "turn", flow="contact", by=by, at=at, because=because, also=("ended_at",))
    return found


def print_letter(*, contact, by, at):
    """Print the letter to the other county; written down, since a full name stands on it. Returns its line."""
    told = line_of(contact, "tracing.print_letter", kind="contact", by=by, at=at)
    with transaction.atomic():
        journal.write([told])
    return told
