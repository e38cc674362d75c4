"""How somebody came on record: each roster that named him, where it came from, and on which clause it was taken."""
from lianfang.ground import decisions

from ..models import Arrival, Lead
from .sources import TABLE, word


def sources_of(person_id) -> list[dict]:
    """The rosters that named a person, oldest first: the source in words, its day, who handed it in by unit, document and clause."""
    rosters = {one.roster_id: one.roster for model in (Arrival, Lead)
               for one in model.objects.filter(person=person_id).select_related("roster__unit")}
    return [_told(roster) for roster in sorted(rosters.values(), key=lambda one: (one.at, one.pk))]


def _told(roster) -> dict:
    ruling = decisions.decide(TABLE, {"source": roster.source, "kind": roster.kind}, on=roster.on)
    return {"word": word(roster.source), "on": roster.on, "unit": roster.unit.name, "document": ruling.document, "clause": ruling.clause}
