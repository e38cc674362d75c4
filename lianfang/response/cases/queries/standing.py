"""What stands of a case before its card is filled or corrected: the newest card, or what the register knows."""
from lianfang.registers.people.queries import whereabouts

from ..carding import FIELDS
from ..models import Card


def cards_of(case) -> list[Card]:
    """The cards of a case, the newest first."""
    return list(Card.objects.filter(case=case).select_related("by").order_by("-edition"))


def standing(case) -> dict:
    """The answers that hold, by field: of the newest card, or of the person and the first word about him."""
    if card := Card.objects.filter(case=case).order_by("-edition").first():
        return {name: value.open() if hasattr(value := getattr(card, name), "open") else value for name in FIELDS}
    person = case.person
    return {
        "name": person.name, "id_kind": person.id_kind or "id_card", "id_number": person.id_number.open(), "sex": person.sex,
        "birth_on": person.birth_on, "phone": person.phone.open(), "address": person.address.open() or _place(person),
        "belongs": "county" if case.unit.parent_id else "other_province", "disease": case.disease, "onset_on": case.onset_on,
        "diagnosed_at": case.diagnosed_at, "severity": case.severity, "klass": case.klass,
    }


def _place(person) -> str:
    """His door in words; where only his village is known, the address is still to be asked."""
    return "" if person.is_sheltered or person.unit.level != "door" else whereabouts([person.unit])[person.unit_id]
