"""What follows elsewhere from a case: from which day its contacts count."""
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import day_of
from lianfang.ground.units.queries import above

from ..models import Case

CARRIER = "carrier"


@dataclass(frozen=True, slots=True)
class Onset:
    """A case in the words of whoever traces: who, which disease, the day its window hangs on, whether it was ever symptomatic."""

    case_id: UUID
    person_id: UUID
    unit_id: int
    disease: str
    on: date
    is_symptomatic: bool
    is_open: bool


def case_of_card(number) -> UUID | None:
    """The id of the case whose card bears this number, within the scope."""
    return Case.objects.filter(number=number.strip()).values_list("pk", flat=True).first()


@everything()
def onsets(cases) -> list[Onset]:
    """Of cases by id: the onset, or for a carrier the first sampling, as the newest card says; what was ruled out has none."""
    found = Case.objects.filter(pk__in=list(cases)).exclude(state="ruled_out").exclude(onset_on=None, diagnosed_at=None)
    return [Onset(one.pk, one.person_id, one.unit_id, one.disease, one.onset_on or day_of(one.diagnosed_at), one.klass != CARRIER,
                  one.closed_at is None) for one in found]


@everything()
def ill_already(people) -> set[tuple]:
    """Of persons by id: (person, disease) of every case that is open."""
    return set(Case.objects.open().filter(person__in=people).values_list("person_id", "disease"))


@everything()
def homes_of(cases) -> dict:
    """By case id where its person lives, as a unit's id: the village where few may know his address."""
    found = Case.objects.filter(pk__in=list(cases)).select_related("person__unit", "unit")
    return {one.pk: _home(one).pk for one in found}


def _home(case):
    return case.unit if case.person.is_sheltered else case.person.unit


@dataclass(frozen=True, slots=True)
class Counted:
    """A case as it counts for the risk of a place: where, of which disease and class, on which day it was diagnosed."""

    case_id: UUID
    path: str
    disease: str
    klass: str
    on: date


@everything()
def counted(path, on, diseases) -> list[Counted]:
    """Reported cases of these diseases at or under a path, diagnosed up to a day; what was ruled out does not count."""
    near = Q(unit__path__startswith=path) | Q(person__unit__path__startswith=path)
    found = Case.objects.filter(near, disease__in=list(diseases)).exclude(state__in=("ruled_out", "to_report")).exclude(diagnosed_at=None)
    cases = [(one, _home(one).path) for one in found.select_related("person__unit", "unit")]
    return [Counted(one.pk, where, one.disease, one.klass, day_of(one.diagnosed_at)) for one, where in cases
            if where.startswith(path) and day_of(one.diagnosed_at) <= on]


@dataclass(frozen=True, slots=True)
class Reported:
    """A case as its newest card says, for whoever reports it on: the first word, from when its time counts, its home."""

    case_id: UUID
    person_id: UUID
    unit_id: int
    disease: str
    klass: str
    told_at: datetime
    clock_at: datetime
    onset_on: date | None
    township: str


@everything()
def reported(cases) -> list[Reported]:
    """Cases by id that have a card and were not ruled out."""
    found = Case.objects.filter(pk__in=list(cases)).exclude(state__in=("ruled_out", "to_report")).select_related("person__unit", "unit")
    return [Reported(one.pk, one.person_id, one.unit_id, one.disease, one.klass, one.told_at, one.clock_at, one.onset_on,
                     town.name if (town := above(_home(one), "township")) else "") for one in found]


@dataclass(frozen=True, slots=True)
class Course:
    """Where a case is in its course, for whoever decides on a measure: discharged, or a carrier (asymptomatic); since which day."""

    person_id: UUID
    unit_id: int
    disease: str
    kind: str
    since: date
    age: int | None
    special: str
    on: date
    because: UUID


@everything()
def discharged_facts(lines) -> list[Course]:
    """Who left a hospital, from that day; the day of decision is the line's."""
    return [_course(one, "discharged", one.discharged_on, line) for one, line in _told(lines)]


@everything()
def carrier_facts(lines) -> list[Course]:
    """Whose card says since this line that he carries it without being ill, from the day of his sampling."""
    return [_course(one, "asymptomatic", one.onset_on, line) for one, line in _told(lines)
            if one.klass == CARRIER and (line.verb == "cases.report" or "klass" in line.data["changed"])]


def _told(lines):
    """Each line with its case, where that is none that was ruled out since."""
    found = Case.objects.exclude(state="ruled_out").select_related("person").in_bulk([line.record for line in lines])
    return [(found[line.record], line) for line in lines if line.record in found]


def _course(one, kind, since, line):
    on, who = day_of(line.at), one.person
    return Course(who.pk, who.unit_id, one.disease, kind, since, who.age(on), who.special_need, on, line.id)
