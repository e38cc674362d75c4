"""Somebody who came from elsewhere is found at a door: the register knows him, and a reaction decides."""
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.ids import uuid7
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line_of
from lianfang.ground.workflow import Refused
from lianfang.registers.people.actions import Somebody, join, take_up_all
from lianfang.registers.people.models import Person
from lianfang.registers.territory import places

from ..models import Campaign, Found

CATEGORIES = {"abroad": "returnee_abroad", "other_province": "returnee_out_of_province", "same_province": "returnee_in_province",
              "same_county": "returnee_in_province", "unknown": "returnee"}


@dataclass(slots=True)
class Seen:
    """Who was found at a door (by unit id), as his papers and he himself say; None and "" are what nobody has said."""

    door: int
    name: str
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    sex: str = ""
    birth_on: date | None = None
    origin_kind: str = "unknown"
    origin: str = ""
    arrived_on: date | None = None
    exposed_on: date | None = None
    temperature: float | None = None
    symptoms: bool | None = None
    colour: str = ""
    campaign: Campaign | None = None
    id: UUID = field(default_factory=uuid7)
    at: datetime | None = None


@everything()
def find(*, seen, by, at) -> list[Found]:
    """Record who was found: a person known by number, or by name and phone, is not recorded twice; all are told, and decided on.

    What is on record already under its id is left as it is.
    """
    seen = list(seen)
    try:
        return _find(seen, by, at)
    except IntegrityError:  # sent twice, or somebody new was found at two doors at once: now he is known
        return _find(seen, by, at)


def _find(seen, by, at) -> list[Found]:
    there = Found._base_manager.select_related("person").in_bulk([one.id for one in seen])
    if any((there[one.id].unit_id, there[one.id].person.name) != (one.door, one.name) for one in seen if one.id in there):
        raise Refused(_("这一页刚才已经登记过一个人。请回到这一户，重新打开再登记。"))
    seen = [one for one in seen if one.id not in there]
    with transaction.atomic():
        asked = [Somebody(one.name, one.id_kind, one.id_number, one.phone, one.sex, one.birth_on, door=one.door) for one in seen]
        people = take_up_all(asked=asked, unit_id=None, by=by, at=at)
        found = [_found(one, person, by, at) for one, person in zip(seen, people, strict=True)]
        lines = [line_of(one, "doorstep.find", kind="found", by=by, at=one.at) for one in found]
        for one, told in zip(found, lines, strict=True):
            one.because = told.id
        rows.insert(found)
        _join(found, by, at)
        journal.write(lines)
    return [*there.values(), *found]


def _found(one, person, by, at) -> Found:
    place = places.find(one.origin) if one.origin else None
    return rows.fresh(Found, id=one.id, person_id=person.pk, unit_id=one.door, campaign_id=one.campaign and one.campaign.pk,
                      origin=one.origin[:120], origin_kind=one.origin_kind, place=place.code if place else "", arrived_on=one.arrived_on,
                      exposed_on=one.exposed_on, temperature=one.temperature, symptoms=one.symptoms, colour=one.colour, by_id=by.pk,
                      at=one.at or at)


def _join(found, by, at):
    people = Person.objects.in_bulk({one.person_id for one in found})
    for one in found:
        join(people=[people[one.person_id]], category=CATEGORIES[one.origin_kind], source=gettext_noop("入户排查"),
             from_on=one.arrived_on or day_of(one.at), by=by, at=at, because=one.because, is_told=True)
