"""Whom the rule makes a contact: each person's evidence put to the table, the gravest answer counts, a person decides."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.ground.units.fields import TOP
from lianfang.registers.people.queries import persons

from ..models import OPEN, RULED_OUT, Contact, Index
from .evidence import FIRST, Evidence, first_evidence, second_evidence

TABLE = "contact_rule"
REVIEW = "manual_review"
GRAVEST = ("close", "second", REVIEW, "general", "none")


@dataclass(slots=True)
class Judged:
    """Somebody with all that speaks for an exposure, the gravest of it, and what the rule says to that."""

    person_id: Any
    ring: str
    kind: str
    ruling: Any
    evidence: Evidence
    all: list[Evidence] = field(default_factory=list)
    person: Any = None

    @property
    def last_on(self) -> date:
        """The last day of those that the rule counts as this kind."""
        return self.evidence.last_on

    @property
    def group(self) -> tuple:
        """Whose evidence is equal: same ring, same kind, same row, same place or door or word."""
        one = self.evidence
        return self.ring, self.kind, self.ruling.row, one.how, one.ground, one.spot_id or ""


def judged(index, at) -> dict:
    """Everybody for whom something speaks, by person; whom the rule calls none is among them."""
    first = _ruled(index, first_evidence(index, at), at)
    none = ruled_out(index)
    close = {pk: min(one.first_on for one in found.all) for pk, found in first.items() if found.kind == "close" and pk not in none}
    beside = [one for one in second_evidence(index, at, close) if one.person_id not in first and one.person_id != index.person_id]
    return _ruled(index, beside, at) | first


def ruled_out(index) -> set:
    """Whom somebody has said not to be a contact of this index."""
    return set(Contact._base_manager.filter(index=index, state__in=RULED_OUT).values_list("person_id", flat=True))


def cases_among(people, disease) -> set:
    """Who of these persons has an index of this disease himself: a case is watched as nobody's contact."""
    return set(Index._base_manager.filter(person__in=people, disease=disease, state__in=OPEN).values_list("person_id", flat=True))


def _ruled(index, evidence, at) -> dict:
    by_person = defaultdict(list)
    for one in evidence:
        by_person[one.person_id].append(one)
    return {pk: _gravest(index, pk, ones, day_of(at)) for pk, ones in by_person.items()}


def _gravest(index, pk, ones, on) -> Judged:
    rulings = [(one, decisions.decide(TABLE, one.facts(index.disease), unit=TOP, on=on)) for one in ones]
    kinds = [(kind_of(ruling), one, ruling) for one, ruling in rulings]
    kind, one, ruling = min(kinds, key=lambda found: (GRAVEST.index(found[0]), -found[1].last_on.toordinal()))
    return Judged(pk, one.ring, kind, ruling, one, ones)


def kind_of(ruling) -> str:
    """What a ruling makes of somebody; what no row answers is for a person."""
    return REVIEW if ruling.manual_review else ruling.result["kind"]


def proposals(index, at) -> list[Judged]:
    """Those the rule makes contacts and nobody has decided on yet, the gravest first; only persons within the scope, and no cases.

    Who was ruled out comes again when something speaks for him that was later than what was looked at then; who was taken for a case and
    was none, comes again.
    """
    everybody = judged(index, at)
    cases = cases_among(everybody, index.disease)
    found = {pk: one for pk, one in everybody.items() if one.kind != "none" and pk not in cases}
    for contact in Contact._base_manager.filter(index=index, person__in=found).order_by("pk"):
        one = found.get(contact.person_id)
        if one and contact.state != "turned" and (contact.state not in RULED_OUT or one.last_on <= contact.last_exposed_on):
            del found[contact.person_id]
    people = persons(found)
    for pk, one in found.items():
        one.person = people.get(pk)
    seen = [one for one in found.values() if one.person]
    return sorted(seen, key=lambda one: (one.ring != FIRST, GRAVEST.index(one.kind), str(one.group), one.last_on, one.person.name))


def grouped(found) -> list[list[Judged]]:
    """Those whose evidence is equal together, in order."""
    groups: dict = {}
    for one in found:
        groups.setdefault(one.group, []).append(one)
    return list(groups.values())
