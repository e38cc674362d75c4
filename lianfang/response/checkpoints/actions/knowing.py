"""Whom a gate knows by a number: counted like every search by a whole number, and written down where somebody is found."""
from django.conf import settings
from django.db import transaction

from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.registers.people.actions import count_look_up

from ..queries import known_at_gate


@everything()
def know(*, number, post, by, at) -> dict | None:
    """What a post may know of a number at once (queries.known_at_gate); whoever is found on record can see that he was asked for.

    Raises Refused when the account has asked for as many within the hour as the setting GATE_NUMBERS_AN_HOUR allows.
    """
    with transaction.atomic():
        count_look_up(by=by, at=at, most=settings.GATE_NUMBERS_AN_HOUR)
        found = known_at_gate(number, at)
        if found and found["person"]:
            journal.write([line("checkpoints.know", kind="post", record=post.pk, by=by.id, at=at, unit=post.unit_id,
                                subject=found["person"])])
    return found
