"""A case of ours who goes to another county or its hospital: sent, reminded of, received there by name, or not gone after all."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.actions import advance, open_turns
from lianfang.registers.outside.actions import keep_answer

from ..models import REASONS, Departure


@everything()
def send_case(*, case, person, unit, number, disease, to, reason, by, at, because=None) -> Departure:
    """A case (by its id) goes elsewhere: from now that county's receipt is awaited; sent to the same place again it is one."""
    if not to.strip() or reason not in REASONS:
        raise Refused(_("请写明转到哪里。"))
    if there := Departure.objects.filter(case=case, to=to.strip(), state="sent").first():
        return there
    made = Departure(id=uuid7(), case=case, person_id=person, unit_id=unit, number=number, disease=disease, to=to.strip(), reason=reason,
                     sent_at=at, because=because)
    with transaction.atomic():
        rows.insert([made])
        [told] = advance([made], "send_case", flow="departure", by=by, at=at, because=because)
        open_turns("departure", [made], at=at, because={made.pk: told.id})
    return made


@everything()
def chase_receipt(*, departure, by, at):
    """They are reminded of their receipt; they have the same time again."""
    return advance([departure], "chase_receipt", flow="departure", by=by, at=at)


@everything()
def take_receipt(*, departure, said, by, at):
    """They have him: who took him over (outside.Said)."""
    departure.closed_at = at
    with transaction.atomic():
        [told] = advance([departure], "take_receipt", flow="departure", by=by, at=at, also=("closed_at",))
        keep_answer(record=departure, kind="receipt", said=said, by=by, at=at, because=told.id, since=departure.sent_at)
    return told


@everything()
def cancel_departure(*, departure, why, by, at):
    """He did not go: why, and where he is."""
    if not why.strip():
        raise Refused(_("请写明为什么没有转成、人现在在哪里。"))
    departure.why, departure.closed_at = why.strip(), at
    return advance([departure], "cancel_departure", flow="departure", by=by, at=at, also=("why", "closed_at"))


def print_letter(*, departure, by, at):
    """Print the letter that goes with him, which bears his full name; returns its line."""
    told = line_of(departure, "transfers.print_letter", kind="departure", by=by, at=at, data={"reason": "paper"})
    with transaction.atomic():
        journal.write([told])
    return told
