"""What the gate asks: whether a way is shut, by which order; what phones carry to know it without a signal."""
from datetime import UTC, datetime, timedelta

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import now
from lianfang.ground.rows.recent import kept
from lianfang.ground.vault.indexes import forms
from lianfang.registers.territory.queries.shut import Shut, Way

from ..plates import blind_of
from .book import book, ids_of

RECENT = timedelta(seconds=2)  # after so long a gate knows a new order
EVER = datetime.max.replace(tzinfo=UTC)


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
    """The orders of roads and villages in the counties of these paths, begun or to begin: where, from when until when, who may pass all
    the same and until when."""
    counties = {ids_of(path)[0] for path in paths}
    return [_row(one) for one in book(at, ("place",), before=EVER).entries
            if not counties.isdisjoint(ids_of(area.unit.path)[0] for area in one.areas.values())]


def _row(entry) -> dict:
    closure = entry.closure
    return {"id": str(closure.pk), "number": closure.number, "from": closure.from_at.isoformat(),
            "until": closure.until_at and closure.until_at.isoformat(), "spared": closure.spared,
            "areas": [[one.unit_id, one.unit.name] for one in entry.areas.values()], "open": [one.unit_id for one in entry.lifts],
            "let": [{"until": one.until_at.isoformat(), **_whom(one)} for one in entry.exempt]}


def _whom(one) -> dict:
    return {"vehicle": lambda: {"plate": one.plate.open()}, "purpose": lambda: {"purpose": one.purpose},
            "place": lambda: {"unit": one.unit_id}}[one.how]()
