"""Where a person is: put at a door for the first time, or moved to another."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from .shelter import refuse_to_move


def place(*, people, unit, by, at, because=None):
    """Put persons at a door, or in the unit that is known of it; one line each."""
    return _settle("people.place", people, unit, by, at, because)


def move(*, people, unit, by, at, because=None):
    """Persons went to live at another place; one line each."""
    return _settle("people.move", people, unit, by, at, because)


def _settle(verb, people, unit, by, at, because):
    people = list(people)
    refuse_to_move(people)
    with transaction.atomic():
        lines = [line(verb, kind="person", record=p.pk, by=by.id, at=at, unit=unit.id, subject=p.pk, because=because,
                      data={"from": p.unit_id, "to": unit.id}) for p in people]
        for person in people:
            person.unit_id = unit.id
        rows.amend(people, "unit")
        journal.write(lines)
    return people
