"""Refusals copy the key of a number that lies sealed elsewhere: a new index key reaches them by that number."""
from .keys import id_blind
from .models import Entry, Person, Refusal


def refusals() -> int:
    """Turn those whose number is still known; one that nobody bears any more matches nobody, under whichever key."""
    count = 0
    for one in Refusal._base_manager.select_related("person").iterator(chunk_size=300):
        for bearer in _bearers(one):
            new = id_blind(bearer.id_number.open())
            if one.id_blind in getattr(new, "older", ()):
                count += Refusal._base_manager.filter(pk=one.pk, id_blind=one.id_blind).update(id_blind=str(new))
                break
    return count


def _bearers(refusal):
    """Who may bear the number it is about: first the person it is about."""
    yield refusal.person
    for model in (Person, Entry):
        yield from model._base_manager.filter(id_blind=refusal.id_blind)[:1]
