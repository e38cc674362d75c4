"""New persons and register entries, many at once."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..keys import name_words
from ..models import EntryWord, PersonWord


def add_people(*, people, by, at, because=None, memberships=(), is_told=False):
    """Add drafted persons (drafts.draft_person) with their words and memberships; returns the persons.

    `is_told`: the caller's own lines, one a person, already tell it (an import's finds). A number somebody has raises IntegrityError.
    """
    with transaction.atomic():
        rows.insert(people)
        rows.load(PersonWord, ("word", "person_id"), [(word, person.id) for person in people for word in name_words(person.name)])
        rows.insert(memberships)
        if not is_told:
            journal.write([line("people.add", kind="person", record=p.pk, by=by.id, at=at, unit=p.unit_id, subject=p.pk, because=because)
                           for p in people])
    return people


def add_entries(*, entries):
    """Add drafted register entries (drafts.draft_entry) with their words, in the transaction of the import that tells it."""
    with transaction.atomic():
        rows.insert(entries)
        rows.load(EntryWord, ("word", "entry_id"), [(word, entry.id) for entry in entries for word in name_words(entry.name)])
    return entries
