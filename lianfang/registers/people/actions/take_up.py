"""Persons of some rows that a loop takes in: those known are found, the others added, each under the loop's own category."""
from ..drafts import draft_person
from ..matching import Known, keyed, same_name
from ..models import Entry, Person
from .add import add_people


def take_up(*, asked, by, at, because=None) -> list:
    """The person of each row (`unit`, `name`, `id_kind`, `id_number`, `phone`, `sex`, `birth_on`), added where nobody knew him; None where
    the number stands under another name. Two rows of one number, or of one name and phone, are one person."""
    numbered = keyed(asked)
    known, found, fresh, named = Known.of(numbered, Entry.objects.exists()), [], {}, {}
    for at_row, (row, *blinds) in enumerate(numbered):
        match = known.match(row, *blinds)
        if match.other_name or (blinds[0] and not same_name(named.setdefault(blinds[0], row), row)):
            found.append(None)
            continue
        key = (blinds[0] or blinds[1] or at_row, row.name)
        if match.person is None and key not in fresh:
            fresh[key] = draft_person(unit_id=row.unit.pk, name=row.name, at=at, sex=row.sex, birth_on=row.birth_on, id_kind=row.id_kind,
                                      id_number=row.id_number, phone=row.phone, blinds=blinds, is_another=match.is_another)
        found.append((match.person or fresh[key]).pk)
    if fresh:
        add_people(people=list(fresh.values()), by=by, at=at, because=because)
    people = Person.objects.select_related("unit").in_bulk([pk for pk in found if pk])
    return [people.get(pk) for pk in found]
