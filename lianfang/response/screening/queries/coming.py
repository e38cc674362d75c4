"""Everybody on one roster: who was taken in and when, who is still only a lead, how many rows were not taken."""
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ..models import Arrival, Import, Lead


@dataclass(frozen=True, slots=True)
class Come:
    """A row of a roster: its person (None: still to be found), where, when found, and where it stands in the sheet."""

    person: Any
    unit: Any
    found_at: datetime | None
    sheet: str
    row: int
    lead: UUID | None = None


def come_by(roster) -> list[Come]:
    """Of a roster (by id), within the scope: those taken in, in the order of the sheet, then the leads nobody has answered yet."""
    taken = Arrival.objects.filter(roster=roster).select_related("person__unit", "unit").order_by("sheet", "row")
    found = {one.person_id: Come(one.person, one.unit, one.found_at, one.sheet, one.row) for one in taken}
    waiting = Lead.objects.filter(roster=roster, state="open").select_related("unit").order_by("sheet", "row")
    return [*found.values(), *(Come(None, one.unit, None, one.sheet, one.row, one.pk) for one in waiting)]


def roster_named(pk) -> Import | None:
    """One roster; None of what is not there or out of scope."""
    return Import.objects.select_related("unit").filter(pk=pk).first()


def rosters_done(reach, since) -> list[Import]:
    """Rosters taken in within a reach since a moment, the newest first."""
    return list(Import.objects.filter(unit__path__under=reach, state="done", at__gte=since).order_by("-at"))
