"""Looking behind the mask, for a reason."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground.days import day_of
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.workflow import Refused

from .. import behind
from ..queries.reasons import OPEN, minutes_for


def open_person(*, person, reason, by, at, way=OPEN, because=None) -> dict:
    """Full name, number, phone and address of a person, and what loops keep sealed about him, once it is written down who looked and why.

    `because` is the line of the window it happens in, where he is outside one's own units. Raises Refused when the day's list of reasons
    does not name this one.
    """
    if minutes_for(way, reason, day_of(at)) is None:
        raise Refused(_("理由表里没有这一条，不能看。"))
    with transaction.atomic():
        journal.write([line("people.open", kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                            because=because, data={"reason": reason} | ({"way": way} if way != OPEN else {}))])
    return {"name": person.name, "id_number": person.id_number.open(), "phone": person.phone.open(), "address": person.address.open(),
            "more": behind.of(person.pk)}
