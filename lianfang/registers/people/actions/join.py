"""Persons come under a category, and leave it."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..drafts import draft_membership
from ..models import Membership


def join(*, people, category, source, from_on, by, at, because=None, is_told=False):
    """Put persons under a category by a source from a day on; who is under it already stays as he is. Returns the new memberships.

    `is_told`: the caller's own lines, one a person, already tell it.
    """
    with transaction.atomic():
        under = set(Membership.objects.filter(person__in=people, category=category, until_on=None).values_list("person_id", flat=True))
        fresh = [p for p in people if p.pk not in under]
        made = rows.insert([draft_membership(person=person.pk, category=category, source=source, from_on=from_on, because=because)
                            for person in fresh])
        if not is_told:
            journal.write([_line("people.join", person, category, by, at, because) for person in fresh])
    return made


def leave(*, people, category, until_on, by, at, because=None):
    """End the open memberships of persons in a category on a day; returns how many ended."""
    with transaction.atomic():
        held = Membership.objects.filter(person__in=people, category=category, until_on=None)
        gone = set(held.values_list("person_id", flat=True))
        held.update(until_on=until_on)
        journal.write([_line("people.leave", person, category, by, at, because) for person in people if person.pk in gone])
    return len(gone)


def _line(verb, person, category, by, at, because):
    return line(verb, kind="person", record=person.pk, by=by.id, at=at, unit=person.unit_id, subject=person.pk, because=because,
                data={"category": category})
