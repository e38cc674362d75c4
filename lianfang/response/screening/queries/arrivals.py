"""Arrivals as facts: what a decision needs to know, without knowing who decides."""
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit
from lianfang.registers.people.models import full_years
from lianfang.registers.people.queries.came import Came

from ..models import Arrival
from .sources import GIVES, given

OWN = ("id", "person_id", "unit_id", "on", "because", "origin", "origin_kind", "place", "arrived_on", "exposed_on", "temperature",
       "symptoms", "colour", "age", "special", "worker")
COLUMNS = (*OWN, "roster__source", "person__birth_on", "person__special_need")
_at_hand: ContextVar[dict | None] = ContextVar("arrivals", default=None)


def arrival_facts(ids) -> list[Came]:
    """The facts of these arrivals, in the order asked; `on` is the day of decision, `age` in full years on that day."""
    found = {pk: near[pk] for pk in ids if pk in near} if (near := _at_hand.get()) else {}
    if missing := set(ids) - found.keys():
        found |= {row[0]: _facts(*row) for row in Arrival.objects.filter(pk__in=missing).values_list(*COLUMNS)}
    return [found[pk] for pk in ids if pk in found]


@everything()
def came_from(unit) -> set:
    """Persons (ids) whose roster says they came from a place of ours or from below it."""
    codes = Unit.objects.filter(path__startswith=unit.path).exclude(code="").values_list("code", flat=True)
    return set(Arrival.objects.filter(place__in=list(codes)).values_list("person_id", flat=True))


def facts_at_hand(arrivals, people, source) -> list[Came]:
    """The facts of arrivals not yet written whose persons are new, too; `because` is told when they are written."""
    born = {person.id: (person.birth_on, person.special_need) for person in people}
    rows = [[*(getattr(a, name) for name in OWN), source, *born[a.person_id]] for a in arrivals if a.person_id in born]
    return [_facts(*row) for row in rows]


@contextmanager
def at_hand(facts, because):
    """Whoever asks within, in the transaction that has just written these arrivals, need not read them again; `because` by arrival."""
    token = _at_hand.set({one.id: one._replace(because=because[one.id]) for one in facts})
    try:
        yield
    finally:
        _at_hand.reset(token)


def _facts(pk, person, unit, on, because, origin, kind, place, arrived_on, exposed_on, temperature, symptoms, colour, stated, special,
           worker, source, born, need) -> Came:
    """What somebody's roster says of him, as far as its source may give it; his age is no news."""
    age, may = stated if born is None else full_years(born, on), given(source, on)
    if len(may) < len(GIVES):
        origin, kind, place = (origin, kind, place) if "origin" in may else ("", "", "")
        arrived_on, exposed_on = arrived_on if "arrival_on" in may else None, exposed_on if "exposure_on" in may else None
        temperature, symptoms = temperature if "temperature" in may else None, symptoms if "symptoms" in may else None
        colour, special = colour if "code" in may else "", special if "special" in may else ""
        worker = worker if "worker" in may else ""
    return Came(pk, person, unit, on, because, origin, kind, place, arrived_on, exposed_on, temperature,
                        None if symptoms is None else bool(symptoms), colour, age, special or need, worker)


def remarks_opened(person_id) -> list[tuple]:
    """What rosters remark about a person, for whoever has given a reason to look."""
    found = Arrival._base_manager.filter(person=person_id).order_by("found_at")
    return [(_("名册备注"), text) for one in found if (text := one.remark.open())]
