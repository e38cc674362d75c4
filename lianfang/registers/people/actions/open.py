"""Looking behind the mask, for a reason."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..models import REASONS


def open_person(*, person, reason, by, at) -> dict:
    """Full name, number, phone and address of a person, once it is written down who looked and why; reasons come from a closed list."""
    if reason not in REASONS:
        raise ValueError(f"no such reason: {reason}")
    with transaction.atomic():
        journal.write([line("people.open", kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                            data={"reason": reason})])
    return {"name": person.name, "id_number": person.id_number.open(), "phone": person.phone.open(), "address": person.address.open()}
