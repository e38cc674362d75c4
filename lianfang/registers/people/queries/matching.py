"""Who is already known: by the blind index of a number, or by name and phone both; for rosters, many at once."""
from ..models import Entry, Person, Refusal

COLUMNS = ("id", "name", "unit_id", "id_blind", "phone_blind")


def known_people(id_blinds) -> dict:
    """Persons by the blind index of their number."""
    return {p.id_blind: p for p in Person.objects.filter(id_blind__in=set(id_blinds) - {""}).only(*COLUMNS)}


def people_by_phone(phone_blinds) -> dict:
    """Persons by (name, blind index of their phone)."""
    return {(p.name, p.phone_blind): p for p in Person.objects.filter(phone_blind__in=set(phone_blinds) - {""}).only(*COLUMNS)}


def known_entries(id_blinds, phone_blinds=()) -> tuple[dict, dict]:
    """Register entries by the blind index of their number, and by (name, blind index of their phone)."""
    numbers, phones = set(id_blinds) - {""}, set(phone_blinds) - {""}
    by_number = {e.id_blind: e for e in Entry.objects.filter(id_blind__in=numbers).only(*COLUMNS)} if numbers else {}
    by_phone = {(e.name, e.phone_blind): e for e in Entry.objects.filter(phone_blind__in=phones).only(*COLUMNS)} if phones else {}
    return by_number, by_phone


def refusals(people) -> dict:
    """What somebody has refused about these persons: (person id, blind index, name) → who it is instead, or None."""
    return {(r.person_id, r.id_blind, r.name): r.instead for r in Refusal.objects.filter(person__in=people).select_related("instead")}
