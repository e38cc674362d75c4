"""Contacts that were decided on: of an index, with what it rests on in words, and as facts for whoever decides on a measure."""
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line

from ..models import OPEN, OURS, RULED_OUT, Contact, Index, Spot
from .evidence import place_names, told

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody accepted as a contact: what the measure table needs to know; `via` is the close contact he met, exposed last on `via_on`."""

    person_id: Any
    unit_id: int
    disease: str
    kind: str
    exposure_on: date
    age: int | str
    special: str
    on: date
    because: Any
    via: Any = None
    via_on: date | None = None


def accepted_facts(lines) -> list[Accepted]:
    """The facts of contacts that stand in these lines and live here; the day of decision is the line's."""
    lines = {told.record: told for told in lines}
    found = Contact._base_manager.filter(pk__in=lines, elsewhere="", state="watched").select_related("person", "index", "via")
    return [_facts(one, lines[one.pk]) for one in found.order_by("pk")]


def _facts(one, line) -> Accepted:
    on, who = day_of(line.at), one.person
    age = who.age(on)
    return Accepted(who.pk, who.unit_id, one.index.disease, one.kind, one.last_exposed_on, UNKNOWN if age is None else age,
                    who.special_need or UNKNOWN, on, line.id, one.via and one.via.person_id, one.via and one.via.last_exposed_on)


def seconds_of(people) -> dict:
    """Contacts of contacts who are watched because of these close contacts (by id): by each of those since when he counts as one, and
    whom he led to."""
    found: dict = {}
    for one in Contact._base_manager.filter(via__person__in=people, state="watched", kind="second").select_related("via"):
        _since, led = found.setdefault(one.via.person_id, (one.via.last_exposed_on, []))
        led.append(one.person_id)
    return found


@dataclass(frozen=True, slots=True)
class Ring:
    """That somebody was a contact of a case (by its id): of which disease, how he was exposed, and on which day last."""

    person_id: Any
    disease: str
    record: Any
    ground: str
    on: date


def rings_around(people) -> list[Ring]:
    """In whose first rings these persons (by id) were, where the one in the middle is a case; who was ruled out was in none."""
    found = Contact._base_manager.filter(person__in=people, ring=1).exclude(state__in=RULED_OUT).exclude(kind="none")
    rows = found.exclude(index__record=None).exclude(index__state="closed").select_related("index").order_by("last_exposed_on", "pk")
    return [Ring(one.person_id, one.index.disease, one.index.record, one.evidence[-1]["ground"] if one.evidence else "",
                 one.last_exposed_on) for one in rows]


def still_contacts(people) -> set:
    """Who of these persons (by id) is still a contact of somebody."""
    return set(Contact._base_manager.filter(person__in=people, state__in=(*OURS, "received")).values_list("person_id", flat=True))


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


def letters_sent(contact) -> list[datetime]:
    """When the other county was asked about a contact: the letter first, then each time it was reminded."""
    sent = Line.objects.filter(record=contact.pk, verb__in=("tracing.hand_over", "tracing.chase"))
    return list(sent.order_by("at", "id").values_list("at", flat=True))


def ended_by(contact) -> str:
    """Who ended the watch of a contact, by name; empty while it goes on."""
    told = contact.ended_at and Line.objects.filter(record=contact.pk, at=contact.ended_at).order_by("-id").first()
    return Account.objects.filter(pk=told.by).values_list("name", flat=True).first() or "" if told else ""


def rests_on(contact) -> list[str]:
    """What a contact rests on, in words, the latest first."""
    spots = {one["spot"] for one in contact.evidence if one.get("spot")}
    places = {spot.pk: str(spot) for spot in Spot.objects.filter(pk__in=spots).select_related("unit")}
    return [told(one, places) for one in reversed(contact.evidence)]
