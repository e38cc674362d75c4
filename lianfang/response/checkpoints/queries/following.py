"""Those about whom something follows, as facts: what a decision needs to know, without knowing who decides."""
from lianfang.ground.days import day_of
from lianfang.registers.people.queries.came import Came

from ..models import Passage

SAID = {"yes": True, "no": False}


def held_facts(lines) -> list[Came]:
    """The facts of the passages these lines are about, as far as a person of the register stands behind them, in the order asked: let in
    to be registered, or taken to the site, which is where he will be; who goes on to another county is told to it, not bound here."""
    because = {told.record: told.id for told in lines}
    found = Passage.objects.select_related("vehicle", "post", "person").exclude(person=None).in_bulk(list(because))
    return [_facts(found[pk], line) for pk, line in because.items() if pk in found and _stays(found[pk])]


def _stays(one) -> bool:
    return one.outcome == "transfer" or bool(one.home_id) or not one.destination


def _facts(one, because) -> Came:
    on = day_of(one.at)
    site = one.post.site_id or one.unit_id
    unit = site if one.outcome == "transfer" else one.home_id or one.unit_id
    came = on if one.vehicle.direction == "in" else None
    worker = "yes" if one.vehicle.purpose == "work" else ""
    return Came(one.pk, one.person_id, unit, on, because, one.origin.open(), one.origin_kind, one.place, came, None, one.temperature,
                SAID.get(one.symptoms), one.code, one.person.age(on), one.person.special_need, worker)
