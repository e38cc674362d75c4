"""Open doubts go with their person: they are the turn of those who lead where he is now."""
from django.db import transaction

from lianfang.ground import rows
from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import advance, close_turns, open_turns

from ..models import Arrival, Doubt
from ..queries.doubts import OPEN


@everything()
def follow(*, person, unit, by, at, because):
    """The open doubts of a person (by id, as a journal line names him) come to the unit he was put in (by id too).

    Where that is a door, the question at which door he lives is answered; arrivals of nobody knew where go along.
    """
    with transaction.atomic():
        found = list(Doubt.objects.select_for_update().filter(person=person, state__in=OPEN).exclude(unit=unit))
        at_door = Unit.objects.filter(pk=unit, level="door").exists()
        for doubt in found:
            if doubt.kind == "address_doubt":
                Arrival.objects.filter(person=person, unit=doubt.unit_id).update(unit=unit)
            doubt.unit_id = unit
        rows.amend(found, "unit_id")
        answered = [doubt for doubt in found if at_door and doubt.kind == "address_doubt"]
        for doubt in answered:
            doubt.outcome, doubt.settled_at = "placed", at
        advance(answered, "place_person", flow="address_doubt", by=by, at=at, because=because, also=("outcome", "settled_at"))
        for kind in ("address_doubt", "name_doubt"):
            left = [doubt for doubt in found if doubt.kind == kind and doubt not in answered]
            close_turns(left, by=by, at=at)
            open_turns(kind, left, at=at)
