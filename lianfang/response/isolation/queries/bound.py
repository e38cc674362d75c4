"""Who may not leave where he is, for gates and doors that do not know this loop; and under what some persons are or were."""
from ..models import ISOLATED, Order


def isolated_among(people) -> set:
    """Those of these persons who are under quarantine or on the way to the clinic; past the scope: a gate lies elsewhere."""
    found = Order._base_manager.filter(person__in=people, closed_at=None, measure__in=(*ISOLATED, "refer_fever_clinic"))
    return set(found.values_list("person_id", flat=True))


def orders_of_people(people) -> dict:
    """All orders of these persons (by id), within the scope, oldest first: {person: [order]}; those that ended are among them."""
    found: dict = {}
    for order in Order.objects.filter(person__in=people).select_related("unit").order_by("issued_at", "pk"):
        found.setdefault(order.person_id, []).append(order)
    return found
