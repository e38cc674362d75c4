"""Papers that leave the house: the letter to another county, sheets of passes; who printed them is told."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line


@transaction.atomic
def print_letter(*, notice, by, at):
    """The letter about somebody was made, with his full name; returns the line, whose number stands in its foot."""
    return journal.write([line("checkpoints.print_letter", kind="notice", record=notice.pk, by=by.id, at=at, unit=notice.unit_id,
                               subject=notice.person_id, because=notice.because, data={"reason": "paper"})])[0]


@transaction.atomic
def print_passes(*, unit, count, by, at):
    """So many passes of a place were printed; returns the line."""
    return journal.write([line("checkpoints.print_passes", kind="pass", record=None, by=by.id, at=at, unit=unit.pk,
                               data={"passes": count})])[0]
