"""Remembering that two are not one."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..models import Refusal


def refuse(*, person, id_blind, name, by, at, instead=None, because=None):
    """Whoever comes under this number and this name is not that person (but `instead`, if known); never proposed again."""
    with transaction.atomic():
        made, _ = Refusal.objects.update_or_create(person=person, id_blind=id_blind, name=name,
                                                   defaults={"instead": instead, "by": by.id, "at": at})
        journal.write([line("people.refuse", kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                            because=because, data={"instead": str(instead.pk) if instead else None})])
    return made
