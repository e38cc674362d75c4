"""The file of a case: what each loop knows of it, put side by side; nothing is kept here."""
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from lianfang.ground.accounts.models import Account
from lianfang.ground.days import day_of
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS
from lianfang.registers.diseases.queries import disease_word
from lianfang.registers.people.queries import whereabouts
from lianfang.response.cases import queries as cases
from lianfang.response.isolation import queries as isolation
from lianfang.response.isolation.words import measure_word
from lianfang.response.tracing import queries as tracing

QUIET = ("cases.fill", "cases.tell", "cases.take_back", "tracing.add_stays", "cases.read_card")
LONGEST = 200  # lines of the timeline; the newest of more


@dataclass(slots=True)
class Met:
    """A contact of the case: where he is, on what it rests, and under what he stands."""

    contact: Any
    place: str
    state: str
    rests_on: list[str]
    measures: list[str]


@dataclass(slots=True)
class File:
    """A case whole."""

    case: Any
    disease: str
    state: str
    card: Any
    index: Any
    days: list = field(default_factory=list)
    contacts: list[Met] = field(default_factory=list)
    measures: list[tuple] = field(default_factory=list)
    story: list[dict] = field(default_factory=list)

    @property
    def kinds(self) -> dict[str, int]:
        """How many contacts of each kind, in words."""
        found: dict = {}
        for one in self.contacts:
            found[str(one.contact.get_kind_display())] = found.get(str(one.contact.get_kind_display()), 0) + 1
        return found

    @property
    def people(self) -> list:
        """Whom it names besides the case."""
        return [one.contact.person_id for one in self.contacts]


def file_of(case, at) -> File:
    """Everything of a case within the reader's scope, as it stands at a moment."""
    cards, [index, *_earlier] = cases.cards_of(case), tracing.indexes_of([case.pk]) or [None]
    found = File(case, disease_word(case.disease, day_of(case.told_at)), str(FLOWS["case"].states[case.state]), cards[0] if cards else None,
                 index)
    contacts = [one for one in tracing.contacts_of(index) if one.state not in ("dropped", "recalled")] if index else []
    orders = isolation.orders_of_people([case.person_id, *(one.person_id for one in contacts)])
    if index:
        last = min(day_of(index.isolated_at or at), day_of(at))
        found.days = [day for day in tracing.days_told(index.person, index.from_on, max(last, index.from_on)) if day.stays]
    places = whereabouts([one.unit for one in contacts])
    found.contacts = [Met(one, one.elsewhere or places[one.unit_id], str(FLOWS["contact"].states[one.state]), tracing.rests_on(one),
                          [measured(order)[0] for order in orders.get(one.person_id, ())]) for one in contacts]
    found.measures = [measured(order) for order in orders.get(case.person_id, ())]
    records = [case.pk, *([index.pk] if index else []), *(one.pk for one in contacts),
               *(order.pk for order in orders.get(case.person_id, ()))]
    found.story = timeline(records)
    return found


def measured(order) -> tuple[str, str]:
    """A measure with its days, and how it stands."""
    days = _("{measure} {first} 至 {last}").format(measure=measure_word(order.measure), first=order.from_on, last=order.last_on)
    return days, str(FLOWS["order"].states[order.state])


def timeline(records) -> list[dict]:
    """What was done, oldest first: when, what, by whom; steps alike of one minute are one line with their number."""
    lines = Line.objects.filter(record__in=records).exclude(verb__in=QUIET).order_by("-at", "-id")[:LONGEST]
    names = dict(Account.objects.values_list("pk", "name").filter(pk__in={told.by for told in lines}))
    found: dict = {}
    for told in reversed(lines):
        key = (told.at.replace(second=0, microsecond=0), told.kind, told.verb, told.by)
        found[key] = found.get(key, 0) + 1
    return [{"at": at, "what": _step(kind, verb), "times": times, "by": names.get(by, "")}
            for (at, kind, verb, by), times in found.items() if _step(kind, verb)]


def _step(kind, verb) -> str:
    flow = FLOWS.get(kind)
    step = flow.steps.get(verb.split(".", 1)[1]) if flow else None
    return f"{flow} · {step}" if step else ""
