"""Correcting what is known about a person."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..keys import id_blind, name_words, phone_blind
from ..models import PersonWord
from .shelter import refuse_to_move

AMENDED = {"name", "sex", "birth_on", "id_kind", "id_number", "phone", "address", "special_need"}


@everything()
def amend(*, person, by, at, because=None, **changes):
    """Change some of a person's facts (those in AMENDED); the line tells which, not what."""
    if strange := set(changes) - AMENDED:
        raise ValueError(f"not facts of a person: {sorted(strange)}")
    if "address" in changes:
        refuse_to_move([person])
    if "id_number" in changes:
        changes["id_blind"] = id_blind(changes["id_number"])
    if "phone" in changes:
        changes["phone_blind"] = phone_blind(changes["phone"])
    before = name_words(person.name)
    for name, value in changes.items():
        setattr(person, name, value)
    with transaction.atomic():
        rows.amend([person], *changes)
        _reword(person, before, name_words(person.name))
        journal.write([line("people.amend", kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk,
                            because=because, data={"facts": sorted(AMENDED & set(changes))})])
    return person


def _reword(person, before, after):
    PersonWord.objects.filter(person=person, word__in=before - after).delete()
    rows.insert([PersonWord(word=word, person_id=person.pk) for word in after - before])
