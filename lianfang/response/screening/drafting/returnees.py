"""A chunk of returnees: persons found or known, each with an arrival, a category, and what is left in doubt."""
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat

from lianfang.ground import rows as table
from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line
from lianfang.ground.rows import Packed
from lianfang.ground.units.models import Unit
from lianfang.ground.workflow.actions import open_turns
from lianfang.registers.people.actions import add_people, amend
from lianfang.registers.people.drafts import draft_membership, draft_person, words_of
from lianfang.registers.people.matching import Known, Match, keyed, same_name
from lianfang.registers.people.models import Membership, Person

from ..models import Arrival, Doubt
from ..queries.arrivals import at_hand, facts_at_hand
from . import Draft, Setting
from .facts import category_of, special_of, worker_of


@dataclass
class Batch:
    """What of a chunk is to be written."""

    people: list = field(default_factory=list)
    memberships: list = field(default_factory=list)
    arrivals: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    numbers: list = field(default_factory=list)


class Bundle:
    """A batch made ready, so that little is left to do while others wait for the lock."""

    def __init__(self, batch: Batch, source):
        self.words = words_of(batch.people)
        self.facts = facts_at_hand(batch.arrivals, batch.people, source)
        self.found = [(a.pk, a.unit_id, a.person_id, {"row": a.row}) for a in batch.arrivals]
        self.joined = [arrival.pk for arrival, _ in batch.memberships]
        self.people, self.memberships = Packed(batch.people), Packed([m for _, m in batch.memberships])
        self.arrivals, self.doubts, self.numbers = Packed(batch.arrivals), batch.doubts, batch.numbers


class Chunk:
    """The rows of one chunk with all that is known about them, asked once."""

    def __init__(self, rows, setting: Setting):
        self.setting, self.roster = setting, setting.roster
        self.numbered = keyed(rows)
        self.known = Known.of(self.numbered, setting.has_entries)
        self.matches = [self.known.match(*each) for each in self.numbered]
        self.arrived, self.joined, self.doubted, self.at_door = set(), set(), set(), set()
        if met := [match.person for match in self.matches if match.person is not None]:
            self._recall(met)
        self.draft, self.batch = Draft(), Batch()

    def _recall(self, met):
        of = {"person__in": {person.pk for person in met}}
        self.arrived = set(Arrival.objects.filter(**of).values_list("person_id", "arrived_on"))
        self.joined = set(Membership.objects.filter(until_on=None, **of).values_list("person_id", "category_id"))
        self.doubted = set(Doubt.objects.filter(**of).values_list("person_id", "kind", "name"))
        self.at_door = set(Unit.objects.filter(pk__in={person.unit_id for person in met}, level="door").values_list("pk", flat=True))

    def prepare(self) -> Draft:
        """Every row drafted."""
        for (row, *blinds), match in zip(self.numbered, self.matches, strict=True):
            self._row(row, blinds, match)
        if self.batch.arrivals or self.batch.doubts:
            self.draft.writes.append(partial(_write, Bundle(self.batch, self.roster.source)))
        return self.draft

    def _row(self, row, blinds, match: Match):
        person = match.person
        hidden = person is not None and person.is_sheltered
        door = None if hidden else self.setting.doors.of(row.address)
        if person is None:
            person = self._person(row, blinds, match, door)
            self.batch.people.append(person)
            self.draft.created += 1
        else:
            self.draft.merged += 1
            if blinds[0] and not person.id_blind and not match.is_another:
                self.batch.numbers.append((person.pk, {"id_number": row.id_number, "id_kind": row.id_kind}))
        arrival = self._arrival(row, person, door)
        if not hidden:
            self._doubt_address(row, person, door, arrival)
        self._doubt_name(row, person, match, arrival)

    def _person(self, row, blinds, match, door):
        return draft_person(unit_id=door or self.roster.unit_id, name=row.name, at=self.roster.at, sex=row.sex, birth_on=row.birth_on,
                            id_kind=row.id_kind, id_number=row.id_number, phone=row.phone, address=row.address,
                            special_need=special_of(row.special), blinds=blinds, is_another=match.is_another)

    def _arrival(self, row, person, door):
        if (person.pk, row.arrived_on) in self.arrived:
            return None
        origin = self.setting.origins.of(row.origin)
        arrival = table.fresh(Arrival, person_id=person.pk, unit_id=door or person.unit_id, roster_id=self.roster.pk, sheet=row.sheet,
                          row=row.number, on=self.roster.on, origin=row.origin[:120], origin_kind=origin.kind, place=origin.place,
                          transport=row.transport[:120], arrived_on=row.arrived_on, exposed_on=row.exposed_on,
                          temperature=row.temperature, symptoms=None if row.symptoms is None else row.symptoms[:120], colour=row.colour,
                          age=row.age, special=special_of(row.special), worker=worker_of(row.remark), remark=row.remark)
        self.batch.arrivals.append(arrival)
        category = category_of(origin.kind)
        if (person.pk, category) not in self.joined:
            self.batch.memberships.append((arrival, draft_membership(person=person.pk, category=category, source=self.roster.name[:120],
                                                                     from_on=row.arrived_on or self.roster.on)))
        return arrival

    def _doubt_address(self, row, person, door, arrival):
        if door is not None:
            return
        self.draft.notes.append((row, "address_unknown"))
        if person.unit_id not in self.at_door and (person.pk, "address_doubt", "") not in self.doubted:
            self.batch.doubts.append(self._doubt("address_doubt", "unplaced", person, arrival))

    def _doubt_name(self, row, person, match, arrival):
        said = row.name if match.other_name else ""
        if not said and match.entry is not None and not match.is_another and not same_name(match.entry, row):
            said = match.entry.name
        if not said:
            return
        self.draft.notes.append((row, "name_differs"))
        if (person.pk, "name_doubt", said) not in self.doubted:
            self.batch.doubts.append(self._doubt("name_doubt", "disputed", person, arrival, name=said, phone=row.phone))

    def _doubt(self, kind, state, person, arrival, **more):
        return table.fresh(Doubt, person_id=person.pk, unit_id=person.unit_id, roster_id=self.roster.pk,
                     arrival_id=arrival and arrival.pk, kind=kind, state=state, **more)


def prepare(rows, setting: Setting) -> Draft:
    """Persons, arrivals and doubts of a chunk, sealed and ready."""
    return Chunk(rows, setting).prepare()


def _write(bundle: Bundle, setting, at):
    roster, by = setting.roster, setting.by
    lines = [line("screening.find", kind="arrival", record=pk, by=by.id, at=at, unit=unit, subject=person, because=setting.because,
                  data=data) for pk, unit, person, data in bundle.found]
    told = {found.record: found.id for found in lines}
    bundle.arrivals.fill("found_at", repeat(at, len(lines)))
    bundle.arrivals.fill("because", told.values())
    bundle.memberships.fill("because", (told[pk] for pk in bundle.joined))
    add_people(people=bundle.people, words=bundle.words, memberships=bundle.memberships, by=by, at=at, is_told=True)
    for pk, number in bundle.numbers:
        amend(person=Person.objects.get(pk=pk), by=by, at=at, because=setting.because, **number)
    table.insert(bundle.arrivals)
    for doubt in bundle.doubts:
        doubt.asked_at, doubt.because = at, told.get(doubt.arrival_id, roster.because)
    table.insert(bundle.doubts)
    for kind in ("address_doubt", "name_doubt"):
        open_turns(kind, [d for d in bundle.doubts if d.kind == kind], at=at)
    with at_hand(bundle.facts, told):
        journal.write(lines)
