"""The orders in force at a moment, as a book that answers for (trade, place): nothing is written for each place that they shut."""
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from lianfang.ground.accounts.scope import everything
from lianfang.ground.units.fields import TOP

from ..models import Area, Closure, Exemption, Lift


def approved(at, on="") -> Q:
    """The condition on orders (or, with `on`, on what is theirs): approved, neither past nor ended at a moment, begun or to come."""
    return Q(**{f"{on}approved_at__lte": at}) & (Q(**{f"{on}until_at": None}) | Q(**{f"{on}until_at__gt": at})) & (
        Q(**{f"{on}ended_at": None}) | Q(**{f"{on}ended_at__gt": at}))


def in_force(at, on="") -> Q:
    """The same, and begun."""
    return approved(at, on) & Q(**{f"{on}from_at__lte": at})


def closed(at) -> Q:
    """The condition on areas: closed by an order of roads and villages in force, and not lifted since with all around them."""
    lifted = Lift._base_manager.filter(closure=OuterRef("closure"), from_at__lte=at)
    inside = lifted.annotate(inner=ExpressionWrapper(OuterRef("unit__path"), CharField())).filter(inner__startswith=F("unit__path"))
    return Q(closure__in=Closure._base_manager.filter(in_force(at), kind="place")) & ~Exists(inside)


def holding(at) -> Q:
    """The condition on exemptions: allowed and not past at a moment."""
    return Q(decided_at__lte=at, from_at__lte=at, until_at__gt=at) & (Q(ended_at=None) | Q(ended_at__gt=at)) & ~Q(state="refused")


@dataclass(slots=True)
class Entry:
    """An order with its areas and what is lifted of it, by unit; who is exempt."""

    closure: Closure
    areas: dict = field(default_factory=dict)  # unit id → Area
    lifts: list = field(default_factory=list)
    exempt: list = field(default_factory=list)

    def holds(self, ids, what=None) -> bool:
        """Whether it holds at a place with these ancestors, for a trade, service or kind of event."""
        if what is not None and self.closure.kind != "place" and what not in self.closure.what:
            return False
        return not self.areas.keys().isdisjoint(ids) and not self.lifted(ids, what)

    def lifted(self, ids, what) -> bool:
        """Whether that part has been lifted."""
        return any(one.unit_id in ids and (not one.what or what in one.what) for one in self.lifts)

    def binds(self, ids, firm=None) -> bool:
        """Whether anything of it holds at a place: of a firm its trade."""
        return any(self.holds(ids, one) for one in ([firm.trade] if firm else self.closure.what or [None]))

    def spared_firm(self, firm) -> bool:
        """Whether a firm is exempt."""
        return any(one.firm_id == firm.pk for one in self.exempt)

    def spared_place(self, ids) -> bool:
        """Whether a place within it is exempt."""
        return any(one.how == "place" and one.unit_id in ids for one in self.exempt)

    def widest(self, ids) -> Area:
        """The widest of its areas around a place."""
        return next(self.areas[pk] for pk in ids if pk in self.areas)


@dataclass(slots=True)
class Book:
    """The orders of some kinds in force at a moment, the newest first."""

    at: datetime
    entries: list[Entry]

    def of(self, kind, path, what=None) -> Entry | None:
        """The order that shuts a thing of a kind at a place (a unit's path); None where it may be open."""
        ids = ids_of(path)
        return next((one for one in self.entries if one.closure.kind == kind and one.holds(ids, what) and not one.spared_place(ids)), None)

    def of_firm(self, firm, path) -> Entry | None:
        """The order that shuts a firm; None where it may be open, or is exempt from all that would."""
        ids = ids_of(path)
        return next((one for one in self.entries if one.closure.kind == "trade" and one.holds(ids, firm.trade)
                     and not one.spared_place(ids) and not one.spared_firm(firm)), None)

    def exempt_firms(self) -> set:
        """Those firms that some order names as exempt."""
        return {other.firm_id for one in self.entries for other in one.exempt if other.firm_id}

    def firms_shut(self) -> Q:
        """The condition on firms: shut by some order."""
        parts = [_part(one) for one in self.entries if one.closure.kind == "trade" and one.areas]
        return reduce(or_, parts, Q(pk=None))


def _part(entry) -> Q:
    """Firms shut by one order: in its areas, of its trades, and neither lifted nor exempt."""
    found = Q(trade__in=entry.closure.what) & under_any(area.unit.path for area in entry.areas.values())
    for one in entry.lifts:
        found &= ~(under_any([one.unit.path]) & (Q(trade__in=one.what) if one.what else Q()))
    if places := [one.unit.path for one in entry.exempt if one.how == "place"]:
        found &= ~under_any(places)
    return found & ~Q(pk__in=[one.firm_id for one in entry.exempt if one.firm_id])


def under_any(paths, lookup="unit__path__under") -> Q:
    """The condition that something lies under one of these paths; on none of them, nothing does."""
    return reduce(or_, (Q(**{lookup: path}) for path in paths), Q(pk__in=[]))


def ids_of(path) -> tuple[int, ...]:
    """The ids in a path, the widest first."""
    return tuple(int(part) for part in path.strip("/").split("/"))


@everything()
def concerning(reach) -> QuerySet:
    """The orders that somebody with a reach may read: of his units, over one of them, or of what they lie in."""
    if TOP in reach:
        return Closure.objects.all()
    around = {pk for path in reach for pk in ids_of(path)}
    there = Area.objects.filter(Q(unit__in=around) | Q(unit__path__under=reach)).values("closure")
    return Closure.objects.filter(Q(unit__path__under=reach) | Q(pk__in=there))


@everything()
def book(at, kinds: Iterable[str] = ("place", "transport", "trade", "event"), around: Iterable[int] | None = None,
         before: datetime | None = None) -> Book:
    """The book of a moment; with `around`, only of orders that hold in one of these units (ids); with `before`, also of those that will
    begin until then. At most three queries, past the scope: what is shut is no secret."""
    begun = Q(closure__from_at__lt=before) if before else Q(closure__from_at__lte=at)
    areas = Area.objects.filter(approved(at, "closure__") & begun, closure__kind__in=list(kinds)).select_related("unit", "closure")
    if around is not None:
        areas = areas.filter(unit__in=list(around))
    entries: dict = {}
    for area in areas:
        entries.setdefault(area.closure_id, Entry(area.closure)).areas[area.unit_id] = area
    if not entries:
        return Book(at, [])
    for lift in Lift.objects.filter(closure__in=list(entries), from_at__lte=at).select_related("unit"):
        entries[lift.closure_id].lifts.append(lift)
    for one in Exemption.objects.filter(holding(at), closure__in=list(entries)).select_related("unit"):
        entries[one.closure_id].exempt.append(one)
    newest = sorted(entries.values(), key=lambda one: (one.closure.from_at, one.closure.pk), reverse=True)
    return Book(at, newest)
