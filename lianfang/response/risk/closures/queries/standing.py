"""Whether a place, a trade, a service, an event is shut at a moment, by which order, until when; what the public is told."""
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from lianfang.ground.accounts.scope import everything, within
from lianfang.ground.days import now
from lianfang.registers.territory.queries import standing as of_places

from ..models import KINDS, Area, Closure, Service
from ..words import until_words, what_words
from .book import Entry, approved, book, closed, ids_of

_handed: dict[str, Callable] = {}


@dataclass(frozen=True, slots=True)
class Standing:
    """That something is shut: by which order, over which place, since when, until when (None: until it is lifted)."""

    closure: UUID
    number: str
    kind: str
    place: str
    words: str
    since: datetime
    until: datetime | None

    @property
    def until_said(self) -> str:
        """到 2020-03-20 24:00; 到另行通知解除为止."""
        return until_words(self.until)


def hand_in(risk: Callable) -> None:
    """Take over `risk(path)`: how risky a place is, '' where nobody has said."""
    _handed["risk"] = risk


def risk_at(path) -> str:
    """low, medium, high, or unknown."""
    return (_handed["risk"](path) if "risk" in _handed else "") or "unknown"


def standing_of(entry: Entry | None, path) -> Standing | None:
    """An order in the words of whoever asks about a place."""
    if entry is None:
        return None
    one = entry.closure
    return Standing(one.pk, one.number, one.kind, entry.widest(ids_of(path)).unit.name, what_words(one), one.from_at, one.until_at)


@everything()
def standing(unit, kind, what=None, at=None) -> Standing | None:
    """What shuts a thing of a kind (`place`; else a code of a trade, a service, an event) at a unit at a moment; None: nothing."""
    return standing_of(book(at or now(), (kind,), unit.ancestor_ids).of(kind, unit.path, what), unit.path)


@everything()
def firm_standing(firm, at) -> Standing | None:
    """What shuts a firm; None where it may be open."""
    return standing_of(book(at, ("trade",), firm.unit.ancestor_ids).of_firm(firm, firm.unit.path), firm.unit.path)


@everything()
def services(at) -> list[tuple]:
    """Every line and service that runs here, with what stops it, or None."""
    found = book(at, ("transport",))
    rows = Service.objects.filter(closed_at=None).select_related("unit").order_by("kind", "unit__path", "title")
    return [(one, standing_of(found.of("transport", one.unit.path, one.kind), one.unit.path)) for one in rows]


@everything()
def lines_for(reach):
    """The lines and services that concern somebody with a reach: of his units, and of what they lie in."""
    rows = Service.objects.filter(closed_at=None).select_related("unit")
    around = {pk for path in reach if path.strip("/") for pk in ids_of(path)}
    return rows.filter(Q(unit__path__under=reach) | Q(unit__in=around))


@everything()
def public_now(at) -> list[Closure]:
    """What anybody may know: the orders in force or about to begin, by kind; each with the names of its `places` and its `lifted` parts."""
    found = Closure.objects.filter(approved(at)).select_related("unit").prefetch_related("areas__unit", "lifts__unit")
    order = list(KINDS)
    return sorted(found, key=lambda one: (order.index(one.kind), one.from_at, one.number))


@everything()
def parts_of(closure, reach, most) -> tuple:
    """What the page of an order shows: areas, lifts, exemptions within the reader's reach, each so many at most, and how many there are of
    what."""
    areas = list(closure.areas.select_related("unit").order_by("unit__path")[:most])
    lifts = list(closure.lifts.select_related("unit", "by").order_by("-at")[:most])
    exempt = list(within(closure.exemptions, reach).select_related("firm", "unit").order_by("-proposed_at")[:most])
    counts = closure.checks.filter(later=None).aggregate(total=Count("pk"), **{state: Count("pk", filter=Q(state=state))
                                                            for state in ("seen", "not_shut", "waiting")})
    return areas, lifts, exempt, counts | {"areas": closure.areas.count()}


def told_of(unit) -> list:
    """What is shut at a place, for its page: the orders over it, how many places inside are shut."""
    at = now()
    found = book(at, around=unit.ancestor_ids)
    own = [of_places.Standing(one.closure.get_kind_display(), what_words(one.closure), "bad", one.widest(unit.ancestor_ids).unit.name,
                              one.closure.from_at, one.closure.number, reverse("closures:closure", args=[one.closure.pk]))
           for one in found.entries if not one.lifted(unit.ancestor_ids, None) and not one.spared_place(unit.ancestor_ids)]
    many = Area._base_manager.filter(closed(at), unit__path__under=unit.path).exclude(unit=unit).count()
    inside = of_places.Standing(_("辖区内封路封村"), _("{n} 处").format(n=many), "warn", unit.name, None, "", reverse("closures:closures"))
    return [*own, inside] if many else own
