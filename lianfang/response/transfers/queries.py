"""What others may ask of transfers: facts of who was named, for whoever takes him in; what is open."""
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line

from .models import Departure, Incoming, Named


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody named by a letter: as what, since when, from which county; because of which line, on which day."""

    person: Any
    kind: str
    disease: str
    county: str
    exposed_on: date | None
    onset_on: date | None
    diagnosed_at: datetime | None
    because: Any
    on: date


def named_facts(lines) -> list[Taken]:
    """The facts of those these lines name."""
    told = {line.record: line for line in lines}
    found = Named._base_manager.filter(pk__in=told).select_related("person__unit", "incoming").order_by("pk")
    return [Taken(one.person, one.kind, one.incoming.disease, one.incoming.county, one.exposed_on, one.onset_on, one.diagnosed_at,
                  told[one.pk].id, day_of(told[one.pk].at)) for one in found]


def named_still(people) -> set:
    """Who of these persons (by id) some open letter names as a contact."""
    found = Named._base_manager.filter(person__in=people).exclude(kind="case").exclude(incoming__state="void")
    return set(found.values_list("person_id", flat=True))


def incoming_named(pk) -> Incoming | None:
    """A letter within the scope."""
    return Incoming.objects.select_related("unit", "by").filter(pk=pk).first()


def people_of(incoming) -> list[Named]:
    """Whom it names, cases first."""
    found = Named.objects.filter(incoming=incoming).select_related("person", "unit")
    return sorted(found, key=lambda one: (one.kind != "case", one.kind, one.person.name))


def departures_of(case) -> list[Departure]:
    """Where a case (by its id) was sent, the newest first."""
    return list(Departure.objects.filter(case=case).order_by("-sent_at"))


def reminded(record) -> list[datetime]:
    """When a receipt was asked for again."""
    return list(Line.objects.filter(record=record, verb="transfers.chase_receipt").order_by("at").values_list("at", flat=True))
