"""Persons and register entries before they are written: numbers sealed and their blind keys made, outside any transaction."""
from lianfang.ground import rows

from .keys import id_blind, name_words, phone_blind
from .models import Entry, Membership, Person


def draft_person(*, unit_id, name, at, id_number="", phone="", address="", id_kind="", blinds=None, is_another=False, **more) -> Person:
    """A person not yet written; `more` is sex, birth_on, special_need, retention; `blinds` of number and phone where they are known.

    `is_another` (of a Match): his number stands with the person it was first recorded for.
    """
    of_number, of_phone = blinds or (id_blind(id_number), phone_blind(phone))
    of_number = "" if is_another else of_number
    return rows.fresh(Person, unit_id=unit_id, name=name, id_kind=id_kind or ("id_card" if id_number else ""), id_number=id_number,
                      id_blind=of_number, phone=phone, phone_blind=of_phone, address=address, made_at=at, **more)


def draft_entry(*, unit_id, source, name, id_number="", phone="", blinds=None, **more) -> Entry:
    """A register entry not yet written; `more` is sex, birth_on; `blinds` of number and phone where they are known."""
    of_number, of_phone = blinds or (id_blind(id_number), phone_blind(phone))
    return rows.fresh(Entry, unit_id=unit_id, source=source, name=name, id_number=id_number, id_blind=of_number, phone=phone,
                      phone_blind=of_phone, **more)


def draft_membership(*, person, category, source, from_on, because=None, until_on=None) -> Membership:
    """A person under a category, not yet written; both by id."""
    return rows.fresh(Membership, person_id=person, category_id=category, source=source, from_on=from_on, until_on=until_on,
                      because=because)


def words_of(records) -> list[tuple]:
    """The words by which these persons or register entries are found, each with whose it is."""
    return [(word, record.id) for record in records for word in name_words(record.name)]
