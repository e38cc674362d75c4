"""Where a person lives is known to few: everything about him stands at a wider unit, and nothing here moves him."""
from django.db import transaction
from django.utils.translation import gettext as _

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.retention.places import withdraw
from lianfang.ground.vault.indexes import forms
from lianfang.ground.workflow import Refused

from ..keys import id_blind
from ..models import Entry, Person


@everything()
def shelter(*, person, unit, minder, by, at, because=None):
    """Person, register entry and every row about him come to stand at a wider unit; his address is emptied here, the caller keeps it.

    `minder` is the account (by id) to whom whatever must be done for him falls.
    """
    with transaction.atomic():
        person.unit_id, person.address, person.is_sheltered = unit.pk, "", True
        rows.amend([person], "unit_id", "address", "is_sheltered")
        journal.write([line("people.shelter", kind="person", record=person.pk, by=by.id, at=at, unit=unit.pk, subject=person.pk,
                            because=because, data={"to": unit.pk, "minder": minder})])
        withdraw(Person, person.pk, unit.pk)
        if person.id_blind:
            Entry.objects.filter(id_blind__in=forms([id_blind(person.id_number.open())])).update(unit=unit)
    return person


@everything()
def unshelter(*, person, by, at, address="", because=None):
    """From now on he is recorded like anybody else: where he stands, until somebody places him."""
    with transaction.atomic():
        person.is_sheltered, person.address = False, address
        rows.amend([person], "is_sheltered", "address")
        journal.write([line("people.unshelter", kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                            because=because)])
    return person


def refuse_to_move(people):
    """Raise Refused where one of them is sheltered: where he is stays with those who were named."""
    if any(person.is_sheltered for person in people):
        raise Refused(_("这个人的住址由指定的人保管，不能在这里改。"))
