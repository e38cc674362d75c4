"""How a disease went from case to case: the cases of a disease with their days, circles and sources, thousands in three questions."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Max

from lianfang.ground.days import day_end, day_of, day_start

from ..models import CERTAINTIES, CIRCLES, CLASSES, ORIGINS, SETTINGS, Case, Circle, Link

COLUMNS = ("pk", "number", "external", "person_id", "unit_id", "unit__path", "klass", "origin", "state", "onset_on", "diagnosed_at",
           "reported_at", "told_at", "closed_at")


@dataclass(slots=True)
class Seen:
    """A case as the drawings show it; `sources` are pairs of a case's id and how certain, None as id where it was not to be found."""

    id: UUID
    label: str
    person_id: UUID
    unit_id: int
    path: str
    klass: str
    origin: str
    state: str
    onset_on: date | None
    diagnosed_on: date | None
    reported_on: date
    closed_at: datetime | None = None
    sources: list = field(default_factory=list)
    circles: dict = field(default_factory=dict)

    @property
    def on(self) -> date:
        """The day it stands on: of onset, else of diagnosis, else of the report."""
        return self.onset_on or self.diagnosed_on or self.reported_on

    @property
    def is_imported(self) -> bool:
        """Whether it was infected elsewhere."""
        return self.origin in ("imported", "abroad")


def spread(disease, first=None, last=None) -> list[Seen]:
    """The cases of a disease within scope that stand on the days from one to another, both with them, by day; sources may lie outside."""
    rows = Case.objects.filter(disease=disease).exclude(state="ruled_out").values_list(*COLUMNS)
    found = {row[0]: _seen(*row) for row in rows}
    found = {pk: one for pk, one in found.items() if (not first or one.on >= first) and (not last or one.on <= last)}
    links = Link.objects.filter(case__disease=disease).exclude(certainty="refused").order_by("at", "pk")
    for case, source, certainty in links.values_list("case_id", "source_id", "certainty"):
        if case in found:
            found[case].sources.append((source, certainty))
    for case, kind, name, size in Circle.objects.filter(case__disease=disease).values_list("case_id", "kind", "name", "size"):
        if case in found:
            found[case].circles.setdefault(kind, []).append((name, size))
    return sorted(found.values(), key=lambda one: (one.on, one.label))


def _seen(pk, number, external, person, unit, path, klass, origin, state, onset, diagnosed, reported, told, closed) -> Seen:
    return Seen(pk, external or number, person, unit, path, klass, origin, state, onset, day_of(diagnosed) if diagnosed else None,
                day_of(reported or told), closed)


def settings_of(disease) -> dict:
    """How each certain pair (source, case) of a disease met, by code."""
    pairs = Link.objects.filter(case__disease=disease, certainty="named").exclude(source=None)
    return {(source, case): setting for source, case, setting in pairs.values_list("source_id", "case_id", "setting")}


def outbreaks() -> list[tuple]:
    """The diseases of which there are cases within scope: code, how many, and the day of the last word; the latest first."""
    found = Case.objects.exclude(state="ruled_out").values("disease").annotate(n=Count("pk"), last=Max("told_at"))
    return [(row["disease"], row["n"], day_of(row["last"])) for row in found.order_by("-last", "-n")]


def reported_days(first, last) -> list[date]:
    """The day of the report of each case within scope, of any disease, from one day to another, both with them."""
    found = Case.objects.exclude(state="ruled_out").filter(reported_at__gte=day_start(first), reported_at__lt=day_end(last))
    return [day_of(at) for at in found.values_list("reported_at", flat=True)]


@dataclass(frozen=True, slots=True)
class Exposed:
    """From which day to which somebody was exposed at a place, as his list says; both days with it."""

    case_id: UUID
    name: str
    from_on: date
    until_on: date


def exposed(cases) -> list[Exposed]:
    """Of cases by id."""
    found = Circle.objects.filter(case__in=list(cases), kind="site").exclude(from_on=None).order_by("from_on", "pk")
    return [Exposed(one.case_id, one.name, one.from_on, max(one.from_on, one.until_on or one.from_on)) for one in found]


def circle_members(seen) -> dict:
    """Cases of each circle: (kind, name) → those in it, and the size their lists give, None where none does."""
    found: dict = defaultdict(lambda: ([], None))
    for one in seen:
        for kind, circles in one.circles.items():
            for name, size in circles:
                members, known = found[kind, name]
                members.append(one)
                found[kind, name] = (members, max(filter(None, (known, size)), default=None))
    return dict(found)


WORDS = {"certainty": CERTAINTIES, "circle": CIRCLES, "klass": CLASSES, "origin": ORIGINS, "setting": SETTINGS}
