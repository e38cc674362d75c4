"""How far the swabs of people are since a moment, whatever they say."""
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lianfang.ground.accounts.scope import everything

from ..models import Recall, Sample


@dataclass(frozen=True, slots=True)
class Swab:
    """Of one person the last swab since: when taken, when its result was told (None: not yet), and whether he is called to be swabbed
    again."""

    taken_at: datetime
    reported_at: datetime | None
    is_called: bool


@everything()
def swabs_since(people, since) -> dict[Any, Swab]:
    """Of persons by id; who has no swab since is left out. Whoever asks may see these people."""
    people = list(people)
    called = set(Recall.objects.filter(person__in=people, closed_at=None).values_list("person", flat=True))
    taken = Sample.objects.filter(person__in=people, taken_at__gte=since).order_by("taken_at", "pk")
    return {person: Swab(taken_at, None if person in called else told, person in called)
            for person, taken_at, told in taken.values_list("person", "taken_at", "reported_at")}
