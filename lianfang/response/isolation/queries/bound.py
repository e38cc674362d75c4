"""Who may not leave where he is, for gates and doors that do not know this loop."""
from ..models import ISOLATED, Order


def isolated_among(people) -> set:
    """Those of these persons who are under quarantine or on the way to the clinic; past the scope: a gate lies elsewhere."""
    found = Order._base_manager.filter(person__in=people, closed_at=None, measure__in=(*ISOLATED, "refer_fever_clinic"))
    return set(found.values_list("person_id", flat=True))
