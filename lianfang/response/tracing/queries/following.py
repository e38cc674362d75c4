"""Contacts that were decided on: of an index, with what it rests on in words, and as facts for whoever decides on a measure."""
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from lianfang.ground.days import day_of

from ..models import OPEN, Contact, Index, Spot
from .evidence import place_names, told

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepted as a contact: what the measure table needs to know."""

    person_id: Any
    unit_id: int
    disease: str
    kind: str
    exposure_on: date
    age: int | str
    special: str
    on: date
    because: Any


def accepted_facts(lines) -> list[Accepted]:
    """The facts of contacts that stand in these lines and live here; the day of decision is the line's."""
    lines = {told.record: told for told in lines}
    found = Contact._base_manager.filter(pk__in=lines, elsewhere="", state="watched").select_related("person", "index").order_by("pk")
    return [_facts(one, lines[one.pk]) for one in found]


def _facts(one, line) -> Accepted:
    on, who = day_of(line.at), one.person
    age = who.age(on)
    return Accepted(who.pk, who.unit_id, one.index.disease, one.kind, one.last_exposed_on, UNKNOWN if age is None else age,
                    who.special_need or UNKNOWN, on, line.id)


def index_of_case(pk) -> Index | None:
    """An index by its own id or by the id of the case it comes from, the newest."""
    found = Index.objects.filter(Q(pk=pk) | Q(record=pk)).select_related("person__unit", "unit")
    return found.order_by("-opened_at").first()


def open_indexes():
    """Those whose contacts are looked for or watched, the newest first."""
    return Index.objects.filter(state__in=OPEN).select_related("person").order_by("-opened_at")


def in_words(found) -> list[list[str]]:
    """What speaks for each of those that were judged, in words, the latest first."""
    places = place_names([each for one in found for each in one.all])
    return [[told(each.kept(), places) for each in sorted(one.all, key=lambda each: each.last_on, reverse=True)] for one in found]


def contacts_of(index):
    """Its contacts, the latest exposed first."""
    return Contact.objects.filter(index=index).select_related("person", "unit", "index").order_by("state", "-last_exposed_on", "pk")


def rests_on(contact) -> list[str]:
    """What a contact rests on, in words."""
    spots = {one["spot"] for one in contact.evidence if one.get("spot")}
    places = {spot.pk: str(spot) for spot in Spot.objects.filter(pk__in=spots).select_related("unit")}
    return [told(one, places) for one in contact.evidence]
