"""What others may ask of appeals and corrections."""
from dataclasses import dataclass
from uuid import UUID

from lianfang.ground import decisions
from lianfang.ground.decisions.queries import row_of, seen
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import FLOWS

from . import storage
from .clocks import term
from .models import CHANNELS, FIELDS, WAYS, Appeal, Correction


@dataclass(slots=True)
class Answer:
    """What an appeal's answer asks of the loop that issued the order."""

    person: UUID
    order: UUID
    way: str
    facts: dict
    measure: str
    reason: str
    evidence: str


def answer_of(appeal_id) -> Answer:
    """The answer to one appeal, as it was given."""
    appeal = Appeal.objects.get(pk=appeal_id)
    asked = appeal.exception
    return Answer(appeal.person_id, appeal.order, appeal.way, appeal.facts, asked.get("measure", ""), asked.get("reason", ""),
                  appeal.exception_evidence.open())


def own_appeals(person_id, at) -> list[dict]:
    """A person's appeals in his words, the newest first: each step, the clock, and the answer with its reason."""
    return [_told(one, "appeal", at) | {"against": measure_word(one.measure), "order": one.order_number,
                                        "way": str(WAYS[one.way]) if one.way else ""} for one in _of(Appeal, person_id)]


def own_claims(person_id, at) -> list[dict]:
    """A person's corrections in his words, the newest first."""
    found = _of(Correction, person_id)
    return [_told(one, "correction", at) | {"field": str(FIELDS[one.field]), "right": one.right.open()} for one in found]


def _of(model, person_id):
    return model._base_manager.filter(person=person_id).select_related("answered_unit", "unit").order_by("-asked_at")


def _told(one, flow, at) -> dict:
    return {"record": one, "number": one.number, "state": str(FLOWS[flow].states[one.state]), "is_open": one.ended_at is None,
            "words": one.words.open(), "answer": one.answer.open(), "channel": str(CHANNELS[one.channel]), "is_late": one.is_late(at),
            "steps": steps_of(flow, one)}


def steps_of(flow, record) -> list[dict]:
    """Each step of a record: what, when, and the unit that took it; never an officer's name."""
    lines = Line.objects.filter(record=record.pk, verb__in=[f"redress.{step}" for step in FLOWS[flow].steps]).order_by("at", "id")
    steps = [{"at": told.at, "title": str(FLOWS[flow].steps[told.verb.partition(".")[2]])} for told in lines]
    if record.answered_unit_id and record.ended_at and record.state != "withdrawn":
        steps[-1]["title"] += f" · {record.answered_unit.name}"
    return steps


def measure_word(code) -> str:
    """A measure in the reader's language."""
    return decisions.shipped("measure").labels.of("measure", code)


def own_appeal(person_id, pk) -> Appeal | None:
    """One of a person's appeals; None of anybody else's."""
    return Appeal._base_manager.filter(pk=pk, person=person_id).first()


def own_claim(person_id, pk) -> Correction | None:
    """One of a person's corrections; None of anybody else's."""
    return Correction._base_manager.filter(pk=pk, person=person_id).first()


def read_photo(upload) -> bytes:
    """The bytes of a photo that proves something; Refused for what is none or too large."""
    return storage.read(upload)


def term_days(on, clock="appeal") -> int:
    """How many working days an answer may take, by the table in force on a day."""
    return term(clock, on)["working_days"]


def receipt_word(record) -> str:
    """What a record is called on its receipt."""
    return FLOWS["appeal" if isinstance(record, Appeal) else "correction"].label["zh"]


def records_of(person_id) -> dict:
    """All of a person's records of this loop by id, for the timeline."""
    return Appeal.objects.filter(person=person_id).in_bulk() | Correction.objects.filter(person=person_id).in_bulk()


def facts_in_words(verdict) -> list[tuple]:
    """Each fact of a verdict: what it is called, what was known, what its row asks for ('' where it does not ask); asked ones first."""
    labels = decisions.shipped(verdict.table).labels
    row = row_of(verdict.table, verdict.version, verdict.row)
    asked = dict(seen(verdict.table, row).asks) if row else {}
    told = {name: labels.of(name, value) if isinstance(value, str) else value for name, value in verdict.facts.items()}
    words = {True: labels.of("symptoms", "yes"), False: labels.of("symptoms", "no")}
    facts = [(labels.of(name), words.get(value, value) if isinstance(value, bool) else value, asked.get(labels.of(name), ""))
             for name, value in told.items()]
    return sorted(facts, key=lambda fact: not fact[2])
