"""Returnees found at doors as facts: what a decision needs to know, without knowing who decides."""
from lianfang.ground.days import day_of
from lianfang.registers.people.queries.came import Came

from ..models import Found


def found_facts(ids) -> list[Came]:
    """The facts of these finds, in the order asked; the day of decision is the day they were found."""
    found = Found._base_manager.select_related("person").in_bulk(list(ids))
    return [_facts(found[pk]) for pk in ids if pk in found]


def _facts(one) -> Came:
    on, who = day_of(one.at), one.person
    return Came(one.pk, who.pk, one.unit_id, on, one.because, one.origin, one.origin_kind, one.place, one.arrived_on, one.exposed_on,
                one.temperature, one.symptoms, one.colour, who.age(on), who.special_need, "")
