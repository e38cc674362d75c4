"""New persons and register entries, many at once."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..drafts import words_of
from ..models import EntryWord, PersonWord


def add_people(*, people, by, at, because=None, memberships=(), words=None, is_told=False):
    """Add drafted persons (drafts.draft_person) with their words and memberships; returns the persons.

    `words` are theirs (drafts.words_of), where they are known; people and memberships may then be packed. `is_told`: the caller's own
    lines, one a person, already tell it (an import's finds). A number somebody has raises IntegrityError.
    """
    with transaction.atomic():
        rows.insert(people)
        rows.load(PersonWord, ("word", "person_id"), words_of(people) if words is None else words)
        rows.insert(memberships)
        if not is_told:
            journal.write([line("people.add", kind="person", record=p.pk, by=by.id, at=at, unit=p.unit_id, subject=p.pk, because=because)
                           for p in people])
    return people


def add_entries(*, entries, words=None):
    """Add drafted register entries (drafts.draft_entry) with their words, in the transaction of the import that tells it."""
    with transaction.atomic():
        rows.insert(entries)
        rows.load(EntryWord, ("word", "entry_id"), words_of(entries) if words is None else words)
    return entries
