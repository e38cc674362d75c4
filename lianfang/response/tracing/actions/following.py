"""What becomes of contacts: handed over to another county, watched to the last day, a case themselves, taken back."""
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance

from ..models import OURS, Contact, Index
from .category import let_go

CHUNK = 300
ASKED = ("elsewhere", "received")  # another county knows of them


@everything()
def hand_over(*, contacts, to, by, at) -> list[Contact]:
    """Ask another county to take over contacts who live or are there; they are its from its receipt on."""
    if not to.strip():
        raise Refused(_("请写明转给哪个县（市、区）。"))
    for contact in contacts:
        contact.elsewhere, contact.ended_at = to.strip(), None
    advance(contacts, "hand_over", flow="contact", by=by, at=at, also=("elsewhere", "ended_at"))
    return contacts


@everything()
def withdraw(*, contacts, by, at, because=None) -> list[Contact]:
    """These were no contacts after all; the order each is under is decided on by its own loop. A county that was asked is to be told."""
    with transaction.atomic():
        _let_go([one for one in contacts if one.state not in ASKED], "withdraw", by, at, because)
        recall(contacts=[one for one in contacts if one.state in ASKED], by=by, at=at, because=because)
    return contacts


@everything()
def recall(*, contacts, by, at, because=None) -> list[Contact]:
    """The letter about these is taken back: they are no contacts, and the county that was asked is to be told."""
    return _let_go(contacts, "recall", by, at, because)


def _let_go(contacts, step, by, at, because):
    for contact in contacts:
        contact.ended_at = at
    if contacts:
        with transaction.atomic():
            advance(contacts, step, flow="contact", by=by, at=at, because=because, also=("ended_at",))
            let_go(contacts, by, at, because)
    return contacts


@everything()
def bring_back(*, contact, by, at) -> Contact:
    """Another county did not find him, and he is here: he is watched here."""
    contact.elsewhere, contact.ended_at = "", None
    advance([contact], "bring_back", flow="contact", by=by, at=at, also=("elsewhere", "ended_at"))
    return contact


@everything()
def lose_contact(*, contact, by, at) -> Contact:
    """Nobody found him, and his watch would be over; Refused before that: until then he is looked for."""
    if contact.watch_until_on >= day_of(at):
        raise Refused(_("观察期还没有过（到 {day}），要接着找。").format(day=contact.watch_until_on.isoformat()))
    contact.ended_at = at
    advance([contact], "lose_contact", flow="contact", by=by, at=at, also=("ended_at",))
    return contact


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
    still = Contact.objects.filter(state__in=OURS).values("index")
    over = list(Index.objects.filter(state="following").exclude(pk__in=still))
    for index in over:
        index.closed_at = at
    if over:
        advance(over, "end_index", flow="index", by=by, at=at, also=("closed_at",))


@everything()
def turn(*, person, disease, by, at, because=None) -> list[Contact]:
    """Who was watched has become a case: his watch ends, his own contacts are looked for."""
    found = list(Contact.objects.filter(person=person, index__disease=disease, state__in=(*OURS, "received")).order_by("pk"))
    for contact in found:
        contact.ended_at = at
    if found:
        advance(found, "turn", flow="contact", by=by, at=at, because=because, also=("ended_at",))
    return found
