"""What the gate asks: whether a way is shut, by which order; what phones carry to know it without a signal."""
from datetime import timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.rows.recent import kept
from lianfang.ground.units.models import Unit
from lianfang.ground.vault.indexes import forms
from lianfang.registers.territory.queries.shut import Shut, Way

from ..models import Area
from ..plates import blind_of
from .book import book, ids_of

RECENT = timedelta(seconds=2)  # after so long a gate knows a new order


@everything()
def shut_ways(ways: list[Way], at) -> list[Shut | None]:
    """For each way what shuts it: an order of roads and villages over a place on it that spares neither its purpose, nor its vehicle."""
    chains = [[ids_of(path) for path in way.paths] for way in ways]
    if abs(at - now()) < RECENT:
        found = kept(("closures", "place"), RECENT.total_seconds(), lambda: book(at, ("place",)))
    else:  # what a phone tells of hours ago
        found = book(at, ("place",), {pk for chain in chains for ids in chain for pk in ids})
    return [_shut(way, chain, found) for way, chain in zip(ways, chains, strict=True)]


def _shut(way, chain, found) -> Shut | None:
    blinds = forms([blind_of(way.plate)])
    for entry in found.entries:
        if way.purpose in entry.closure.spared or any(_lets(one, way, blinds) for one in entry.exempt):
            continue
        for ids in chain:
            if entry.holds(ids) and not entry.spared_place(ids):
                return Shut(entry.closure.number, entry.widest(ids).unit.name, entry.closure.until_at)
    return None


def _lets(one, way, blinds) -> bool:
    """Whether an exemption is for this vehicle, or for all who come for that."""
    return (one.how == "vehicle" and one.plate_blind in blinds) or (one.how == "purpose" and one.purpose == way.purpose)


@everything()
def shut_carried(paths, at) -> list[dict]:
    """All that is shut of roads and villages in the counties of these paths: by unit and name, until when, who may pass all the same."""
    counties = {ids_of(path)[0] for path in paths if path.strip("/")} or set(Unit.objects.filter(parent=None).values_list("pk", flat=True))
    return [_row(entry, area) for entry in book(at, ("place",)).entries for area in entry.areas.values()
            if ids_of(area.unit.path)[0] in counties and not entry.lifted(ids_of(area.unit.path), None)]


def _row(entry, area: Area) -> dict:
    closure = entry.closure
    return {"id": str(area.pk), "unit": area.unit_id, "name": area.unit.name, "level": area.unit.level, "number": closure.number,
            "until": closure.until_at and closure.until_at.isoformat(),
            "spared": [*closure.spared, *(one.purpose for one in entry.exempt if one.how == "purpose")],
            "open": [one.unit_id for one in (*entry.exempt, *entry.lifts) if getattr(one, "how", "place") == "place"],
            "plates": [one.plate.open() for one in entry.exempt if one.how == "vehicle"]}
